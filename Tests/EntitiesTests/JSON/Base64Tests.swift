import Entities
import Foundation
import Testing

@Suite struct Base64Tests {
    /// RFC 4648, section 10.
    @Test(
        "The vectors of RFC 4648",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func vectors(plain: String, encoded: String) throws {
        #expect(Base64.text(of: Array(plain.utf8)) == encoded)
        #expect(try Base64.decode(encoded) == Array(plain.utf8))
        #expect(Base64.encodedCount(plain.utf8.count) == encoded.utf8.count)
    }

    @Test("Random bytes encode as Foundation encodes them, and come back")
    func againstFoundation() throws {
        var generator = SplitMix64(seed: 1)
        for count in Array(0...200) + [766, 767, 768, 769, 770, 1535, 1536, 1537, 10_000] {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            var text = Array("x".utf8)
            Base64.append(bytes, to: &text)
            #expect(String(decoding: text.dropFirst(), as: UTF8.self) == Data(bytes).base64EncodedString())
            #expect(try Base64.decode(String(decoding: text.dropFirst(), as: UTF8.self)) == bytes)
        }
    }

    /// The first three with DynamoDB's answers, as recorded by dynalite's tests.
    @Test(
        "Text that is not strict Base64 is refused as DynamoDB refuses it",
        arguments: [
            ("23456", "Base64 encoded length is expected a multiple of 4 bytes but found: 5"),
            ("=+/=", "Invalid Base64 character: '='"),
            ("+/+=", "Invalid last non-pad Base64 character dectected"),
            ("Zh==", "Invalid last non-pad Base64 character dectected"),
            ("Zg=", "Base64 encoded length is expected a multiple of 4 bytes but found: 3"),
            ("====", "Invalid Base64 character: '='"), ("Z===", "Invalid Base64 character: '='"),
            ("Zg==Zg==", "Invalid Base64 character: '='"), ("Zm9\n", "Invalid Base64 character: '\n'"),
            ("Zm-_", "Invalid Base64 character: '-'"), ("Zm9vZm 9", "Invalid Base64 character: ' '"),
            ("Zm9vZmé", "Invalid Base64 character: 'Ã'"),
        ])
    func refused(text: String, message: String) {
        #expect { try Base64.decode(text) } throws: { "\($0)" == message }
    }

    @Test("Whatever text is accepted is the text of its bytes")
    func canonical() {
        var generator = SplitMix64(seed: 2)
        let characters = Array("ABQgwxyz019+/=-".utf8)
        var accepted = 0
        for _ in 0..<5000 {
            let text = (0..<8).map { _ in characters[Int.random(in: 0..<characters.count, using: &generator)] }
            let string = String(decoding: text, as: UTF8.self)
            if let bytes = try? Base64.decode(string) {
                accepted += 1
                #expect(Base64.text(of: bytes) == string)
            }
            #expect((Data(base64Encoded: string) == nil) ? (try? Base64.decode(string)) == nil : true)
        }
        #expect(accepted > 100)
    }
}
