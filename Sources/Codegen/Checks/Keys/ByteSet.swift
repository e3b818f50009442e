/// A set of bytes.
struct ByteSet: Hashable, Sendable {
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    init() {}

    init(_ bytes: some Sequence<UInt8>) { for byte in bytes { insert(byte) } }

    static let all = ByteSet(UInt8.min...UInt8.max)
    static let digits = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9"))

    var isEmpty: Bool { words.0 | words.1 | words.2 | words.3 == 0 }

    func contains(_ byte: UInt8) -> Bool { word(byte >> 6) & (1 << UInt64(byte & 63)) != 0 }

    mutating func insert(_ byte: UInt8) { setWord(byte >> 6, word(byte >> 6) | 1 << UInt64(byte & 63)) }

    mutating func remove(_ byte: UInt8) { setWord(byte >> 6, word(byte >> 6) & ~(1 << UInt64(byte & 63))) }

    func subtracting(_ bytes: some Sequence<UInt8>) -> ByteSet {
        var copy = self
        for byte in bytes { copy.remove(byte) }
        return copy
    }

    func intersection(_ other: ByteSet) -> ByteSet {
        var copy = self
        copy.words.0 &= other.words.0
        copy.words.1 &= other.words.1
        copy.words.2 &= other.words.2
        copy.words.3 &= other.words.3
        return copy
    }

    /// A member that reads well in a message: a letter or a digit if there is one.
    var example: UInt8? { isEmpty ? nil : Self.byReadability.first(where: contains) }

    /// All bytes, those that read well first.
    private static let byReadability: [UInt8] = {
        let letters = Array("aA".utf8) + Array("0bcdefghijklmnopqrstuvwxyz123456789".utf8)
        let others = Array(UInt8(0x20)...UInt8(0x7E)) + Array(UInt8.min...UInt8.max)
        return letters + others
    }()

    private func word(_ index: UInt8) -> UInt64 {
        switch index {
        case 0: words.0
        case 1: words.1
        case 2: words.2
        default: words.3
        }
    }

    private mutating func setWord(_ index: UInt8, _ word: UInt64) {
        switch index {
        case 0: words.0 = word
        case 1: words.1 = word
        case 2: words.2 = word
        default: words.3 = word
        }
    }

    static func == (a: ByteSet, b: ByteSet) -> Bool { a.words == b.words }

    func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }
}
