/// Writes one attribute's value in packed form.
///
/// Exactly one of its methods is to be called; of several calls the last counts. A writer exists only inside the call that it
/// is passed to.
public struct AttributeWriter: ~Copyable {
    /// All that was written, the value's predecessors included.
    var bytes: ByteBuffer
    /// Where the value starts.
    var start: Int
    /// 1 for an item's attributes, 2 for what these hold …
    var depth: Int

    init(bytes: consuming ByteBuffer = ByteBuffer(), depth: Int = 1) {
        start = bytes.count
        self.bytes = bytes
        self.depth = depth
    }

    /// Throws if no method was called.
    @usableFromInline
    @inline(__always)
    func checkWritten() throws(AttributeError) {
        guard bytes.count > start else { throw AttributeError(.invalidValue, reason: "no value was written") }
    }

    /// Starts the value over with a tag.
    @inline(__always)
    mutating func begin(_ tag: PackedTag) {
        if bytes.count > start { bytes.truncate(to: start) }
        bytes.append(tag)
    }
}

extension AttributeWriter {
    /// Writes a string (S).
    public mutating func write(_ value: String) {
        begin(.string)
        bytes.appendCounted(value)
    }

    /// Writes a string (S), of which the caller answers for the bytes being UTF-8.
    mutating func write(utf8: UnsafeBufferPointer<UInt8>) {
        begin(.string)
        bytes.appendCounted(utf8)
    }

    /// Writes a number (N).
    public mutating func write(_ value: Number) {
        begin(.number)
        bytes.appendCounted(value)
    }

    /// Writes an integer as a number (N).
    ///
    /// - Throws: `AttributeError.outOfRange` for integers with more than 38 significant digits, which have more than 126 bits.
    public mutating func write<T: FixedWidthInteger>(_ value: T) throws(AttributeError) {
        if let small = Int64(exactly: value) { return write(integer: small) }
        guard let number = Number(exactly: value) else {
            throw AttributeError(.outOfRange, reason: "\(value) has more than the 38 digits that DynamoDB keeps")
        }
        write(number)
    }

    mutating func write(integer: Int64) {
        begin(.number)
        bytes.appendCounted(integer)
    }

    /// Writes a floating point value as a number (N): the shortest decimal that reads back as the same value.
    ///
    /// - Throws: `AttributeError` if the value is not finite or outside DynamoDB's range.
    public mutating func write(_ value: Double) throws(AttributeError) {
        if let integer = Int64(exactly: value), integer.magnitude < 1 << 53 {
            return write(integer: integer)
        }
        do throws(NumberError) { write(try Number(value)) } catch { throw AttributeError(error) }
    }

    /// Writes a BOOL.
    public mutating func write(_ value: Bool) { begin(value ? .true : .false) }

    /// Writes a binary value (B).
    public mutating func write(_ value: [UInt8]) {
        value.withUnsafeBufferPointer { write(binary: $0) }
    }

    mutating func write(binary: UnsafeBufferPointer<UInt8>) {
        begin(.binary)
        bytes.appendCounted(binary)
    }

    /// Writes NULL.
    public mutating func writeNull() { begin(.null) }

    /// Writes a string (S) of which a closure appends the UTF-8.
    mutating func writeText(_ append: (inout ByteBuffer) -> Void) {
        begin(.string)
        let length = bytes.count
        bytes.append(0)
        append(&bytes)
        bytes.setVarint(bytes.count - length - 1, at: length)
    }
}
