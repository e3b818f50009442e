import Entities
import Foundation

/// Random numbers that are the same for the same seed: SplitMix64. Not for secrets.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// An identifier that was made at a moment.
    mutating func ulid(at date: Date) -> ULID {
        ULID(timestamp: date, randomness: UInt128(next()) << 64 | UInt128(next()))
    }

    /// True so many times in a hundred.
    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    /// An element, the first ones far more often than the others: what is popular.
    mutating func popular<Element>(of elements: [Element]) -> Element? {
        let place = Double.random(in: 0..<1, using: &self)
        let index = Int(Double(elements.count) * place * place * place)
        return elements.indices.contains(index) ? elements[index] : elements.first
    }
}
