import Foundation
import Synchronization

@testable import HTTPDynamoDBCore

/// A clock that moves when somebody sleeps, and writes down for how long. Chance always has it that pauses are as long as they may be.
final class TestClock: Sendable {
    private struct State {
        var elapsed = Duration.zero
        var pauses: [Duration] = []
        var date: Date
    }

    private let state: Mutex<State>

    init(date: Date = Date(timeIntervalSince1970: 1_795_000_000)) {
        state = Mutex(State(date: date))
    }

    var pauses: [Duration] { state.withLock { $0.pauses } }
    var now: Date { state.withLock { $0.date + Double($0.elapsed.components.seconds) } }

    var timekeeping: Timekeeping {
        Timekeeping(
            date: { self.now }, uptime: { self.state.withLock { $0.elapsed } },
            sleep: { pause in
                try Task.checkCancellation()
                self.state.withLock { state in
                    state.pauses.append(pause)
                    state.elapsed += pause
                }
            },
            random: { 1 })
    }
}
