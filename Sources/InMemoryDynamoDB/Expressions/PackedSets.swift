import Entities

/// Union and difference of packed sets. Members are sorted by bytes, so each is one pass over both.
enum PackedSets {
    /// All members of both; `nil` where they are not sets of one type.
    static func union(_ left: PackedValue, _ right: PackedValue) -> [UInt8]? {
        merge(left, right) { order in
            order <= 0
        } takesRight: {
            true
        }
    }

    /// The members of the left that are not in the right: nothing at all where none is left; `nil` where they are not sets of
    /// one type.
    static func difference(_ left: PackedValue, _ right: PackedValue) -> [UInt8]? {
        merge(left, right) { order in
            order < 0
        } takesRight: {
            false
        }
    }

    /// - Parameter takesLeft: whether a member of the left is taken that is below (-1) or equal to (0) the next of the right.
    private static func merge(
        _ left: PackedValue, _ right: PackedValue, _ takesLeft: (Int) -> Bool, takesRight: () -> Bool
    ) -> [UInt8]? {
        guard left.tag == right.tag, let leftSet = left.set, let rightSet = right.set else { return nil }
        var members: [UInt8] = []
        var count = 0
        func append(_ member: UnsafeBufferPointer<UInt8>) {
            members.appendCounted(member)
            count += 1
        }
        var (ones, others) = (leftSet.makeIterator(), rightSet.makeIterator())
        var (one, other) = (ones.next(), others.next())
        while let current = one {
            let order = other.map { byteOrder(current, $0) } ?? -1
            if order > 0 {
                if let other, takesRight() { append(other) }
                other = others.next()
                continue
            }
            if takesLeft(order.signum()) { append(current) }
            one = ones.next()
            if order == 0 { other = others.next() }
        }
        while takesRight(), let current = other {
            append(current)
            other = others.next()
        }
        guard count > 0 else { return [] }
        var bytes: [UInt8] = []
        bytes.appendPacked(left.tag, count, members)
        return bytes
    }
}
