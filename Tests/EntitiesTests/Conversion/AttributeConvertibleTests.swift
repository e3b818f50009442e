import Entities
import Foundation
import Testing

/// A record with one attribute, to send values through every form.
struct Holder<Value: AttributeConvertible>: ItemDecodable, ItemEncodable {
    let value: Value

    init(_ value: Value) { self.value = value }

    init(from item: inout ItemReader) throws(AttributeError) { value = try item.read("value") }

    func write(to item: inout ItemWriter) throws(AttributeError) { try item.write("value", value) }
}

/// Reads a value of a type from packed bytes and from JSON, and checks that both say the same.
func read<V: AttributeConvertible & Equatable>(_ value: AttributeValue?, as type: V.Type = V.self) throws -> V {
    let item = value.map { ["value": $0] as EncodedItem } ?? [:]
    let packed = Result { try item.decode(as: Holder<V>.self).value }
    let json = Result { try ItemFormat.json.read(item, as: Holder<V>.self).value }
    switch (packed, json) {
    case (.success(let packed), .success(let json)): #expect(packed == json || packed != packed)
    case (.failure(let packed), .failure(let json)):
        #expect(packed as? AttributeError == json as? AttributeError)
    default: Issue.record("\(packed) is not \(json)")
    }
    return try packed.get()
}

/// What a value is stored as; checks that packing and `AttributeValue(converting:)` agree, and that it comes back.
func stored<V: AttributeConvertible & Equatable>(_ value: V) throws -> AttributeValue? {
    let stored = try EncodedItem(Holder(value))["value"]
    #expect(try read(stored, as: V.self) == value)
    if let stored {
        #expect(try AttributeValue(converting: value) == stored)
        #expect(try stored.converted(to: V.self) == value)
    }
    return stored
}

@Suite("Swift types as attributes")
struct AttributeConvertibleTests {
    enum Color: String, AttributeConvertible { case red, green }
    enum Level: Int, AttributeConvertible { case low = 1, high = 100 }

    struct Slug: RawRepresentable, AttributeConvertible, Hashable {
        let rawValue: String
        init?(rawValue: String) {
            if rawValue.contains(" ") { return nil }
            self.rawValue = rawValue
        }
    }

    @Test("scalars have one form each")
    func scalars() throws {
        #expect(try stored("") == "")
        #expect(try stored("e\u{301}🦀") == "e\u{301}🦀")
        #expect(try stored("🦀" as Character) == "🦀")
        #expect(try stored(true) == true)
        #expect(try stored(false) == false)
        #expect(try stored(Number(17)) == 17)
        #expect(try stored(Color.red) == "red")
        #expect(try stored(Level.high) == 100)
        #expect(try stored(Slug(rawValue: "a-b")) == "a-b")
        #expect(try stored(AttributeValue.null) == .null)
        #expect(try stored(["a": [1, .null]] as AttributeValue) == ["a": [1, .null]])
        let ulid = try #require(ULID("01KAJ7RT00T6MZK8H3XAYF1GEM"))
        #expect(try stored(ulid) == "01KAJ7RT00T6MZK8H3XAYF1GEM")
    }

    @Test("types of Foundation have one form each")
    func foundation() throws {
        #expect(try stored(Data([0, 255])) == .binary([0, 255]))
        #expect(try stored(Data()) == .binary([]))
        #expect(try stored(Date(timeIntervalSince1970: 1_795_229_160.25)) == "2026-11-21T02:46:00.250Z")
        let uuid = try #require(UUID(uuidString: "6BA7B810-9DAD-11D1-80B4-00C04FD430C8"))
        #expect(try stored(uuid) == "6ba7b810-9dad-11d1-80b4-00c04fd430c8")
        let url = try #require(URL(string: "https://example.com/a?b=c"))
        #expect(try stored(url) == "https://example.com/a?b=c")
        let decimal = try #require(Decimal(string: "-123456789.0123456789"))
        #expect(try stored(decimal) == .number(Number(parsing: "-123456789.0123456789")))
        #expect(try stored(Decimal(5)) == 5)
    }

