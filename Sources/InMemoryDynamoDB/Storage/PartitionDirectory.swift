import Entities

/// The items of a table or an index: partitions found directly by the hash of their keys, and walked in the order of it.
///
/// A linear form of extendible hashing. The leading bits of a hash select a bucket; buckets are split and joined as they grow
/// and shrink, so the price of a page does not depend on the table's size, and no step ever touches more than one bucket
/// (but for the doubling of the list of buckets, 8 bytes each). Since buckets hold their partitions in the order of the hash,
/// the whole is ordered, and a Scan can go on from any key.
final class PartitionDirectory {
    private let layout: KeyLayout
    /// How many leading bits all hashes have in common, and which select nothing here.
    private let commonBits: Int
    /// How many bits of a hash behind those select a bucket.
    @exclusivity(unchecked) private var depth = 0
    /// 2^depth references; a bucket with fewer common bits is there several times in a row.
    @exclusivity(unchecked) private var buckets: [PartitionBucket]
    /// How many buckets there are of each depth.
    private var bucketsOfDepth: [Int] = [1]
    private(set) var partitionCount = 0

    init(layout: KeyLayout, commonBits: Int = 0) {
        self.layout = layout
        self.commonBits = commonBits
        buckets = [PartitionBucket(depth: 0, commonBits: commonBits)]
    }

    // MARK: Single items

    func find(_ key: ItemKey) -> StoredItem? {
        let bucket = buckets[bucketIndex(key.partitionHash)]
        guard let place = place(of: key.partition, hash: key.partitionHash, in: bucket).found else { return nil }
        switch bucket.entries[place] {
        case .one(let item): return layout.sortKey(of: item.item) == key.sort ? item : nil
        case .many(let partition): return partition.find(key.sort)
        }
    }

    /// How many items a partition has.
    func count(ofPartition partition: [UInt8]) -> Int {
        let hash = layout.hash(ofPartition: partition)
        let bucket = buckets[bucketIndex(hash)]
        guard let place = place(of: partition, hash: hash, in: bucket).found else { return 0 }
        switch bucket.entries[place] {
        case .one: return 1
        case .many(let partition): return partition.count
        }
    }

    /// Adds an item whose key is not there yet.
    func insert(_ item: StoredItem, at key: ItemKey) {
        let bucket = buckets[bucketIndex(key.partitionHash)]
        let place = place(of: key.partition, hash: key.partitionHash, in: bucket)
        guard let found = place.found else {
            bucket.insert(.one(item), hash: key.partitionHash, at: place.index)
            partitionCount += 1
            if bucket.count > PartitionBucket.capacity { split(bucketOf: key.partitionHash) }
            return
        }
        switch bucket.entries[found] {
        case .one(let other):
            let partition = Partition()
            partition.insert(other, key: layout.sortKey(of: other.item) ?? [])
            partition.insert(item, key: key.sort)
            bucket.replace(at: found, with: .many(partition))
        case .many(let partition):
            partition.insert(item, key: key.sort)
        }
    }

    /// - Returns: the removed item; `nil` where there is none with that key.
    @discardableResult
    func remove(_ key: ItemKey) -> StoredItem? {
        let bucket = buckets[bucketIndex(key.partitionHash)]
        guard let place = place(of: key.partition, hash: key.partitionHash, in: bucket).found else { return nil }
        switch bucket.entries[place] {
        case .one(let item):
            guard layout.sortKey(of: item.item) == key.sort else { return nil }
            bucket.remove(at: place)
            partitionCount -= 1
            join(bucketOf: key.partitionHash)
            return item
        case .many(let partition):
            guard let removed = partition.remove(key.sort) else { return nil }
            if let last = partition.onlyItem { bucket.replace(at: place, with: .one(last)) }
            return removed
        }
    }

    /// Where the partition stands in its bucket, or where it would have to stand.
    private func place(
        of partition: [UInt8], hash: UInt64, in bucket: PartitionBucket
    ) -> (found: Int?, index: Int) {
        var index = bucket.lowerBound(hash)
        while index < bucket.count, bucket.hashes[index] == hash {
            let other = bucket.entries[index].anyItem.flatMap { layout.partitionKey(of: $0.item) } ?? []
            let order = byteOrder(other, partition)
            if order == 0 { return (index, index) }
            if order > 0 { break }
            index += 1
        }
        return (nil, index)
    }

    // MARK: Ranges

    /// Hands over the items of a range of one partition in order until `body` says `false`.
    /// - Returns: `false` if `body` stopped it.
    @discardableResult
    func visit(
        partition: [UInt8], range: KeyRange, forward: Bool, _ body: (StoredItem) -> Bool
    ) -> Bool {
        visit(
            partition: partition, hash: layout.hash(ofPartition: partition), range: range, forward: forward, body)
    }

