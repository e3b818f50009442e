import Foundation
import Synchronization

/// The service's time: this machine's, set right by what the service's answers say when it refuses a signature for its time.
final class ServerClock: Sendable {
    /// The service refuses signatures that are five minutes off or more. By how many seconds one has to be off to be the reason.
    private static let tolerance = 240

    private let date: @Sendable () -> Date
    /// How many seconds the service is ahead.
    private let offset = Atomic<Int>(0)

    init(_ date: @escaping @Sendable () -> Date) {
        self.date = date
    }

    var now: Date { date() + Double(offset.load(ordering: .relaxed)) }

    /// Takes the service's time from the header `Date` of an answer that refuses a signature.
    /// - Returns: whether the signature's time was wrong, so that what failed may succeed now.
    func correct(by header: String?, signedAt: Date) -> Bool {
        guard let header, let seconds = HTTPDate.seconds(header) else { return false }
        guard abs(seconds - Int(signedAt.timeIntervalSince1970)) >= Self.tolerance else { return false }
        offset.store(seconds - Int(date().timeIntervalSince1970), ordering: .relaxed)
        return true
    }
}
