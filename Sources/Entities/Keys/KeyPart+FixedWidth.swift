// The end of such a text is told by its beginning or by its length, so no delimiter has to be escaped in it.

extension Bool: KeyPart {
    public func write(to key: inout KeyText) { key.append(literal: self ? "true" : "false") }
    public func write(to key: inout KeyText, before delimiter: UInt8) { write(to: &key) }
}

extension UUID: KeyPart {
    public func write(to key: inout KeyText) { UUIDText.append(self, to: &key.utf8) }
    public func write(to key: inout KeyText, before delimiter: UInt8) { write(to: &key) }
}

extension ULID: KeyPart {
    public func write(to key: inout KeyText) { append(to: &key.utf8) }
    public func write(to key: inout KeyText, before delimiter: UInt8) { write(to: &key) }
}

extension Date: KeyPart {
    public func write(to key: inout KeyText) { key.append(self, .millisecond) }
    public func write(to key: inout KeyText, before delimiter: UInt8) { write(to: &key) }
}

extension KeyText {
    /// Appends as much of a date as `precision` says, as ISO 8601 text in UTC. Years 0000 to 9999.
    mutating func append(_ date: Date, _ precision: DateText.Precision) {
        if DateText.append(date, precision, to: &utf8) { return }
        // Not the date itself: the description of one that far away can trap.
        refuse("\(date.timeIntervalSince1970) seconds since 1970 is not in the years 0000 to 9999")
    }
}

extension KeyPart where Self: FixedWidthInteger {
    /// All digits that the type can have, in numeric order.
    public func write(to key: inout KeyText) {
        key.append(integer: self, width: DecimalDigits.count(UInt128(clamping: Self.max)))
    }
    public func write(to key: inout KeyText, before delimiter: UInt8) { write(to: &key) }
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
