import Entities
import Testing

@testable import InMemoryDynamoDB

@Suite("Key bytes")
struct KeyLayoutTests {
    static let layout = KeyLayout(
        partition: [KeyLayout.Component("a", .string), KeyLayout.Component("b", .number)],
        sort: [KeyLayout.Component("c", .string), KeyLayout.Component("d", .number), KeyLayout.Component("e", .binary)])

    /// Values whose bytes are prefixes of one another, or end in what closes a value.
    static let texts = ["a", "a\0", "a\0\0", "a\0b", "a\u{1}", "ab", "b"]
    static let numbers: [Number] = [-100, -1, 0, 1, 2, 10, 100]
    static let binaries: [[UInt8]] = [[0], [0, 0], [0, 255], [1], [255]]

    @Test func orderOfBytesIsOrderOfAttributes() throws {
        var keys: [(rank: [Int], bytes: [UInt8])] = []
        for (c, text) in Self.texts.enumerated() {
            for (d, number) in Self.numbers.enumerated() {
                for (e, binary) in Self.binaries.enumerated() {
                    let item: EncodedItem = [
                        "a": "x", "b": 1, "c": .string(text), "d": .number(number), "e": .binary(binary),
                    ]
                    keys.append(([c, d, e], try #require(Self.layout.sortKey(of: item))))
                }
            }
        }
        let sorted = keys.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        #expect(sorted.map(\.rank) == keys.map(\.rank))
    }

    @Test func valuesDoNotRunIntoOneAnother() throws {
        let layout = KeyLayout(
            partition: [KeyLayout.Component("a", .string), KeyLayout.Component("b", .string)], sort: [])
        var seen: Set<[UInt8]> = []
        for one in Self.texts {
            for two in Self.texts {
                let item: EncodedItem = ["a": .string(one), "b": .string(two)]
                #expect(seen.insert(try #require(layout.partitionKey(of: item))).inserted)
            }
        }
    }

    @Test func missingOrMistypedPartHasNoKey() {
        #expect(Self.layout.key(of: ["a": "x", "b": 1, "c": "t", "d": 2]) == nil)
        #expect(Self.layout.key(of: ["a": "x", "b": "1", "c": "t", "d": 2, "e": .binary([1])]) == nil)
        #expect(Self.layout.key(of: ["a": "x", "b": 1, "c": "t", "d": 2, "e": .binary([1])]) != nil)
    }

    /// Computed by an implementation of its own.
    @Test(
        arguments: [
            ("", 0x46B73E79F0C37C00), ("a", 0xF13CA7171E79A797), ("TENANT#acme", 0xA10E6AD6C29ED746),
            ("12345678", 0xBDBAB295D9BB2854),
        ] as [(String, UInt64)])
    func hashIsTheSameEverywhere(_ text: String, _ hash: UInt64) {
        #expect(StableHash.hash(Array(text.utf8)) == hash)
    }

    /// The examples of RFC 1321.
    @Test(
        arguments: [
            ("", 0xD41D_8CD9_8F00_B204), ("a", 0x0CC1_75B9_C0F1_B6A8), ("abc", 0x9001_5098_3CD2_4FB0),
            ("message digest", 0xF96B_697D_7CB7_938D), ("abcdefghijklmnopqrstuvwxyz", 0xC3FC_D3D7_6192_E400),
            ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 0xD174_AB98_D277_D9F5),
            (String(repeating: "1234567890", count: 8), 0x57ED_F4A2_2BE3_C955),
        ] as [(String, UInt64)])
    func digests(_ text: String, _ digest: UInt64) {
        let bytes = Array(text.utf8)
        #expect(bytes.withUnsafeBufferPointer { MD5.leadingBytes(of: $0, after: "") } == digest)
    }

    /// The form in which numbers are hashed: zero, positive and negative ones.
    @Test(
        arguments: [
            ("0", [0x80]), ("1", [0xC1, 2]), ("100", [0xC2, 2]), ("12.5", [0xC1, 13, 51]), ("-1", [0x3E, 100, 102]),
            ("-12.5", [0x3E, 89, 51, 102]),
        ] as [(String, [UInt8])])
    func hashedNumbers(_ text: String, _ bytes: [UInt8]) throws {
        var ordered: [UInt8] = []
        try Number(parsing: text).appendOrderedBytes(to: &ordered)
        var hashed: [UInt8] = []
        ordered.withUnsafeBufferPointer { PartitionHash.appendNumber($0, to: &hashed) }
        #expect(hashed == bytes)
    }

    @Test func hashesSpread() {
        let hashes = (0..<1000).map { PartitionHash.hash(Array("key\($0)".utf8)) }
        #expect(Set(hashes).count == 1000)
        #expect((400...600).contains(hashes.count { $0 >= 1 << 63 }))
    }
}
