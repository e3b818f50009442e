import Synchronization

/// Behaves by chance, in the same order in every run.
final class Mood: Sendable {
    /// How often it misbehaves, out of a hundred.
    private let malice: Int
    private let cutsHeads: Bool
    private let random: Mutex<SplitMix64>

    init(malice: Int, _ carrier: Carrier, seed: UInt64) {
        self.malice = malice
        cutsHeads = carrier.outlivesCutHeads
        random = Mutex(SplitMix64(state: seed))
    }

    @Sendable func next() -> Behaviour {
        random.withLock { random in
            Int.random(in: 0..<100, using: &random) < malice ? bad(&random) : good(&random)
        }
    }

    private func good(_ random: inout SplitMix64) -> Behaviour {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: Behaviour(answer: .bytewise)
        case 1: Behaviour(answer: .chunked)
        case 2: Behaviour(answer: .gzip)
        case 3: Behaviour(answer: .last)
        default: .plain
        }
    }

    private func bad(_ random: inout SplitMix64) -> Behaviour {
        let isCarriedOut = Bool.random(using: &random)
        return switch Int.random(in: 0..<20, using: &random) {
        case 0: Behaviour(answer: cutsHeads ? .cutInHead : .none, isCarriedOut: isCarriedOut)
        case 1, 2: Behaviour(answer: .cutInBody, isCarriedOut: isCarriedOut)
        case 3, 4: Behaviour(answer: .none, isCarriedOut: isCarriedOut)
        case 5: Behaviour(answer: .never, isCarriedOut: isCarriedOut)
        case 6: Behaviour(answer: .plain, isLate: true)
        case 7: Behaviour(answer: .trickling)
        case 8: Behaviour(answer: .wrongChecksum)
        case 9: Behaviour(answer: .tooShort)
        case 10: Behaviour(answer: .garbage, isCarriedOut: isCarriedOut)
        case 11: Behaviour(answer: .nonsense, isCarriedOut: isCarriedOut)
        case 12: Behaviour(answer: .page(503), isCarriedOut: isCarriedOut)
        case 13:
            Behaviour(answer: .error(status: 500, code: "InternalServerError"), isCarriedOut: isCarriedOut)
        case 14, 15: .throttling
        case 16: .refusal(.redirect)
        case 17: Behaviour(answer: .clock(ahead: Bool.random(using: &random) ? 7200 : -7200))
        case 18: .error(400, "ExpiredTokenException")
        default: .refusal(.retryAfter(1))
        }
    }
}
