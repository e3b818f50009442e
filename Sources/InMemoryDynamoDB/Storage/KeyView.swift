import Entities

/// A primary key inside of the bytes of an item, or of a request's key. Valid only inside the closure that lent the bytes.
struct KeyView {
    let partition: UnsafeBufferPointer<UInt8>
    /// Empty in a table without a sort key.
    let sort: UnsafeBufferPointer<UInt8>

    /// What the points of a table are found by. Seeded, so that nobody can choose keys that are alike.
    func pointHash(seed: UInt64) -> UInt32 {
        let hash = Self.mix(Self.mix(seed, partition), sort)
        // 0 stands for no point.
        return max(1, UInt32(truncatingIfNeeded: hash ^ hash >> 32))
    }

    /// Eight bytes at a time, by a multiplication whose upper and lower half are folded.
    private static func mix(_ seed: UInt64, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        var state = fold(seed ^ UInt64(truncatingIfNeeded: raw.count), 0x9E37_79B9_7F4A_7C15)
        var index = 0
        while index &+ 8 <= raw.count {
            state = fold(state ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self), 0xA076_1D64_78BD_642F)
            index &+= 8
        }
        var tail: UInt64 = 0
        while index < raw.count {
            tail = tail << 8 | UInt64(raw[index])
            index &+= 1
        }
        return fold(state ^ tail, 0xE703_7ED1_A0B4_28DB)
    }

    @inline(__always)
    private static func fold(_ value: UInt64, _ factor: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: factor)
        return product.high ^ product.low
    }
}

extension ItemKey {
    init(_ view: KeyView, partitionHash: UInt64) {
        self.init(partition: Array(view.partition), sort: Array(view.sort), partitionHash: partitionHash)
    }

    /// Lends the key of a table's item as a view.
    func withView<Result>(_ body: (KeyView) -> Result) -> Result {
        partition.withUnsafeBufferPointer { partition in
            sort.withUnsafeBufferPointer { sort in body(KeyView(partition: partition, sort: sort)) }
        }
    }
}
