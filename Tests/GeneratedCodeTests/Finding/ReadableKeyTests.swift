import Entities
import FixtureTypes
import Foundation
import GeneratedModel
import Testing

/// Keys of generated records, read back from the attributes that they are stored as.
@Suite("Keys that are read back")
struct ReadableKeyTests {
    /// Texts with all that is escaped, and some of what delimits.
    private static func text(_ random: inout SeededGenerator) -> String {
        let scalars = Array("aZ09#%/_-:é\u{0}\u{1F}\"~ 日\u{1F600}".unicodeScalars)
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            text.append(scalars[Int.random(in: 0..<scalars.count, using: &random)])
        }
        return String(text)
    }

    private static func uuid(_ random: inout SeededGenerator) -> UUID {
        let (a, b) = (random.next(), random.next())
        return withUnsafeBytes(of: (a, b)) { bytes in UUID(uuid: bytes.loadUnaligned(as: uuid_t.self)) }
    }

    private static func date(_ random: inout SeededGenerator) -> Date {
        // Whole milliseconds of the years 0000 to 9999; seconds where an attribute is stored so.
        Date(timeIntervalSince1970: Double(Int64.random(in: -62_167_219_200...253_402_300_799, using: &random)))
    }

    private func check<K: ReadableKey>(_ key: K) throws {
        let stored = try EncodedItem(key)
        #expect(try K(stored: stored) == key, "\(stored)")
    }

    @Test("Every key is read back as it was")
    func roundTrip() throws {
        var random = SeededGenerator(state: 20_261_121)
        for _ in 0..<300 {
            let (a, b) = (Self.text(&random), Self.text(&random))
            let ulid = ULID.random(in: &random)
            let date = Self.date(&random)
            try check(Article.Key(tenantID: a, articleID: ulid))
            try check(Comment.Key(tenantID: a, articleID: ulid, commentID: ULID.random(in: &random)))
            try check(Author.Key(authorID: a))
            try check(Order.Key(buyerID: a, orderID: Self.uuid(&random)))
            try check(Stock.Key(sku: SKU(rawValue: a), place: b))
            try check(Event.Key(eventID: ulid, at: date))
            try check(Sample.Key(sampleID: Self.uuid(&random)))
            try check(
                Rate.Key(
                    channel: .allCases.randomElement(using: &random) ?? .web,
                    priority: .allCases.randomElement(using: &random) ?? .low, isOpen: .random(using: &random), name: b,
                    amount: Decimal(Int.random(in: -99_999_999...99_999_999, using: &random)) / 100,
                    weight: Double(Int.random(in: -999_999...999_999, using: &random)) / 1000,
                    step: .random(in: -9999...9999, using: &random)))
            try check(Setting.Key())
            try check(Query.Key(page: Int.random(in: .min ... .max, using: &random), text: a))
            try check(Reading.Key(meterID: Self.uuid(&random), at: date))
            try check(Booking.Key(accountID: a + "x", number: Int.random(in: .min ... .max, using: &random)))
        }
    }

    @Test("A whole item is stored under its key, and no key of another entity")
    func ownership() throws {
        let article = Article(.init(tenantID: "acme", authorID: "ada", slug: "hello", title: "Hello"))
        let item = try EncodedItem(article)
        #expect(try Article.Key(stored: item) == article.key)
        #expect(Article.owns(item) && Article.ownsKey(of: item))
        #expect(!Comment.owns(item) && !Comment.ownsKey(of: item) && !Author.ownsKey(of: item))
        #expect(!Setting.ownsKey(of: item))
    }

    @Test(
        "What a key would not have been written as is refused",
        arguments: [
            ["pk": "TENANT#acme"],
            ["pk": "TENANT#acme", "sk": 1],
            ["pk": "TENANT#acme", "sk": "ARTICLE#"],
            ["pk": "TENANT#acme", "sk": "ARTICLE#01ARZ3NDEKTSV4RRFFQ69G5FAVX"],
            ["pk": "TENANT#acme", "sk": "ARTICLE#01arz3ndektsv4rrffq69g5fav"],
            ["pk": "TENANT#acme", "sk": "article#01ARZ3NDEKTSV4RRFFQ69G5FAV"],
            ["pk": "tenant#acme", "sk": "ARTICLE#01ARZ3NDEKTSV4RRFFQ69G5FAV"],
            ["pk": "TENANT#a c", "sk": "ARTICLE#01ARZ3NDEKTSV4RRFFQ69G5FAV"],
            ["pk": "TENANT#a%2", "sk": "ARTICLE#01ARZ3NDEKTSV4RRFFQ69G5FAV"],
            ["pk": "TENANT#a%2f", "sk": "ARTICLE#01ARZ3NDEKTSV4RRFFQ69G5FAV"],
            ["pk": "TENANT#a%41", "sk": "ARTICLE#01ARZ3NDEKTSV4RRFFQ69G5FAV"],
            ["pk": "TENANT#a%FF", "sk": "ARTICLE#01ARZ3NDEKTSV4RRFFQ69G5FAV"],
        ] as [EncodedItem])
    func foreign(_ item: EncodedItem) throws {
        #expect(throws: AttributeError.self) { try Article.Key(stored: item) }
        #expect(!Article.ownsKey(of: item))
    }

    @Test("Numbers are read back in their width, negative ones by their complement")
    func numbers() throws {
        #expect(
            try Query.Key(stored: ["pk": "QUERY#-9999999999999999966", "sk": "x"]) == Query.Key(page: -33, text: "x"))
        #expect(
            try Query.Key(stored: ["pk": "QUERY#0000000000000000042", "sk": "x"]) == Query.Key(page: 42, text: "x"))
        #expect(throws: AttributeError.self) {
            // Minus zero is no number that is written.
            try Query.Key(stored: ["pk": "QUERY#-9999999999999999999", "sk": "x"])
        }
        #expect(throws: AttributeError.self) { try Query.Key(stored: ["pk": "QUERY#42", "sk": "x"]) }
    }
}

extension ULID {
    fileprivate static func random(in random: inout SeededGenerator) -> ULID {
        ULID(
            timestamp: Date(timeIntervalSince1970: Double(UInt32.random(in: 0 ... .max, using: &random))),
            randomness: UInt128.random(in: 0..<1 << 80, using: &random))
    }
}

/// SplitMix64: the same keys in every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
