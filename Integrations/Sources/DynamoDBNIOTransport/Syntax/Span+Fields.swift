/// What parsers of header fields ask of bytes.
extension Span<UInt8> {
    /// Whether these are the bytes of a lower-case ASCII text, in whatever case.
    func isSame(as lowercased: StaticString) -> Bool {
        guard count == lowercased.utf8CodeUnitCount else { return false }
        return lowercased.withUTF8Buffer { expected in
            for index in indices where FieldByte.lowercased(self[index]) != expected[index] { return false }
            return true
        }
    }

    /// Whether they begin with exactly this.
    func begins(with prefix: StaticString) -> Bool {
        guard count >= prefix.utf8CodeUnitCount else { return false }
        return prefix.withUTF8Buffer { expected in
            for index in expected.indices where self[index] != expected[index] { return false }
            return true
        }
    }

    /// Where the text is that has blanks before or after it.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, FieldByte.isBlank(self[start]) { start += 1 }
        while end > start, FieldByte.isBlank(self[end - 1]) { end -= 1 }
        return start..<end
    }

    /// Bytes that are no UTF-8 become replacement characters.
    var text: String {
        withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}
