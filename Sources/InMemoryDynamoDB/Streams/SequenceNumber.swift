import Entities

/// The number of a record in its stream: a decimal text of 26 digits outside, so that texts compare as the numbers do.
///
/// Numbers are given out in the order of changes over all shards. Those of a later stream of the same table are greater, too.
struct SequenceNumber: Comparable, Hashable {
    let value: UInt128

    init(value: UInt128) {
        self.value = value
    }

    /// The first number of a stream.
    init(firstOf creationDate: Date) {
        let seconds = min(max(creationDate.timeIntervalSince1970, 0), 9_999_999_999)
        value = 10_000_000_000_000_000_000_000_000 + UInt128(seconds) * 100_000_000_000_000
    }

    /// Reads what a client sent: any number of digits.
    init?(_ text: String) {
        guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        // What is too large for the type is above all numbers that there are.
        value = UInt128(text) ?? .max
    }

    var next: SequenceNumber { SequenceNumber(value: value == .max ? .max : value + 1) }

    var text: String { String(value) }

    static func < (left: SequenceNumber, right: SequenceNumber) -> Bool { left.value < right.value }
}
