/// A value that can be part of a key in ElectroDB's format, where it stands as JavaScript would write it.
///
/// Nothing is escaped and numbers have no fixed width: two values may make one key, and the order of the keys is that of the texts.
/// That is the price of sharing a table; `KeyPart` is the form that has neither fault.
public protocol RawKeyPart: Sendable {
    /// Appends the value's text.
    func writeRaw(to key: inout KeyText)
}

extension String: RawKeyPart {
    public func writeRaw(to key: inout KeyText) { key.append(literal: self) }
}

extension URL: RawKeyPart {
    public func writeRaw(to key: inout KeyText) { key.append(literal: absoluteString) }
}

extension RawKeyPart where Self: RawRepresentable, RawValue: RawKeyPart {
    public func writeRaw(to key: inout KeyText) { rawValue.writeRaw(to: &key) }
}

// MARK: Values whose text is the same in either format

extension Bool: RawKeyPart {
    public func writeRaw(to key: inout KeyText) { write(to: &key) }
}

extension Date: RawKeyPart {
    public func writeRaw(to key: inout KeyText) { write(to: &key) }
}

extension KeyText: RawKeyPart {
    public func writeRaw(to key: inout KeyText) { write(to: &key) }
}

extension ULID: RawKeyPart {
    public func writeRaw(to key: inout KeyText) { write(to: &key) }
}

extension UUID: RawKeyPart {
    public func writeRaw(to key: inout KeyText) { write(to: &key) }
}

// MARK: Whatever can be stored

extension KeyText {
    /// Appends a stored value: text, a number or a truth value.
    mutating func append(stored value: Operand) {
        switch value {
        case .value(.string(let text)): append(literal: text)
        case .value(.number(let number)): number.writeRaw(to: &self)
        case .value(.bool(let value)): value.writeRaw(to: &self)
        case .value(let value): refuse("\(value) is neither text nor a number nor a truth value, as parts of keys are")
        case .invalid(let error): refuse(error.reason)
        case .path, .size: refuse("a key is made of values")
        }
    }
}