    /// The same for whoever knows the partition's hash.
    @discardableResult
    func visit(
        partition: [UInt8], hash: UInt64, range: KeyRange, forward: Bool, _ body: (StoredItem) -> Bool
    ) -> Bool {
        let bucket = buckets[bucketIndex(hash)]
        guard let place = place(of: partition, hash: hash, in: bucket).found else { return true }
        return visit(bucket.entries[place], range: range, forward: forward, body)
    }

    /// Hands over all items whose partitions' hashes are in `hashes`, in the order of hash, partition key and sort key,
    /// until `body` says `false`.
    /// - Parameter start: where to go on: what comes after this key.
    /// - Returns: `false` if `body` stopped it.
    @discardableResult
    func visitAll(
        hashes: ClosedRange<UInt64>, after start: ItemKey?, _ body: (StoredItem) -> Bool
    ) -> Bool {
        let first = max(hashes.lowerBound, start?.partitionHash ?? 0)
        var slot = bucketIndex(first)
        var isFirst = true
        while slot < buckets.count {
            let bucket = buckets[slot]
            var index = isFirst ? bucket.lowerBound(first) : 0
            if isFirst, let start, first == start.partitionHash {
                let place = place(of: start.partition, hash: first, in: bucket)
                index = place.index
                if let found = place.found {
                    let range = KeyRange.all.after(start.sort, forward: true)
                    if !visit(bucket.entries[found], range: range, forward: true, body) { return false }
                    index += 1
                }
            }
            isFirst = false
            while index < bucket.count {
                if bucket.hashes[index] > hashes.upperBound { return true }
                if !visit(bucket.entries[index], range: .all, forward: true, body) { return false }
                index += 1
            }
            // The bucket's references start at a multiple of their number.
            let references = 1 << (depth - bucket.depth)
            slot = (slot / references + 1) * references
        }
        return true
    }

    private func visit(
        _ entry: PartitionBucket.Entry, range: KeyRange, forward: Bool, _ body: (StoredItem) -> Bool
    ) -> Bool {
        switch entry {
        case .many(let partition): return partition.visit(range, forward: forward, body)
        case .one(let item):
            if range != .all {
                let key = layout.sortKey(of: item.item) ?? []
                if byteOrder(key, range.lower) < 0 { return true }
                if let upper = range.upper, byteOrder(key, upper) >= 0 { return true }
            }
            return body(item)
        }
    }

    // MARK: Buckets

    private func bucketIndex(_ hash: UInt64) -> Int {
        // A shift by 64 yields 0.
        Int(truncatingIfNeeded: (hash << UInt64(commonBits)) >> UInt64(64 - depth))
    }

    private func split(bucketOf hash: UInt64) {
        let bucket = buckets[bucketIndex(hash)]
        if bucket.depth == depth {
            // Only as long as the directory stays in proportion: hashes that were made to be alike share a bucket.
            guard depth < 48, buckets.count * 4 <= partitionCount else { return }
            buckets = buckets.flatMap { [$0, $0] }
            depth += 1
            bucketsOfDepth.append(0)
        }
        let (lower, upper) = bucket.split()
        let references = 1 << (depth - bucket.depth)
        let first = bucketIndex(hash) / references * references
        for slot in first..<(first + references / 2) { buckets[slot] = lower }
        for slot in (first + references / 2)..<(first + references) { buckets[slot] = upper }
        bucketsOfDepth[bucket.depth] -= 1
        bucketsOfDepth[bucket.depth + 1] += 2
        // All may have gone to one side.
        for half in [lower, upper] {
            if half.count > PartitionBucket.capacity, let hash = half.hashes.first { split(bucketOf: hash) }
        }
    }

    private func join(bucketOf hash: UInt64) {
        while true {
            let bucket = buckets[bucketIndex(hash)]
            guard bucket.depth > 0, bucket.count < PartitionBucket.capacity / 4 else { return }
            let references = 1 << (depth - bucket.depth)
            let first = bucketIndex(hash) / references * references
            let isLower = first / references % 2 == 0
            let buddy = buckets[isLower ? first + references : first - references]
            guard buddy.depth == bucket.depth, bucket.count + buddy.count <= PartitionBucket.capacity / 2 else {
                return
            }
            let joined = isLower ? PartitionBucket.joining(bucket, buddy) : PartitionBucket.joining(buddy, bucket)
            let start = isLower ? first : first - references
            for slot in start..<(start + 2 * references) { buckets[slot] = joined }
            bucketsOfDepth[bucket.depth] -= 2
            bucketsOfDepth[joined.depth] += 1
            while depth > 0, bucketsOfDepth[depth] == 0 {
                buckets = stride(from: 0, to: buckets.count, by: 2).map { buckets[$0] }
                bucketsOfDepth.removeLast()
                depth -= 1
            }
        }
    }
}
