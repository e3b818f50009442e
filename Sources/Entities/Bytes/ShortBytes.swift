/// Bytes that are few for the most part: up to 64 stand in the value itself, and only more of them take an array.
///
/// Keys are made of them: a key lives for one request, and a copy of its bytes costs less than an allocation and the counting of its
/// references. All access to the memory is in this file, and stays inside `words` since what would not fit goes to the array.
struct ShortBytes: Sendable {
    private typealias Words = (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)

    private var words: Words = (0, 0, 0, 0, 0, 0, 0, 0)
    /// How many of the bytes of `words` there are; at most `shortCapacity`.
    private var shortCount = 0
    /// All bytes instead, once they were too many for `words`.
    private var long: [UInt8] = []
    private var isLong = false

    private static var shortCapacity: Int { MemoryLayout<Words>.size }

    /// No bytes.
    init() {}

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        append(contentsOf: bytes)
    }

    var isEmpty: Bool { count == 0 }

    var array: [UInt8] { withBytes { [UInt8]($0) } }

    /// Makes room for so many bytes in all.
    @inline(__always)
    mutating func reserveCapacity(_ capacity: Int) {
        if capacity > Self.shortCapacity { lengthen(to: capacity) }
    }

    @inline(never)
    private mutating func lengthen(to capacity: Int) {
        long.reserveCapacity(capacity)
        if isLong { return }
        withBytes { long.append(contentsOf: $0) }
        isLong = true
    }

    /// Whether there is room for so many bytes more in the value.
    @inline(__always)
    private func isShort(with additional: Int) -> Bool { !isLong && additional <= Self.shortCapacity - shortCount }

    @inline(never)
    private mutating func appendLong(_ bytes: UnsafeBufferPointer<UInt8>) {
        if !isLong { lengthen(to: 2 * max(Self.shortCapacity, count + bytes.count)) }
        long.append(contentsOf: bytes)
    }

    /// Turns round what stands from a position on.
    mutating func reverse(from start: Int) {
        withMutableBytes { bytes in
            var rest = bytes[start...]
            rest.reverse()
        }
    }

    /// Changes bytes where they stand.
    @inline(__always)
    mutating func withMutableBytes<Result>(_ body: (UnsafeMutableBufferPointer<UInt8>) -> Result) -> Result {
        if isLong { return long.withUnsafeMutableBufferPointer { body($0) } }
        let count = shortCount
        return withUnsafeMutableBytes(of: &words) { memory in
            memory.withMemoryRebound(to: UInt8.self) { body(UnsafeMutableBufferPointer(rebasing: $0[..<count])) }
        }
    }
}

extension ShortBytes: ByteSink {
    @inline(__always)
    var count: Int { isLong ? long.count : shortCount }

    subscript(position: Int) -> UInt8 {
        get {
            precondition(position >= 0 && position < count, "a position outside of the bytes")
            return withBytes { $0[position] }
        }
        set {
            precondition(position >= 0 && position < count, "a position outside of the bytes")
            withMutableBytes { $0[position] = newValue }
        }
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        withUnsafeBytes(of: byte) { append(contentsOf: $0.assumingMemoryBound(to: UInt8.self)) }
    }

    @inline(__always)
    mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
        guard isShort(with: bytes.count) else { return appendLong(bytes) }
        guard let source = bytes.baseAddress else { return }
        let start = shortCount
        withUnsafeMutableBytes(of: &words) { memory in
            if let base = memory.baseAddress { (base + start).copyMemory(from: source, byteCount: bytes.count) }
        }
        shortCount = start + bytes.count
    }

    mutating func truncate(to count: Int) {
        precondition(count >= 0 && count <= self.count, "a position outside of the bytes")
        if isLong { long.truncate(to: count) } else { shortCount = count }
    }

    mutating func makeGap(_ length: Int, at position: Int) {
        precondition(position >= 0 && position <= count && length >= 0, "a position outside of the bytes")
        guard isShort(with: length) else {
            lengthen(to: count + length)
            return long.makeGap(length, at: position)
        }
        let rest = shortCount - position
        withUnsafeMutableBytes(of: &words) { memory in
            guard let base = memory.baseAddress else { return }
            (base + position + length).copyMemory(from: base + position, byteCount: rest)
        }
        shortCount += length
    }

    @inline(__always)
    func withBytes<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        if isLong { return try long.withUnsafeBufferPointer(body) }
        return try withUnsafeBytes(of: words) { memory throws(Failure) in
            try body(
                UnsafeBufferPointer(start: memory.baseAddress?.assumingMemoryBound(to: UInt8.self), count: shortCount))
        }
    }
}

extension ShortBytes: Hashable {
    static func == (left: ShortBytes, right: ShortBytes) -> Bool {
        left.withBytes { left in right.withBytes { right in equalBytes(left, right) } }
    }

    func hash(into hasher: inout Hasher) {
        withBytes { bytes in
            hasher.combine(bytes.count)
            hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
        }
    }
}
