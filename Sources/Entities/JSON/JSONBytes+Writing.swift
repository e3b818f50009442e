// Appending JSON text.
extension ByteSink where Self: ~Copyable {
    @inline(__always)
    mutating func appendLiteral(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    /// The UTF-8 of a text.
    @inline(__always)
    mutating func append(text: String) {
        var text = text
        text.withUTF8 { append(contentsOf: $0) }
    }

    /// A text in quotes, escaped.
    mutating func appendQuoted(_ text: String) {
        var text = text
        text.withUTF8 { appendQuoted($0) }
    }

    /// UTF-8 in quotes, with escapes for quotes, backslashes and control characters.
    mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
        append(UInt8(ascii: "\""))
        if JSONBytes.isPlain(text) { append(contentsOf: text) } else { appendEscaping(text) }
        append(UInt8(ascii: "\""))
    }

    /// UTF-8 with escapes; looks at sixteen bytes at a time.
    private mutating func appendEscaping(_ text: UnsafeBufferPointer<UInt8>) {
        guard let base = text.baseAddress else { return }
        var (start, index) = (0, 0)
        while index < text.count {
            if text.count - index >= 16 {
                let block = JSONBlock(base + index)
                if block.isPlain {
                    index += 16
                    continue
                }
                index += block.plainCount
            } else if !JSONBytes.needsEscape(base[index]) {
                index += 1
                continue
            }
            append(contentsOf: UnsafeBufferPointer(start: base + start, count: index - start))
            appendEscaped(base[index])
            index += 1
            start = index
        }
        append(contentsOf: UnsafeBufferPointer(start: base + start, count: text.count - start))
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
        case 0x08: append(UInt8(ascii: "b"))
        case 0x09: append(UInt8(ascii: "t"))
        case 0x0A: append(UInt8(ascii: "n"))
        case 0x0C: append(UInt8(ascii: "f"))
        case 0x0D: append(UInt8(ascii: "r"))
        default:
            appendLiteral("u00")
            append(UInt8(ascii: "0") + byte >> 4)
            let low = byte & 15
            append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
        }
    }

    /// An integer's decimal digits.
    mutating func appendDecimal(_ value: Int64) {
        if value < 0 { append(UInt8(ascii: "-")) }
        var rest = value.magnitude
        if rest < 10 {
            append(UInt8(ascii: "0") + UInt8(rest))
            return
        }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = 20
            while rest > 0 {
                start -= 1
                digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
        }
    }

    /// `{"S":"…"}`
    mutating func appendTypedString(_ text: String) {
        appendLiteral(#"{"S":"#)
        appendQuoted(text)
        append(UInt8(ascii: "}"))
    }

    /// `{"N":"…"}`
    mutating func appendTypedNumber(_ number: Number) {
        appendLiteral(#"{"N":""#)
        number.append(to: &self)
        appendLiteral(#""}"#)
    }

    /// An item or the body of a map: an object of typed values.
    mutating func appendJSON(_ map: PackedMap) {
        append(UInt8(ascii: "{"))
        var isFirst = true
        for entry in map {
            if !isFirst { append(UInt8(ascii: ",")) }
            isFirst = false
            appendQuoted(entry.name)
            append(UInt8(ascii: ":"))
            appendJSON(entry.value)
        }
        append(UInt8(ascii: "}"))
    }

    /// A typed value.
    mutating func appendJSON(_ value: PackedValue) {
        let tag = value.tag
        switch tag {
        case .string:
            appendLiteral(#"{"S":"#)
            appendQuoted(value.content)
        case .number:
            appendLiteral(#"{"N":"#)
            appendContent(value.content, of: tag)
        case .binary:
            appendLiteral(#"{"B":"#)
            appendContent(value.content, of: tag)
        case .false: appendLiteral(#"{"BOOL":false"#)
        case .true: appendLiteral(#"{"BOOL":true"#)
        case .null: appendLiteral(#"{"NULL":true"#)
        case .stringSet, .numberSet, .binarySet:
            append(UInt8(ascii: "{"))
            appendLiteral(tag == .stringSet ? #""SS":["# : tag == .numberSet ? #""NS":["# : #""BS":["#)
            if let set = value.set, let element = tag.element {
                var isFirst = true
                for content in set {
                    if !isFirst { append(UInt8(ascii: ",")) }
                    isFirst = false
                    appendContent(content, of: element)
                }
            }
            append(UInt8(ascii: "]"))
        case .list:
            appendLiteral(#"{"L":["#)
            if let list = value.list {
                var isFirst = true
                for element in list {
                    if !isFirst { append(UInt8(ascii: ",")) }
                    isFirst = false
                    appendJSON(element)
                }
            }
            append(UInt8(ascii: "]"))
        case .map:
            appendLiteral(#"{"M":"#)
            if let map = value.map { appendJSON(map) }
        }
        append(UInt8(ascii: "}"))
    }

    /// The content of S, N or B as a string.
    private mutating func appendContent(_ content: UnsafeBufferPointer<UInt8>, of tag: PackedTag) {
        if tag == .string {
            appendQuoted(content)
            return
        }
        append(UInt8(ascii: "\""))
        let raw = UnsafeRawBufferPointer(content)
        if tag == .binary {
            Base64.append(raw, to: &self)
        } else if let integer = Number.int64(orderedBytes: raw) {
            appendDecimal(integer)
        } else {
            Number(packed: content).append(to: &self)
        }
        append(UInt8(ascii: "\""))
    }
}
