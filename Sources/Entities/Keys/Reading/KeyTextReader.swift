/// Reads the parts of a key's text one after the other: the inverse of what `KeyText` writes.
///
/// Texts come from a table, so everything that is not as `KeyText` would have written it is an error.
public struct KeyTextReader {
    private let utf8: [UInt8]
    private let segments: [KeyTextPattern.Segment]
    let casing: KeyTextCasing
    /// The next byte that has not been read, and the next segment.
    private var position = 0
    private var segment = 0
    /// The form of the part that is being read.
    private(set) var form: KeyTextPattern.Form = .whole

    init(_ text: KeyText, _ pattern: KeyTextPattern) {
        utf8 = text.utf8.array
        segments = pattern.segments
        casing = pattern.casing
    }

    /// The next part of the pattern, behind the literal before it.
    mutating func part<Part: ReadableKeyPart>() throws(AttributeError) -> Part {
        try skipLiteral()
        guard segment < segments.count, case .part(let form) = segments[segment] else {
            throw refusal("it has fewer parts than are asked for")
        }
        self.form = form
        segment += 1
        return try Part(reading: &self)
    }

    /// Passes over the end of the text.
    mutating func finish() throws(AttributeError) {
        try skipLiteral()
        guard segment == segments.count, position == utf8.count else {
            throw refusal("more follows where it should end")
        }
    }

    private mutating func skipLiteral() throws(AttributeError) {
        guard segment < segments.count, case .literal(let literal) = segments[segment] else { return }
        guard utf8[position...].starts(with: literal) else {
            throw refusal("\"\(String(decoding: literal, as: UTF8.self))\" does not follow where it should")
        }
        position += literal.count
        segment += 1
    }

    /// The error that the text is not one of the pattern.
    func refusal(_ reason: String) -> AttributeError {
        AttributeError(
            .invalidValue,
            reason: "the key \"\(String(decoding: utf8, as: UTF8.self))\" is none of this entity's: \(reason)")
    }
}

// What types read their texts with.
extension KeyTextReader {
    /// The text up to what follows the part, without its percent-encoding.
    public mutating func text() throws(AttributeError) -> String {
        if form == .raw { return try rawText() }
        var text: [UInt8] = []
        while position < utf8.count, utf8[position] != delimiter {
            let byte = utf8[position]
            position += 1
            guard byte == UInt8(ascii: "%") else {
                text.append(byte)
                continue
            }
            guard let high = hexadecimalDigit(), let low = hexadecimalDigit() else {
                throw refusal("a \"%\" is not followed by two hexadecimal digits")
            }
            text.append(high << 4 | low)
        }
        guard let valid = String(validating: text, as: UTF8.self) else { throw refusal("a part is no UTF-8") }
        return valid
    }

    /// The text up to where what follows the part begins for the first time: nothing is escaped.
    private mutating func rawText() throws(AttributeError) -> String {
        var end = utf8.count
        if segment < segments.count, case .literal(let literal) = segments[segment] {
            var start = position
            while start + literal.count <= utf8.count, !utf8[start...].starts(with: literal) { start += 1 }
            guard start + literal.count <= utf8.count else {
                throw refusal("\"\(String(decoding: literal, as: UTF8.self))\" does not follow where it should")
            }
            end = start
        }
        defer { position = end }
        guard let text = String(validating: utf8[position..<end], as: UTF8.self) else {
            throw refusal("a part is no UTF-8")
        }
        return text
    }

    /// A value from its text in ElectroDB's key, whatever became of its letters.
    mutating func raw<Value>(_ convert: (String) -> Value?) throws(AttributeError) -> Value {
        let text = try rawText()
        guard let value = convert(text) else { throw refusal("\"\(text)\" is no value of \(Value.self)") }
        return value
    }

    /// A number from its text in ElectroDB's key: zeros that fill it up may stand before the sign.
    mutating func rawNumber<Value>(_ convert: (String) -> Value?) throws(AttributeError) -> Value {
        try raw { text in
            let unfilled = text.drop { $0 == "0" }
            return convert(unfilled.hasPrefix("-") ? String(unfilled) : text)
        }
    }

    /// So many bytes as they are, for texts of one length.
    mutating func fixed<Value>(
        _ count: Int, _ read: (UnsafeBufferPointer<UInt8>) -> Value?
    ) throws(AttributeError) -> Value {
        guard position + count <= utf8.count,
            let value = utf8[position..<position + count].withUnsafeBufferPointer(read)
        else { throw refusal("a part of \(count) characters is not what it should be") }
        position += count
        return value
    }

    /// Whether the text goes on with this; it is then passed over.
    mutating func skip(_ text: StaticString) -> Bool {
        let isNext = text.withUTF8Buffer { utf8[position...].starts(with: $0) }
        if isNext { position += text.utf8CodeUnitCount }
        return isNext
    }

    /// A number of fixed width as its plain text; in the key a negative one is `-` and the nines' complement.
    mutating func digits(width: Int, scale: Int = 0) throws(AttributeError) -> String {
        let isNegative = skip("-")
        let nines = UInt8(ascii: "0") + UInt8(ascii: "9")
        let text = try fixed(width + (scale > 0 ? scale + 1 : 0)) { bytes -> String? in
            var digits: [UInt8] = []
            for (index, byte) in bytes.enumerated() {
                if scale > 0, index == width {
                    guard byte == UInt8(ascii: ".") else { return nil }
                    digits.append(byte)
                } else {
                    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                    digits.append(isNegative ? nines - byte : byte)
                }
            }
            return String(decoding: digits, as: UTF8.self)
        }
        return (isNegative ? "-" : "") + text
    }

    /// What the part's text ends before: it is escaped in all texts. `nil` where the part is the last.
    private var delimiter: UInt8? {
        guard segment < segments.count, case .literal(let literal) = segments[segment] else { return nil }
        return literal.first
    }

    private mutating func hexadecimalDigit() -> UInt8? {
        guard position < utf8.count else { return nil }
        defer { position += 1 }
        // Upper case only, as it is written.
        switch utf8[position] {
        case let digit where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit): return digit - UInt8(ascii: "0")
        case let digit where (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(digit):
            return digit - UInt8(ascii: "A") + 10
        default: return nil
        }
    }
}
