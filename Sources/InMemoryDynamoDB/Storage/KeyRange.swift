/// A stretch of sort key bytes, in the order of unsigned bytes.
struct KeyRange: Equatable {
    /// The first key that belongs to it.
    var lower: [UInt8]
    /// The first key above that does not belong to it any more; `nil` where there is no end.
    var upper: [UInt8]?

    /// Everything.
    static let all = KeyRange(lower: [], upper: nil)

    /// All keys that start with `prefix`.
    static func prefix(_ prefix: [UInt8]) -> KeyRange {
        KeyRange(lower: prefix, upper: firstBytes(abovePrefix: prefix))
    }

    /// Exactly one key.
    static func exactly(_ key: [UInt8]) -> KeyRange {
        KeyRange(lower: key, upper: firstBytes(above: key))
    }

    var isEmpty: Bool {
        guard let upper else { return false }
        return !lower.lexicographicallyPrecedes(upper)
    }

    /// Only what comes after `key`, in the direction of a query.
    func after(_ key: [UInt8], forward: Bool) -> KeyRange {
        var range = self
        if forward {
            let next = KeyRange.firstBytes(above: key)
            if lower.lexicographicallyPrecedes(next) { range.lower = next }
        } else if upper.map({ key.lexicographicallyPrecedes($0) }) ?? true {
            range.upper = key
        }
        return range
    }

    /// The next byte string after `key`; nothing lies between.
    static func firstBytes(above key: [UInt8]) -> [UInt8] { key + [0] }

    /// The first byte string above everything that starts with `prefix`; `nil` where there is none.
    static func firstBytes(abovePrefix prefix: [UInt8]) -> [UInt8]? {
        var bytes = prefix
        while let last = bytes.popLast() {
            if last < 0xFF {
                bytes.append(last + 1)
                return bytes
            }
        }
        return nil
    }
}

extension KeyRange {
    func contains(_ key: [UInt8]) -> Bool {
        guard !key.lexicographicallyPrecedes(lower) else { return false }
        return upper.map { key.lexicographicallyPrecedes($0) } ?? true
    }
}
