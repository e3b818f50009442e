public import struct Foundation.Date
public import struct Foundation.URL
public import struct Foundation.UUID

/// A value that can be part of a key's text.
///
/// Types of your own conform by writing one of the forms there are:
/// ```swift
/// extension Money: KeyPart {
///     func write(to key: inout KeyText) { key.append(integer: cents, width: 12) }
/// }
/// ```
public protocol KeyPart: Sendable {
    /// Appends the value's text. Different values must have different texts, and for ranges the texts must be in the order of the
    /// values.
    func write(to key: inout KeyText)
    /// Appends the value's text where a delimiter above `%` follows, which the text then must not contain.
    func write(to key: inout KeyText, before delimiter: UInt8)
}

extension KeyPart {
    public func write(to key: inout KeyText, before delimiter: UInt8) { write(to: &key) }
}

extension String: KeyPart {
    public func write(to key: inout KeyText) { key.append(escaping: self) }
    public func write(to key: inout KeyText, before delimiter: UInt8) {
        key.append(escaping: self, delimiter: delimiter)
    }
}

extension URL: KeyPart {
    public func write(to key: inout KeyText) { key.append(escaping: absoluteString) }
    public func write(to key: inout KeyText, before delimiter: UInt8) {
        key.append(escaping: absoluteString, delimiter: delimiter)
    }
}

extension Bool: KeyPart {
    public func write(to key: inout KeyText) { key.append(literal: self ? "true" : "false") }
}

extension UUID: KeyPart {
    public func write(to key: inout KeyText) { key.append(literal: uuidString.lowercased()) }
}

extension ULID: KeyPart {
    public func write(to key: inout KeyText) { key.append(literal: description) }
}

extension KeyText: KeyPart {
    public func write(to key: inout KeyText) { key.append(self) }
}

extension Date: KeyPart {
    public func write(to key: inout KeyText) { key.append(self, bucket: nil) }
}

extension KeyText {
    /// Appends a date as ISO 8601 text in UTC with milliseconds, or the part of it that `bucket` keeps. Years 0000 to 9999.
    mutating func append(_ date: Date, bucket: DateBucket?) {
        guard let text = DateText.text(of: date) else {
            refuse("\(date.timeIntervalSince1970) seconds since 1970 is not in the years 0000 to 9999")
            return
        }
        append(literal: bucket.map { String(text.utf8.prefix($0.length)) ?? text } ?? text)
    }
}

// MARK: Integers

extension KeyPart where Self: FixedWidthInteger {
    /// All digits that the type can have, in numeric order.
    public func write(to key: inout KeyText) { key.append(integer: self, width: Self.keyWidth) }

    private static var keyWidth: Int { String(Self.max).utf8.count }
}

extension Int: KeyPart {}
extension Int8: KeyPart {}
extension Int16: KeyPart {}
extension Int32: KeyPart {}
extension Int64: KeyPart {}
extension UInt: KeyPart {}
extension UInt8: KeyPart {}
extension UInt16: KeyPart {}
extension UInt32: KeyPart {}
extension UInt64: KeyPart {}

// MARK: Raw values

extension KeyPart where Self: RawRepresentable, RawValue: KeyPart {
    public func write(to key: inout KeyText) { rawValue.write(to: &key) }
    public func write(to key: inout KeyText, before delimiter: UInt8) { rawValue.write(to: &key, before: delimiter) }
}
