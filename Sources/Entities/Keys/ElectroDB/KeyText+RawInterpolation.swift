extension KeyText.StringInterpolation {
    /// A value as JavaScript writes it, unescaped: a part of a key in ElectroDB's format.
    public mutating func appendInterpolation(raw part: some RawKeyPart) {
        part.writeRaw(to: &key)
    }

    /// A value as JavaScript writes it, filled up in front.
    /// - Parameters:
    ///   - length: the least length, in UTF-16 code units; what is longer is not cut.
    ///   - fill: what is repeated, and cut at its end, as JavaScript's `padStart` does. Where that cuts a character in two, the key is
    ///     refused.
    public mutating func appendInterpolation(raw part: some RawKeyPart, padding length: Int, _ fill: String) {
        let start = key.utf8.count
        part.writeRaw(to: &key)
        key.pad(from: start, to: length, with: fill)
    }

    /// A value of any other type, by what is stored of it.
    @_disfavoredOverload
    public mutating func appendInterpolation(raw part: some AttributeConvertible) {
        key.append(stored: Operand(converting: part))
    }

    /// A value of any other type, by what is stored of it, filled up in front.
    @_disfavoredOverload
    public mutating func appendInterpolation(raw part: some AttributeConvertible, padding length: Int, _ fill: String) {
        let start = key.utf8.count
        key.append(stored: Operand(converting: part))
        key.pad(from: start, to: length, with: fill)
    }

    /// A value by what is stored of it in a coding of its own.
    public mutating func appendInterpolation<Coding: AttributeCoding & SendableMetatype>(
        raw part: Coding.Value, as coding: Coding.Type
    ) {
        key.append(stored: Operand(part, as: coding))
    }

    /// A value by what is stored of it in a coding of its own, filled up in front.
    public mutating func appendInterpolation<Coding: AttributeCoding & SendableMetatype>(
        raw part: Coding.Value, as coding: Coding.Type, padding length: Int, _ fill: String
    ) {
        let start = key.utf8.count
        key.append(stored: Operand(part, as: coding))
        key.pad(from: start, to: length, with: fill)
    }
}

extension KeyText {
    /// Fills up what stands behind `start` to `length` UTF-16 code units: JavaScript's `padStart`.
    mutating func pad(from start: Int, to length: Int, with fill: String) {
        var missing = length - utf16Length(from: start)
        guard missing > 0, !fill.isEmpty else { return }
        var padding: [UInt8] = []
        padding.reserveCapacity(missing)
        while missing > 0 {
            for scalar in fill.unicodeScalars where missing > 0 {
                missing -= scalar.utf16.count
                guard missing >= 0 else {
                    return refuse("the padding would end in half of \(scalar), which no text can")
                }
                padding.append(contentsOf: scalar.utf8)
            }
        }
        utf8.makeGap(padding.count, at: start)
        utf8.withMutableBytes { bytes in
            for (offset, byte) in padding.enumerated() { bytes[start + offset] = byte }
        }
    }

    /// How long JavaScript takes what stands behind `start` to be.
    private func utf16Length(from start: Int) -> Int {
        utf8.withBytes { bytes in
            // One code unit for each character, and one more for those of four bytes.
            bytes[start...].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) + ($1 >= 0xF0 ? 1 : 0) }
        }
    }
}
