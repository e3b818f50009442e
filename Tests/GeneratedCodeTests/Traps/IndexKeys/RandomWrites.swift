import Entities
import FixtureTypes

/// The writes that the generated code of an entity offers, made of random values.
struct RandomWrites<E: Entity>: Sendable {
    /// A write, given the records that are stored, so that it can supply values that are right.
    typealias Write = @Sendable (inout Chance, _ stored: [E], Database) async throws -> Void

    /// The key attributes that are absent in some records where a put would write them, or the other way round, as ElectroDB leaves
    /// them: texts without a value, once an update has removed the last one; and keys that no update touches, in an item that an
    /// update has created.
    var leftAlone: @Sendable (E, String) -> Bool = { _, _ in false }
    let writes: [Write]
}

/// Random values of small sets, so that writes meet the same records, and values are often the ones that are there.
struct Chance: RandomNumberGenerator {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(state: seed) }

    mutating func next() -> UInt64 { generator.next() }
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
    mutating func bool() -> Bool { Bool.random(using: &self) }
    mutating func one<T>(of values: [T], or other: T) -> T { values.randomElement(using: &self) ?? other }
    mutating func text() -> String { one(of: ["a", "B", "a#b", "", "é_1", "10"], or: "a") }
    mutating func optional<T>(_ value: T) -> T? { bool() ? value : nil }
    mutating func choice<T: CaseIterable>(_ type: T.Type, or other: T) -> T { one(of: Array(T.allCases), or: other) }

    /// What an update says of an attribute: a new value, the value that it has (or not quite), or nothing.
    mutating func part<T>(_ new: T, stored: T?) -> CompositePart<T> {
        switch number(0...9) {
        case 0...4: .set(new)
        case 5...7: .supplied(stored ?? new)
        case 8: .supplied(new)
        default: .omitted
        }
    }

    /// The same of an attribute that never changes.
    mutating func kept<T>(_ other: T, stored: T?) -> KeptPart<T> {
        switch number(0...9) {
        case 0...7: .supplied(stored ?? other)
        case 8: .supplied(other)
        default: .omitted
        }
    }
}
