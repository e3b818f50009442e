/// Where an item stands in a table or an index: the bytes of its partition key and of what orders it inside the partition.
struct ItemKey: Hashable {
    let partition: [UInt8]
    let sort: [UInt8]
    /// What the partitions are ordered by.
    let partitionHash: UInt64

    static func == (left: ItemKey, right: ItemKey) -> Bool {
        left.partitionHash == right.partitionHash && left.partition == right.partition && left.sort == right.sort
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(partitionHash)
        hasher.combine(sort)
    }
}
