import Synchronization

/// Makes ULIDs, each greater than the one before.
///
/// Within a millisecond the next ULID is the last one plus one. A clock that goes back does not matter: the generator stays
/// at the last millisecond until the clock has caught up. If the 80 random bits run over, it goes on in the next millisecond.
/// Only at the very end of ULIDs' time, in the year 10889, the order is given up.
public final class ULIDGenerator: Sendable {
    private struct State {
        var last: ULID?
        var source: any RandomNumberGenerator & Sendable

        mutating func fresh(_ milliseconds: UInt64) -> ULID {
            let randomness = UInt128(source.next()) << 64 | UInt128(source.next())
            return ULID(milliseconds: milliseconds, randomness: randomness)
        }
    }

    private let state: Mutex<State>
    private let now: @Sendable () -> Date

    /// Makes a generator.
    ///
    /// - Parameters:
    ///   - now: The clock.
    ///   - randomness: Where random bits come from; the system's generator is fit for identifiers that must not be guessed.
    public init(
        now: @escaping @Sendable () -> Date = { Date() },
        randomness: some RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
    ) {
        self.now = now
        state = Mutex(State(source: randomness))
    }

    /// The generator that the whole process shares.
    public static let shared = ULIDGenerator()

    /// The next ULID.
    public func next() -> ULID {
        let milliseconds = ULID.milliseconds(now())
        return state.withLock { state in
            let next: ULID
            if let last = state.last, milliseconds <= UInt64(last.value >> 80) {
                let lastMilliseconds = UInt64(last.value >> 80)
                next =
                    last.randomness == ULID.randomnessMask
                    ? state.fresh(lastMilliseconds + 1) : ULID(value: last.value + 1)
            } else {
                next = state.fresh(milliseconds)
            }
            state.last = next
            return next
        }
    }
}
