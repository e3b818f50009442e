import Foundation
import Synchronization
import Testing

@testable import Entities

@Suite struct ULIDTests {
    /// The time is an example of the reference implementation's tests (ulid/javascript): 1469918176385 is `01ARYZ6S41`.
    @Test("The text starts with the time")
    func time() {
        let ulid = ULID(timestamp: Date(millisecondsSince1970: 1_469_918_176_385), randomness: 0)
        #expect(ulid.description == "01ARYZ6S410000000000000000")
        #expect(ulid.timestamp == Date(millisecondsSince1970: 1_469_918_176_385))
    }

    @Test("Every bit finds its place in the text")
    func bits() throws {
        for bit in 0..<128 {
            let ulid = ULID(value: 1 << UInt128(bit))
            var expected = [Character](repeating: "0", count: 26)
            expected[25 - bit / 5] = ["1", "2", "4", "8", "G"][bit % 5]
            #expect(ulid.description == String(expected))
            #expect(ULID(String(expected)) == ulid)
        }
    }

    @Test("Text and bytes come back as the same ULID, and sort as it does")
    func roundTrip() throws {
        var generator = SplitMix64(seed: 1)
        var previous = ULID(value: 0)
        for _ in 0..<1000 {
            let value = UInt128(generator.next()) << 64 | UInt128(generator.next())
            let ulid = ULID(value: value)
            #expect(ULID(ulid.description) == ulid)
            #expect(ULID(ulid.description.lowercased()) == ulid)
            #expect(ULID(bytes: ulid.bytes) == ulid)
            #expect(ULID(timestamp: ulid.timestamp, randomness: ulid.randomness) == ulid)
            #expect((previous < ulid) == (previous.description < ulid.description))
            #expect((previous < ulid) == previous.bytes.lexicographicallyPrecedes(ulid.bytes))
            previous = ulid
        }
    }

    @Test(
        "What is not a ULID is refused",
        arguments: [
            "", "01ARZ3NDEKTSV4RRFFQ69G5FA", "01ARZ3NDEKTSV4RRFFQ69G5FAVV", "80000000000000000000000000",
            "ZZZZZZZZZZZZZZZZZZZZZZZZZZ", "01ARZ3NDEKTSV4RRFFQ69G5FAI", "01ARZ3NDEKTSV4RRFFQ69G5FAL",
            "01ARZ3NDEKTSV4RRFFQ69G5FAO", "01ARZ3NDEKTSV4RRFFQ69G5FAU", "01ARZ3NDEKTSV4RRFFQ69G5F-V",
            "01ARZ3NDEKTSV4RRFFQ69G5Fé", "01ARZ3NDEKTSV4RRFFQ69G5FA ",
        ])
    func refused(text: String) {
        #expect(ULID(text) == nil)
    }

    @Test("The greatest ULID is read")
    func greatest() throws {
        let ulid = try #require(ULID("7ZZZZZZZZZZZZZZZZZZZZZZZZZ"))
        #expect(ulid.bytes == [UInt8](repeating: 0xFF, count: 16))
        #expect(ULID(bytes: [UInt8](repeating: 0, count: 15)) == nil)
    }

    @Test("Dates outside a ULID's time count as its first or last millisecond")
    func clamped() {
        #expect(ULID(timestamp: Date(timeIntervalSince1970: -5), randomness: 7).value == 7)
        let last = ULID(timestamp: Date(timeIntervalSince1970: .infinity), randomness: .max)
        #expect(last.description == "7ZZZZZZZZZZZZZZZZZZZZZZZZZ")
        #expect(ULID(timestamp: Date(timeIntervalSince1970: 1e12), randomness: .max) == last)
        #expect(ULID(timestamp: Date(timeIntervalSince1970: .nan), randomness: 0).value == 0)
    }

    @Test("In JSON a ULID is its text")
    func codable() throws {
        let ulid = try #require(ULID("01ARZ3NDEKTSV4RRFFQ69G5FAV"))
        let data = try JSONEncoder().encode([ulid])
        #expect(String(decoding: data, as: UTF8.self) == #"["01ARZ3NDEKTSV4RRFFQ69G5FAV"]"#)
        #expect(try JSONDecoder().decode([ULID].self, from: data) == [ulid])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([ULID].self, from: Data(#"["nonsense"]"#.utf8)) }
    }
}

/// A clock that tests set.
private final class Clock: Sendable {
    private let milliseconds: Mutex<Int64>
    init(_ milliseconds: Int64) { self.milliseconds = Mutex(milliseconds) }
    func set(_ value: Int64) { milliseconds.withLock { $0 = value } }
    var now: Date { Date(millisecondsSince1970: milliseconds.withLock { $0 }) }
}

/// Random bits that are all set.
private struct AllOnes: RandomNumberGenerator, Sendable {
    mutating func next() -> UInt64 { .max }
}

@Suite struct ULIDGeneratorTests {
    @Test("Within a millisecond the randomness counts up")
    func sameMillisecond() {
        let clock = Clock(1000)
        let generator = ULIDGenerator(now: { clock.now }, randomness: SplitMix64(seed: 1))
        let first = generator.next()
        let second = generator.next()
        #expect(second.value == first.value + 1)
        clock.set(1001)
        let third = generator.next()
        #expect(third.timestamp == Date(millisecondsSince1970: 1001))
        #expect(third.randomness != second.randomness + 1)
    }

    @Test("A clock that goes back does not turn the order round")
    func clockGoesBack() {
        let clock = Clock(1000)
        let generator = ULIDGenerator(now: { clock.now }, randomness: SplitMix64(seed: 2))
        let first = generator.next()
        clock.set(10)
        let second = generator.next()
        #expect(second.value == first.value + 1)
    }

    @Test("When the randomness runs over, the next millisecond is taken")
    func overflow() {
        let clock = Clock(1000)
        let generator = ULIDGenerator(now: { clock.now }, randomness: AllOnes())
        let ulids = (0..<4).map { _ in generator.next() }
        #expect(ulids.map { $0.timestamp.millisecondsSince1970 } == [1000, 1001, 1002, 1003])
    }

    @Test("At the end of time ULIDs still come")
    func endOfTime() {
        let generator = ULIDGenerator(now: { .distantFuture.addingTimeInterval(1e13) }, randomness: AllOnes())
        #expect(generator.next().description == "7ZZZZZZZZZZZZZZZZZZZZZZZZZ")
        #expect(generator.next().description == "7ZZZZZZZZZZZZZZZZZZZZZZZZZ")
    }

    @Test("ULIDs made by many tasks at once are all different")
    func concurrent() async {
        let generator = ULIDGenerator(now: { Date(millisecondsSince1970: 5) })
        let ulids = await withTaskGroup(of: [ULID].self) { group in
            for _ in 0..<8 { group.addTask { (0..<500).map { _ in generator.next() } } }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(ulids).count == 4000)
    }
}
