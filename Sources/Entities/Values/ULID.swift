/// A universally unique, lexicographically sortable identifier: 48 bits of time in milliseconds and 80 random bits.
///
/// Its text has 26 characters in Crockford's Base32, and sorts as its value does, so sort keys made of ULIDs are in the order
/// of their creation. See [the specification](https://github.com/ulid/spec).
///
/// ```swift
/// let id = Generators.current.ulid()
/// print(id, id.timestamp)             // 01M7XZY4J0T6MZK8H3XAYF1GEM 2026-11-21 02:46:00 +0000
/// ```
public struct ULID: Hashable, Sendable {
    // Two words, and not one of 128 bits, whose alignment of 16 bytes Swift 6.3 does not keep to in closures of tasks.
    private let upper: UInt64
    private let lower: UInt64

    /// The 128 bits: the timestamp in the upper 48, the randomness below.
    package var value: UInt128 { UInt128(upper) << 64 | UInt128(lower) }

    package init(value: UInt128) {
        upper = UInt64(truncatingIfNeeded: value >> 64)
        lower = UInt64(truncatingIfNeeded: value)
    }

    /// The last millisecond that has ULIDs, in the year 10889.
    static let lastMillisecond: UInt64 = (1 << 48) - 1
    static let randomnessMask: UInt128 = (1 << 80) - 1

    init(milliseconds: UInt64, randomness: UInt128) {
        self.init(value: UInt128(min(milliseconds, ULID.lastMillisecond)) << 80 | randomness & ULID.randomnessMask)
    }

    /// Makes a ULID of its two parts.
    ///
    /// - Parameters:
    ///   - timestamp: Rounded to milliseconds; a date before 1970 counts as 1970, one after the year 10889 as the last
    ///     possible.
    ///   - randomness: The lower 80 bits are used.
    public init(timestamp: Date, randomness: UInt128) {
        self.init(milliseconds: ULID.milliseconds(timestamp), randomness: randomness)
    }

    /// The timestamp's value for a date, brought into range.
    static func milliseconds(_ date: Date) -> UInt64 {
        guard let milliseconds = date.millisecondsSince1970 else {
            return date.timeIntervalSince1970 > 0 ? lastMillisecond : 0
        }
        return min(UInt64(max(milliseconds, 0)), lastMillisecond)
    }

    /// When the ULID was made, in whole milliseconds.
    public var timestamp: Date { Date(millisecondsSince1970: Int64(value >> 80)) }

    /// The lower 80 bits.
    public var randomness: UInt128 { value & ULID.randomnessMask }

    /// The 16 bytes, the most significant first.
    public var bytes: [UInt8] { (0..<16).map { UInt8(truncatingIfNeeded: value >> (120 - 8 * $0)) } }

    /// Makes a ULID of its 16 bytes, the most significant first; `nil` for any other number of them.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        self.init(value: bytes.reduce(0) { $0 << 8 | UInt128($1) })
    }
}

extension ULID: Comparable {
    public static func < (left: ULID, right: ULID) -> Bool { (left.upper, left.lower) < (right.upper, right.lower) }
}
