/// A value that can be read back from a key's text.
///
/// All key parts conform. What a type of your own writes by itself can be read once it says how; until then it throws:
/// ```swift
/// extension Money {
///     init(reading key: inout KeyTextReader) throws(AttributeError) { cents = try key.integer(width: 12) }
/// }
/// ```
public protocol ReadableKeyPart: Sendable {
    /// Takes the value's text from where the reader stands.
    /// - Throws: `invalidValue` where the text is none of this type's.
    init(reading key: inout KeyTextReader) throws(AttributeError)
}

extension KeyPart {
    /// Refuses: the type says how it is written, and not how it is read.
    public init(reading key: inout KeyTextReader) throws(AttributeError) {
        throw AttributeError(
            .invalidValue,
            reason: "\(Self.self) cannot be read from a key: give it 'init(reading:)', beside 'write(to:)'")
    }
}

extension KeyPart where Self: RawRepresentable, RawValue: KeyPart {
    public init(reading key: inout KeyTextReader) throws(AttributeError) {
        let raw = try RawValue(reading: &key)
        guard let value = Self(rawValue: raw) else { throw key.refusal("\(raw) is no value of \(Self.self)") }
        self = value
    }
}

extension String {
    public init(reading key: inout KeyTextReader) throws(AttributeError) { self = try key.text() }
}

extension AttributeChoice {
    public init(reading key: inout KeyTextReader) throws(AttributeError) {
        let (text, casing) = (try key.text(), key.casing)
        let value = Self.allCases.first { KeyText(literal: $0.rawValue).cased(casing).text == text }
        guard let value else { throw key.refusal("\(text) is no value of \(Self.self)") }
        self = value
    }
}

extension URL {
    public init(reading key: inout KeyTextReader) throws(AttributeError) {
        let text = try key.text()
        guard let url = URL(string: text) else { throw key.refusal("\"\(text)\" is no URL") }
        self = url
    }
}

extension KeyText {
    public init(reading key: inout KeyTextReader) throws(AttributeError) { self.init(literal: try key.text()) }
}

extension Bool {
    public init(reading key: inout KeyTextReader) throws(AttributeError) {
        if key.form == .raw {
            self = try key.raw { Bool($0.lowercased()) }
            return
        }
        self = key.skip("true")
        if !self, !key.skip("false") { throw key.refusal("neither \"true\" nor \"false\" follows where it should") }
    }
}

extension UUID {
    public init(reading key: inout KeyTextReader) throws(AttributeError) {
        self = try key.form == .raw ? key.raw { UUID(uuidString: $0) } : key.fixed(36, UUIDText.uuid)
    }
}

extension ULID {
    public init(reading key: inout KeyTextReader) throws(AttributeError) {
        self = try key.form == .raw ? key.raw { ULID($0.uppercased()) } : key.fixed(26) { ULID(utf8: $0) }
    }
}

extension Date {
    public init(reading key: inout KeyTextReader) throws(AttributeError) {
        let length = DateText.Precision.millisecond.length
        if key.form == .raw {
            self = try key.raw { text in
                var text = text.uppercased()
                return text.withUTF8 { $0.count == length ? DateText.date(utf8: $0) : nil }
            }
        } else {
            self = try key.fixed(length) { DateText.date(utf8: $0) }
        }
    }
}

// MARK: Numbers

extension KeyTextReader {
    /// A whole number of `width` digits, as `KeyText.append(integer:width:)` writes it.
    public mutating func integer<I: FixedWidthInteger>(width: Int) throws(AttributeError) -> I {
        let text = try digits(width: width)
        guard let value = I(text) else { throw refusal("\(text) is no value of \(I.self)") }
        return value
    }

    /// A number in the form that the template gives it.
    fileprivate mutating func number<N>(_ convert: (Number) -> N?) throws(AttributeError) -> N {
        if form == .raw { return try rawNumber { Number($0.uppercased()).flatMap(convert) } }
        guard case .fixedPoint(let width, let scale) = form else {
            throw refusal("its template gives a number no width")
        }
        let text = try digits(width: width, scale: scale)
        guard let number = Number(text), let value = convert(number) else {
            throw refusal("\(text) is no value of \(N.self)")
        }
        return value
    }
}

extension KeyPart where Self: FixedWidthInteger {
    public init(reading key: inout KeyTextReader) throws(AttributeError) {
        if key.form == .raw {
            self = try key.rawNumber { Self($0) }
            return
        }
        var width = DecimalDigits.count(UInt128(clamping: Self.max))
        if case .digits(let given) = key.form { width = given }
        self = try key.integer(width: width)
    }
}

extension Number: ReadableKeyPart {
    public init(reading key: inout KeyTextReader) throws(AttributeError) { self = try key.number { $0 } }
}

extension Double: ReadableKeyPart {
    public init(reading key: inout KeyTextReader) throws(AttributeError) {
        self = try key.number { Double($0.description) }
    }
}

extension Float: ReadableKeyPart {
    public init(reading key: inout KeyTextReader) throws(AttributeError) {
        self = try key.number { Float($0.description) }
    }
}

extension Decimal: ReadableKeyPart {
    public init(reading key: inout KeyTextReader) throws(AttributeError) {
        self = try key.number { Decimal(string: $0.description) }
    }
}
