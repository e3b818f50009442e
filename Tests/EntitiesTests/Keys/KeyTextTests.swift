import Foundation
import Testing

@testable import Entities

@Suite("The text of keys")
struct KeyTextTests {
    private enum Status: String, KeyPart { case open, inReview = "in review" }

    private struct Cents: KeyPart {
        let amount: Int
        func write(to key: inout KeyText) { key.append(integer: amount, width: 4) }
    }

    private struct Label: KeyPart {
        let text: String
        func write(to key: inout KeyText) { key.append(escaping: text) }
    }

    @Test("A template is its literals and the texts of its values")
    func template() throws {
        let date = Date(timeIntervalSince1970: 1_795_229_160)
        let id = try #require(UUID(uuidString: "E621E1F8-C36C-495A-93FC-0C247A3E6E5F"))
        let key: KeyText =
            "T#\("acme")#\(7)#\(-1)#\(UInt8(7))#\(true)#\(date)#\(date, .day)#\(id)#\(Status.inReview)#\(Cents(amount: 5))"
        #expect(
            key.text == "T#acme#0000000000000000007#-9999999999999999998#007#true#2026-11-21T02:46:00.000Z#2026-11-21"
                + "#e621e1f8-c36c-495a-93fc-0c247a3e6e5f#in%20review#0005")
        #expect(key.problem == nil)
    }

    @Test(
        "Text is percent-encoded below &",
        arguments: [
            ("plain", "plain"), ("", ""), ("a b", "a%20b"), ("#", "%23"), ("100%", "100%25"), ("%23", "%2523"),
            ("&'(", "&'("),
            ("\u{0}\u{1F}\n", "%00%1F%0A"), ("zażółć 🦀", "zażółć%20🦀"), ("\u{10FFFE}#", "\u{10FFFE}%23"),
            (
                "long enough to be longer than fifteen bytes",
                "long%20enough%20to%20be%20longer%20than%20fifteen%20bytes"
            ),
        ])
    func escaping(value: String, text: String) {
        let key: KeyText = "\(value)"
        #expect(key.text.isIdentical(to: text))
        #expect(key.problem == nil)
    }

    @Test("A delimiter above % is percent-encoded in the value before it")
    func delimiter() {
        #expect(("\("a-b", before: "-")-" as KeyText).text == "a%2Db-")
        #expect(("\("a-b", before: "_")_" as KeyText).text == "a-b_")
        #expect(("\(lowercased: "A-B", before: "-")-" as KeyText).text == "a%2Db-")
        #expect(("\(Status.inReview, before: "r")" as KeyText).text == "in%20%72eview")
        #expect(("\(Label(text: "a-b"), before: "-")-" as KeyText).text == "a%2Db-")
        #expect(("\(-5, before: "-")-" as KeyText).text == "-9999999999999999994-")
        #expect(("\("a", before: "→")" as KeyText).problem != nil)
    }

    @Test("U+10FFFF is refused wherever it stands", arguments: ["\u{10FFFF}", "a\u{10FFFF}", "🦀\u{10FFFF}#"])
    func maximum(value: String) {
        let key: KeyText = "P#\(value)"
        #expect(key.problem?.reason == "U+10FFFF cannot be part of a key: it marks the end of ranges")
        #expect(throws: AttributeError.self) { try AttributeValue(converting: key) }
        // Through every road that a part can take.
        #expect(("\(key)" as KeyText).problem != nil)
        #expect(("\(shard: value, of: 4)" as KeyText).problem != nil)
        #expect(("\(lowercased: value)" as KeyText).problem != nil)
    }

    @Test("Different texts make different keys, in the same order, also before #", arguments: 0..<8 as Range<UInt64>)
    func order(seed: UInt64) {
        var parts = RandomParts(seed: seed)
        for _ in 0..<2_000 {
            let (left, right) = (parts.text(), parts.text())
            let keys: (KeyText, KeyText) = ("\(left)", "\(right)")
            #expect(
                keys.0.text.precedes(keys.1.text) == left.precedes(right),
                "\(left.debugDescription) \(right.debugDescription)")
            #expect((keys.0 == keys.1) == left.isIdentical(to: right))
            #expect(!keys.0.utf8.array.contains { $0 <= 0x24 })
            let behind = (parts.text(), parts.text())
            let longer: (KeyText, KeyText) = ("\(left)#\(behind.0)", "\(right)#\(behind.1)")
            if !left.isIdentical(to: right) {
                #expect(
                    longer.0.precedes(longer.1) == left.precedes(right),
                    "\(left.debugDescription) \(right.debugDescription)")
            }
        }
    }

    @Test("No delimiter lets two pairs of values make one key", arguments: ["#", "-", "_", "/", "|", "--", "g", "~"])
    func injective(delimiter: String) throws {
        var parts = RandomParts(seed: 1)
        let first = try #require(delimiter.unicodeScalars.first)
        var seen: [KeyText: [String]] = [:]
        for _ in 0..<20_000 {
            let pair = [parts.text(), parts.text()]
            var key: KeyText = "\(pair[0], before: first)"
            key.append(literal: delimiter)
            key.append("\(pair[1])")
            let known = seen.updateValue(pair, forKey: key) ?? pair
            #expect(zip(known, pair).allSatisfy { $0.isIdentical(to: $1) }, "\(known) \(pair)")
        }
    }
}
