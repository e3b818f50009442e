/// Writes JSON text into bytes.
///
/// Commas come by themselves; that objects and arrays are closed, and that keys and values alternate, is the caller's to do.
///
/// ```swift
/// var json = JSONWriter(capacity: 256)
/// json.beginObject()
/// json.key("TableName"); json.value("cms")
/// json.endObject()
/// ```
package struct JSONWriter: ~Copyable {
    var buffer: ByteBuffer
    /// Whether a value stands before the place where the next is written.
    private var needsComma = false

    package init(capacity: Int = 512) {
        buffer = ByteBuffer(capacity: capacity)
    }

    init(_ buffer: consuming ByteBuffer) {
        self.buffer = buffer
    }

    /// What was written.
    package var bytes: [UInt8] { buffer.array }

    /// What was written, as a string.
    package var text: String { buffer.text }

    /// Writes the comma between two values.
    @inline(__always)
    private mutating func separate() {
        if needsComma { buffer.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    package mutating func beginObject() { open(UInt8(ascii: "{")) }

    package mutating func endObject() { close(UInt8(ascii: "}")) }

    package mutating func beginArray() { open(UInt8(ascii: "[")) }

    package mutating func endArray() { close(UInt8(ascii: "]")) }

    private mutating func open(_ bracket: UInt8) {
        separate()
        buffer.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        buffer.append(bracket)
        needsComma = true
    }

    /// Writes a member's name, which must not have characters that need an escape.
    package mutating func key(_ name: StaticString) {
        separate()
        buffer.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { buffer.append(contentsOf: $0) }
        buffer.appendLiteral("\":")
        needsComma = false
    }

    /// Writes a member's name that is known only at run time.
    @_disfavoredOverload
    package mutating func key(_ name: String) {
        separate()
        buffer.appendQuoted(name)
        buffer.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Begins a text with its quote; the caller appends the rest to `bytes`.
    mutating func beginText() {
        separate()
        buffer.append(UInt8(ascii: "\""))
    }

    package mutating func value(_ value: String) {
        separate()
        buffer.appendQuoted(value)
    }

    package mutating func value(_ value: Bool) {
        separate()
        buffer.appendLiteral(value ? "true" : "false")
    }

    package mutating func value(_ value: Int) {
        separate()
        buffer.appendDecimal(Int64(value))
    }

    /// Writes a number; `null` if it is not finite, as JSON has no other word for that.
    package mutating func value(_ value: Double) {
        separate()
        buffer.append(text: value.isFinite ? value.description : "null")
    }

    package mutating func null() {
        separate()
        buffer.appendLiteral("null")
    }

    /// Writes an item as DynamoDB has it: `{"pk":{"S":"…"}}`.
    package mutating func value(_ item: EncodedItem) {
        separate()
        item.withPacked { buffer.appendJSON($0) }
    }

    /// Writes a value as DynamoDB has it: `{"S":"…"}`.
    package mutating func value(_ value: AttributeValue) {
        separate()
        switch value {
        case .string(let text): buffer.appendTypedString(text)
        case .bool(let value): buffer.appendLiteral(value ? #"{"BOOL":true}"# : #"{"BOOL":false}"#)
        case .number(let number): buffer.appendTypedNumber(number)
        default:
            let packed = EncodedItem.packed(value)
            packed.withUnsafeBufferPointer { buffer.appendJSON(PackedValue($0)) }
        }
    }

    /// Writes a packed value as DynamoDB has it: `{"S":"…"}`.
    package mutating func value(_ value: PackedValue) {
        separate()
        buffer.appendJSON(value)
    }

    /// Writes the text of one value as it is.
    package mutating func value(raw text: [UInt8]) {
        separate()
        text.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
    }

    /// Appends text as it is and leaves the commas to the caller: the next value or key gets one only if `needsComma`.
    package mutating func append(raw text: StaticString, needsComma: Bool) {
        text.withUTF8Buffer { buffer.append(contentsOf: $0) }
        self.needsComma = needsComma
    }

    /// Appends text as it is and leaves the commas to the caller: the next value or key gets one only if `needsComma`.
    package mutating func append(raw text: [UInt8], needsComma: Bool) {
        text.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
        self.needsComma = needsComma
    }
}
