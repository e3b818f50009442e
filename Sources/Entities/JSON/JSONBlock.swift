/// Sixteen bytes of JSON text, looked at together.
struct JSONBlock {
    /// The bits that are set in the bytes.
    let bits: UInt64
    /// The high bit of each byte that ends a run of plain characters: a quote, a backslash, a control character. Above the
    /// first of a word, others may be marked wrongly.
    private let firstSpecial: UInt64
    private let secondSpecial: UInt64

    static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// Loads sixteen bytes, all of which must be there.
    @inline(__always)
    init(_ address: UnsafePointer<UInt8>) {
        self.init(words: UnsafeRawPointer(address).loadUnaligned(as: SIMD2<UInt64>.self))
    }

    /// Loads four to fifteen bytes, some of them twice. Only whether all are plain can be told.
    @inline(__always)
    init(short text: UnsafeBufferPointer<UInt8>) {
        precondition(text.count >= 4, "too short for a block")
        let bytes = UnsafeRawBufferPointer(text)
        if text.count >= 8 {
            let first = bytes.loadUnaligned(as: UInt64.self)
            let last = bytes.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self)
            self.init(words: SIMD2(first, last))
        } else {
            let first = bytes.loadUnaligned(as: UInt32.self)
            let last = bytes.loadUnaligned(fromByteOffset: text.count - 4, as: UInt32.self)
            self.init(words: SIMD2(repeating: UInt64(first) << 32 | UInt64(last)))
        }
    }

    @inline(__always)
    private init(words: SIMD2<UInt64>) {
        // Arithmetic on words: subtracting from a byte that is too small borrows, and sets its high bit. Comparisons of
        // `SIMD16<UInt8>` would say the same, but are compiled to one for each byte.
        let quotes = (words ^ JSONBlock.repeating(UInt8(ascii: "\""))) &- JSONBlock.repeating(1)
        let backslashes = (words ^ JSONBlock.repeating(UInt8(ascii: "\\"))) &- JSONBlock.repeating(1)
        let controls = words &- JSONBlock.repeating(0x20)
        // What had its high bit set before is no ASCII, and none of these.
        let special = (quotes | backslashes | controls) & ~words & JSONBlock.repeating(0x80)
        bits = words[0] | words[1]
        (firstSpecial, secondSpecial) = (UInt64(littleEndian: special[0]), UInt64(littleEndian: special[1]))
    }

    @inline(__always)
    fileprivate static func repeating(_ byte: UInt8) -> SIMD2<UInt64> {
        SIMD2(repeating: UInt64(byte) &* 0x0101_0101_0101_0101)
    }

    /// Whether there is nothing but plain characters.
    @inline(__always)
    var isPlain: Bool { firstSpecial | secondSpecial == 0 }

    /// How many plain characters come first; the block must not be all plain.
    @inline(__always)
    var plainCount: Int {
        firstSpecial != 0
            ? firstSpecial.trailingZeroBitCount >> 3 : 8 + secondSpecial.trailingZeroBitCount >> 3
    }
}

/// Which of sixteen bytes of JSON text are none of the characters of ASCII that stand for themselves in a string.
struct PlainBlock {
    /// The high bit of each such byte: a quote, a backslash, a control character, no ASCII. Above the first of a word, others may be
    /// marked wrongly.
    private let marks: SIMD2<UInt64>

    /// Loads sixteen bytes, all of which must be there.
    @inline(__always)
    init(_ address: UnsafePointer<UInt8>) {
        // As in `JSONBlock`; where no ASCII is to be marked, it may be marked as anything.
        let words = UnsafeRawPointer(address).loadUnaligned(as: SIMD2<UInt64>.self)
        let quotes = (words ^ JSONBlock.repeating(UInt8(ascii: "\""))) &- JSONBlock.repeating(1)
        let backslashes = (words ^ JSONBlock.repeating(UInt8(ascii: "\\"))) &- JSONBlock.repeating(1)
        let controls = words &- JSONBlock.repeating(0x20)
        marks = (quotes | backslashes | controls | words) & JSONBlock.repeating(0x80)
    }

    /// Whether there is none.
    @inline(__always)
    var isEmpty: Bool { marks[0] | marks[1] == 0 }

    /// Whether there is none in either block.
    @inline(__always)
    func isEmpty(with other: PlainBlock) -> Bool {
        let both = marks | other.marks
        return both[0] | both[1] == 0
    }

    /// How many bytes come before the first one; there must be one.
    @inline(__always)
    var count: Int {
        let (first, second) = (UInt64(littleEndian: marks[0]), UInt64(littleEndian: marks[1]))
        return first != 0 ? first.trailingZeroBitCount >> 3 : 8 + second.trailingZeroBitCount >> 3
    }
}
