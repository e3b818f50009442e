/// A value that can be part of a key's text.
///
/// Types of your own conform by writing one of the forms there are:
/// ```swift
/// extension Money: KeyPart {
///     func write(to key: inout KeyText) { key.append(integer: cents, width: 12) }
/// }
/// ```
public protocol KeyPart: ReadableKeyPart {
    /// Appends the value's text. Different values must have different texts, and for ranges the texts must be in the order of the
    /// values.
    func write(to key: inout KeyText)
    /// Appends the value's text where a delimiter above `%` follows, which the text must not contain. Unless a type says otherwise, the
    /// delimiter is percent-encoded in what `write(to:)` writes.
    func write(to key: inout KeyText, before delimiter: UInt8)
}

extension KeyPart {
    public func write(to key: inout KeyText, before delimiter: UInt8) {
        var text = KeyText()
        write(to: &text)
        key.append(text, escaping: delimiter)
    }
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

extension KeyText: KeyPart {
    public func write(to key: inout KeyText) { key.append(self) }
    public func write(to key: inout KeyText, before delimiter: UInt8) { key.append(self) }
}

// MARK: Raw values

extension KeyPart where Self: RawRepresentable, RawValue: KeyPart {
    public func write(to key: inout KeyText) { rawValue.write(to: &key) }
    public func write(to key: inout KeyText, before delimiter: UInt8) { rawValue.write(to: &key, before: delimiter) }
}
