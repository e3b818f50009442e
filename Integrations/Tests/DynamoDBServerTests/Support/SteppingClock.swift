import Foundation
import Synchronization

/// A clock that goes on by the same step whenever it is read.
final class SteppingClock: Sendable {
    private let date: Mutex<Date>
    private let step: Double

    init(_ date: Date, step: Double) {
        self.date = Mutex(date)
        self.step = step
    }

    var now: @Sendable () -> Date {
        {
            self.date.withLock { date in
                date += self.step
                return date
            }
        }
    }
}