    @Test("a date is rounded to milliseconds, and other spellings are read")
    func dates() throws {
        let date = Date(timeIntervalSince1970: 1_795_229_160.000_6)
        #expect(try EncodedItem(Holder(date))["value"] == "2026-11-21T02:46:00.001Z")
        #expect(try read("2026-11-21T04:46:00+02:00", as: Date.self) == Date(timeIntervalSince1970: 1_795_229_160))
        let error = #expect(throws: AttributeError.self) {
            try EncodedItem(Holder(Date(timeIntervalSince1970: 1e15)))
        }
        #expect(error?.code == .outOfRange)
        #expect(error?.path == "value")
    }

    @Test("a UUID is read in either case and refused otherwise")
    func uuids() throws {
        let uuid = try #require(UUID(uuidString: "6BA7B810-9DAD-11D1-80B4-00C04FD430C8"))
        #expect(try read("6BA7B810-9dad-11D1-80B4-00C04FD430C8", as: UUID.self) == uuid)
        for text in [
            "", "6ba7b810-9dad-11d1-80b4-00c04fd430c", "6ba7b810-9dad-11d1-80b4-00c04fd430c88",
            "6ba7b8109-dad-11d1-80b4-00c04fd430c8", "6ba7b810-9dad-11d1-80b4-00c04fd430cg",
            "6ba7b8109dad11d180b400c04fd430c8",
        ] {
            let error = #expect(throws: AttributeError.self) { try read(.string(text), as: UUID.self) }
            #expect(error?.code == .invalidValue)
        }
    }

    static func limits<T: FixedWidthInteger & AttributeConvertible>(_ type: T.Type) throws {
        for value in [T.min, T.max, 0, 1, T.max / 2, T.min / 2, 100, T.max - 1] {
            #expect(try stored(value) == .number(#require(Number(exactly: value))))
        }
        let beyond = try [
            Number.adding(#require(Number(exactly: T.max)), 1), Number.subtracting(#require(Number(exactly: T.min)), 1),
            Number(parsing: "0.5"), Number(parsing: "1e30"), Number(parsing: "-1e125"), Number(parsing: "1e-130"),
        ]
        for number in beyond where T(exactly: number) == nil {
            let error = #expect(throws: AttributeError.self) { try read(.number(number), as: T.self) }
            #expect(error?.code == .outOfRange)
            #expect(error?.path == "value")
        }
        #expect(throws: AttributeError.self) { try read("1", as: T.self) }
    }

    @Test("integers of all widths keep their limits")
    func integers() throws {
        try Self.limits(Int.self)
        try Self.limits(Int64.self)
        try Self.limits(Int32.self)
        try Self.limits(Int16.self)
        try Self.limits(Int8.self)
        try Self.limits(UInt.self)
        try Self.limits(UInt64.self)
        try Self.limits(UInt32.self)
        try Self.limits(UInt16.self)
        try Self.limits(UInt8.self)
        #expect(try stored(Int128(1) << 100) == .number(Number(parsing: "1267650600228229401496703205376")))
        #expect(try stored(UInt128(10) << 100) != nil)
        let error = #expect(throws: AttributeError.self) { try EncodedItem(Holder(UInt128.max)) }
        #expect(error?.code == .outOfRange)
    }

    @Test(
        "doubles come back exactly",
        arguments: [
            0, -0.0, 1, -1, 0.1, -0.1, 1.5, 1e22, 1e23, 123456789012345680, 9007199254740992, 9007199254740994, 5e-130,
            1e-7, 1.7976931348623157e125,
            0.30000000000000004, 2.2250738585072014e-130, 3.141592653589793, 1e15, 1e16, 999999999999999.9,
        ] as [Double])
    func doubles(value: Double) throws {
        #expect(try stored(value) == .number(Number(value)))
    }

    @Test("random doubles and floats come back exactly", arguments: 0..<20)
    func randomDoubles(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let double = Double(bitPattern: generator.next())
            if double.isFinite, (1e-129...1e125).contains(double.magnitude) {
                #expect(try stored(double) == .number(Number(double)))
            }
            let float = Float(bitPattern: UInt32(truncatingIfNeeded: generator.next()))
            if float.isFinite { #expect(try stored(float) == .number(Number(float))) }
            // Few digits: the quick way.
            let plain = Double(Int64.random(in: -999_999_999...999_999_999, using: &generator)) / 10_000
            #expect(try stored(plain) == .number(Number(plain)))
        }
    }

    @Test(
        "what is not finite or not in DynamoDB's range cannot be stored",
        arguments: [Double.nan, .infinity, -.infinity, 1e126, 1e-131])
    func notStorable(value: Double) {
        let error = #expect(throws: AttributeError.self) { try EncodedItem(Holder(value)) }
        #expect(error?.code == (value.isFinite ? .outOfRange : .notANumber))
        #expect(throws: AttributeError.self) { try AttributeValue(converting: value) }
        #expect(throws: AttributeError.self) { try EncodedItem(Holder([value])) }
        if !value.isFinite { #expect(throws: AttributeError.self) { try EncodedItem(Holder(Float(value))) } }
    }

    @Test("a number that is too large for a Float or a Decimal is an error")
    func tooLarge() throws {
        let number = try AttributeValue.number(Number(parsing: "1e100"))
        #expect(throws: AttributeError.self) { try read(number, as: Float.self) }
        #expect(throws: AttributeError.self) { try EncodedItem(Holder(Decimal.nan)) }
        #expect(try read(number, as: Double.self) == 1e100)
    }

    @Test("an unknown raw value is named")
    func rawValues() {
        let error = #expect(throws: AttributeError.self) { try read("blue", as: Color.self) }
        #expect(error?.code == .invalidValue)
        #expect(error?.description == "value: \"blue\" is not a value of Color")
        #expect(throws: AttributeError.self) { try read(2, as: Level.self) }
        #expect(throws: AttributeError.self) { try read("a b", as: Slug.self) }
        #expect(throws: AttributeError.self) { try read("1", as: Level.self) }
    }

    @Test("texts that are not what they should be are shown")
    func invalidTexts() {
        #expect(throws: AttributeError.self) { try read("ab", as: Character.self) }
        #expect(throws: AttributeError.self) { try read("", as: Character.self) }
        #expect(throws: AttributeError.self) { try read("", as: URL.self) }
        let error = #expect(throws: AttributeError.self) { try read("x", as: ULID.self) }
        #expect(error?.reason == "\"x\" is not a ULID")
    }

    static let values: [AttributeValue] = [
        "1", 1, .binary([1]), true, .null, .stringSet(["1"]), .numberSet([1]), .binarySet([[1]]), ["a"], ["a": "b"],
    ]

    static func mismatches<V: AttributeConvertible & Equatable>(_ type: V.Type, but allowed: AttributeType...) {
        for value in values where !allowed.contains(value.type) {
            let error = #expect(throws: AttributeError.self) { try read(value, as: V.self) }
            #expect(error?.code == .typeMismatch)
            #expect(error?.reason.contains("found \(value.type)") == true)
        }
    }

    @Test("a value of another type is an error that names both")
    func mismatches() {
        Self.mismatches(String.self, but: .string)
        Self.mismatches(Bool.self, but: .bool)
        Self.mismatches(Int.self, but: .number)
        Self.mismatches(Double.self, but: .number)
        Self.mismatches(Number.self, but: .number)
        Self.mismatches([UInt8].self, but: .binary)
        Self.mismatches(Date.self, but: .string)
        Self.mismatches(Set<Int>?.self, but: .numberSet, .stringSet, .binarySet, .null)
        Self.mismatches([String].self, but: .list)
        Self.mismatches([String: String].self, but: .map)
        Self.mismatches(String?.self, but: .string, .null)
    }
}
