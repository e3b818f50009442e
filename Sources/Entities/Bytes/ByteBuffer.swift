/// Bytes that grow while something is written, with a single owner.
///
/// An array asks before every byte whether it is shared; this does not have to. It may begin in memory that is lent, such as the stack's, and
/// moves to the heap when that is full: so most items and requests take a single allocation, that of the array they end in.
///
/// All access to the memory is in this file. It stays inside `capacity` since every function that writes makes room first, and every
/// function that takes a position checks it.
package struct ByteBuffer: ~Copyable {
    /// `nil` exactly where `capacity` is 0.
    private var base: UnsafeMutablePointer<UInt8>?
    private var capacity: Int
    private var ownsMemory: Bool
    package private(set) var count = 0

    /// An empty buffer on the heap.
    package init(capacity: Int = 0) {
        self.capacity = max(0, capacity)
        base = self.capacity == 0 ? nil : .allocate(capacity: self.capacity)
        ownsMemory = true
    }

    /// An empty buffer in memory that outlives it.
    private init(lent memory: UnsafeMutableBufferPointer<UInt8>) {
        base = memory.baseAddress
        capacity = memory.baseAddress == nil ? 0 : memory.count
        ownsMemory = false
    }

    deinit {
        if ownsMemory { base?.deallocate() }
    }

    /// Runs a closure that writes, with a buffer that begins on the stack, and returns what the closure makes of it.
    @inline(__always)
    static func onStack<Result, Failure: Error>(
        _ write: (consuming ByteBuffer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // More than 1024 bytes would be taken from the heap.
        try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) { memory throws(Failure) in
            try write(ByteBuffer(lent: memory))
        }
    }

    /// The bytes as an array, which is made for this.
    var array: [UInt8] {
        [UInt8](UnsafeBufferPointer(start: base, count: count))
    }

    /// Makes room for so many bytes more.
    @inline(__always)
    mutating func reserve(_ additional: Int) {
        if capacity - count < additional { grow(by: additional) }
    }

    @inline(never)
    private mutating func grow(by additional: Int) {
        let larger = max(capacity * 2, count + additional, 64)
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        if let base {
            memory.update(from: base, count: count)
            if ownsMemory { base.deallocate() }
        }
        base = memory
        capacity = larger
        ownsMemory = true
    }
}

extension ByteBuffer: ByteSink {
    @inline(__always)
    package subscript(position: Int) -> UInt8 {
        get {
            precondition(position >= 0 && position < count, "a position outside of the buffer")
            return base.unsafelyUnwrapped[position]
        }
        set {
            precondition(position >= 0 && position < count, "a position outside of the buffer")
            base.unsafelyUnwrapped[position] = newValue
        }
    }

    @inline(__always)
    package mutating func append(_ byte: UInt8) {
        reserve(1)
        base.unsafelyUnwrapped[count] = byte
        count &+= 1
    }

    @inline(__always)
    package mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress, !bytes.isEmpty else { return }
        reserve(bytes.count)
        (base.unsafelyUnwrapped + count).update(from: source, count: bytes.count)
        count &+= bytes.count
    }

    @inline(__always)
    package mutating func truncate(to count: Int) {
        precondition(count >= 0 && count <= self.count, "a position outside of the buffer")
        self.count = count
    }

    /// Appends the UTF-8 of a text: not generic, for other modules.
    package mutating func append(utf8 text: String) { append(text: text) }

    /// What was written, as a text.
    package var text: String { withBytes { String(utf8: $0) } }

    package mutating func makeGap(_ length: Int, at position: Int) {
        precondition(position >= 0 && position <= count && length >= 0, "a position outside of the buffer")
        reserve(length)
        if let base {
            (base + position + length).update(from: base + position, count: count - position)
        }
        count += length
    }

    /// Takes a byte out, and moves up what follows.
    mutating func remove(at position: Int) {
        precondition(position >= 0 && position < count, "a position outside of the buffer")
        if let base { (base + position).update(from: base + position + 1, count: count - position - 1) }
        count -= 1
    }

    @inline(__always)
    package borrowing func withBytes<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeBufferPointer(start: base, count: count))
    }
}
