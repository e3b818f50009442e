/// The partitions whose hashes start with the same bits, in the order of their hashes.
final class PartitionBucket {
    /// A partition of a single item takes no more than the item itself.
    enum Entry {
        case one(StoredItem)
        case many(Partition)

        var anyItem: StoredItem? {
            switch self {
            case .one(let item): item
            case .many(let partition): partition.anyItem
            }
        }
    }

    /// A bucket that grows beyond this is split.
    static let capacity = 64

    /// How many leading bits the hashes have in common, besides those that all of the directory have.
    let depth: Int
    private let commonBits: Int
    @exclusivity(unchecked) private(set) var hashes: [UInt64] = []
    @exclusivity(unchecked) private(set) var entries: [Entry] = []

    init(depth: Int, commonBits: Int) {
        self.depth = depth
        self.commonBits = commonBits
    }

    var count: Int { hashes.count }

    /// The first place whose hash is not below `hash`.
    func lowerBound(_ hash: UInt64) -> Int {
        hashes.withUnsafeBufferPointer { hashes in
            var (low, high) = (0, hashes.count)
            while low < high {
                let middle = (low + high) >> 1
                if hashes[middle] < hash { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    func insert(_ entry: Entry, hash: UInt64, at index: Int) {
        hashes.insert(hash, at: index)
        entries.insert(entry, at: index)
    }

    func replace(at index: Int, with entry: Entry) {
        entries[index] = entry
    }

    func remove(at index: Int) {
        hashes.remove(at: index)
        entries.remove(at: index)
    }

    /// Two buckets of one more common bit.
    func split() -> (lower: PartitionBucket, upper: PartitionBucket) {
        let lower = PartitionBucket(depth: depth + 1, commonBits: commonBits)
        let upper = PartitionBucket(depth: depth + 1, commonBits: commonBits)
        let bit: UInt64 = 1 << UInt64(63 - commonBits - depth)
        let cut = hashes.firstIndex { $0 & bit != 0 } ?? hashes.count
        lower.hashes = Array(hashes[..<cut])
        lower.entries = Array(entries[..<cut])
        upper.hashes = Array(hashes[cut...])
        upper.entries = Array(entries[cut...])
        return (lower, upper)
    }

    /// One bucket of one common bit less, of two neighbours.
    static func joining(_ lower: PartitionBucket, _ upper: PartitionBucket) -> PartitionBucket {
        let joined = PartitionBucket(depth: lower.depth - 1, commonBits: lower.commonBits)
        joined.hashes = lower.hashes + upper.hashes
        joined.entries = lower.entries + upper.entries
        return joined
    }
}
