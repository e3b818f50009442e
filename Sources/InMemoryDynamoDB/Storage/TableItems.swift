import Entities
import Synchronization

/// The items of a table.
///
/// They are divided by the leading bits of their partitions' hashes into stripes, each behind a lock of its own, so that those who work on
/// different partitions do not wait for each other. Who reads or changes a stripe has its lock; `TableStore` sees to that.
final class TableItems {
    static let stripeBits = 4

    /// In the order of the hashes.
    let stripes: [Stripe]
    private let layout: KeyLayout

    /// - Parameter layout: of a table: one attribute for the partition, and at most one to sort by.
    init(layout: KeyLayout) {
        self.layout = layout
        var random = SystemRandomNumberGenerator()
        let seed = random.next()
        stripes = (0..<(1 << Self.stripeBits)).map { _ in Stripe(layout: layout, seed: seed) }
    }

    func stripe(_ partitionHash: UInt64) -> Stripe {
        stripes[Int(truncatingIfNeeded: partitionHash >> UInt64(64 - Self.stripeBits))]
    }

    var itemCount: Int { stripes.reduce(0) { $0 + $1.points.count } }

    var sizeInBytes: Int { stripes.reduce(0) { $0 + $1.sizeInBytes } }

    // MARK: Single items

    func find(_ key: ItemKey) -> StoredItem? {
        stripe(key.partitionHash).find(key)
    }

    /// How many items a partition has.
    func count(ofPartition partition: [UInt8]) -> Int {
        stripe(layout.hash(ofPartition: partition)).directory.count(ofPartition: partition)
    }

    // MARK: Ranges

    /// Hands over all items whose partitions' hashes are in `hashes`, in the order of hash, partition key and sort key,
    /// until `body` says `false`.
    /// - Parameter start: where to go on: what comes after this key.
    /// - Returns: `false` if `body` stopped it.
    @discardableResult
    func visitAll(
        hashes: ClosedRange<UInt64>, after start: ItemKey?, _ body: (StoredItem) -> Bool
    ) -> Bool {
        let first = max(hashes.lowerBound, start?.partitionHash ?? 0)
        guard first <= hashes.upperBound else { return true }
        let shift = UInt64(64 - Self.stripeBits)
        for number in Int(first >> shift)...Int(hashes.upperBound >> shift) {
            let isFirst = number == Int(first >> shift)
            let lower = isFirst ? first : UInt64(number) << shift
            let isAll = stripes[number].directory.visitAll(
                hashes: lower...hashes.upperBound, after: isFirst ? start : nil, body)
            if !isAll { return false }
        }
        return true
    }
}

/// The items of a table whose partitions' hashes begin alike.
///
/// Each is in two orders: a single one is found by its whole key, a range by the directory of partitions.
final class Stripe {
    let mutex = Mutex<Void>(())
    let directory: PartitionDirectory
    let points = PointIndex()
    let seed: UInt64
    /// Of all its items.
    @exclusivity(unchecked) var sizeInBytes = 0

    init(layout: KeyLayout, seed: UInt64) {
        directory = PartitionDirectory(layout: layout, commonBits: TableItems.stripeBits)
        self.seed = seed
    }

    func find(_ key: ItemKey) -> StoredItem? { key.withView { find($0) } }

    func find(_ key: KeyView) -> StoredItem? { points.find(key, key.pointHash(seed: seed)) }

    /// Adds an item whose key is not there yet.
    func insert(_ item: StoredItem, at key: ItemKey) {
        directory.insert(item, at: key)
        points.insert(item, key.withView { $0.pointHash(seed: seed) })
        sizeInBytes += item.size
    }

    func remove(_ key: ItemKey) {
        key.withView { points.remove($0, $0.pointHash(seed: seed)) }
        sizeInBytes -= directory.remove(key)?.size ?? 0
    }
}
