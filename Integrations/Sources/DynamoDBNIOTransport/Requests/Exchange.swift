import HTTPDynamoDBCore
import NIOCore
import Synchronization

/// One request on its way to its response.
///
/// **Each continuation is resumed exactly once.** The response, the deadline, the cancellation and the loss of the connection race for
/// `phase`: whoever moves it to `.ended` out of `.waiting` or `.sent` resumes, all others are told that they came late. Nothing leaves `.ended`.
/// That every exchange ends is the pool's part: from `submit` on it is in the queue or belongs to one connection, and its deadline
/// is watched in both places.
///
/// `@unchecked Sendable`: `continuation` is written once, before `phase` leaves `.created`, and read only after that. `place` is
/// read and written under the lock of the pool.
final class Exchange: @unchecked Sendable {
    typealias Continuation = UnsafeContinuation<Result<Response, TransportError>, Never>

    private enum Phase: UInt8, AtomicRepresentable {
        case created
        /// No byte has been handed to a connection.
        case waiting
        case sent
        case ended
    }

    enum Place {
        case nowhere
        /// The number that the queue gave it.
        case queue(Int)
        /// The slot of the connection that it was given to.
        case connection(Int)
    }

    let request: ByteBuffer
    let deadline: NIODeadline
    var place = Place.nowhere
    private let phase = Atomic(Phase.created)
    private var continuation: Continuation?

    init(request: ByteBuffer, deadline: NIODeadline) {
        self.request = request
        self.deadline = deadline
    }

    /// Whether the exchange is to be submitted. If it was cancelled before it began, it has ended here.
    func begin(_ continuation: Continuation) -> Bool {
        self.continuation = continuation
        if move(from: .created, to: .waiting) { return true }
        continuation.resume(
            returning: .failure(TransportError(.cancelled, "the task was cancelled", mayHaveBeenSent: false)))
        return false
    }

    /// Whether the request may be written now. From here on the server may have got it.
    func markSent() -> Bool {
        move(from: .waiting, to: .sent)
    }

    var isEnded: Bool { phase.load(ordering: .acquiring) == .ended }

    func succeed(_ response: Response) {
        guard move(from: .sent, to: .ended) else { return }
        continuation?.resume(returning: .success(response))
    }

    /// Whether it was this failure that ended the exchange. One that has not begun is ended by `begin`.
    @discardableResult
    func fail(_ reason: TransportError.Reason, _ message: @autoclosure () -> String) -> Bool {
        let previous = phase.exchange(.ended, ordering: .acquiringAndReleasing)
        guard previous == .waiting || previous == .sent else { return false }
        continuation?.resume(
            returning: .failure(TransportError(reason, message(), mayHaveBeenSent: previous == .sent)))
        return true
    }

    private func move(from old: Phase, to new: Phase) -> Bool {
        phase.compareExchange(expected: old, desired: new, ordering: .acquiringAndReleasing).exchanged
    }
}
