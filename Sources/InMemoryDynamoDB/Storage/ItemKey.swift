/// Where an item stands in a table or an index: the bytes of its partition key and of what orders it inside the partition.
struct ItemKey: Hashable {
    let partition: [UInt8]
    let sort: [UInt8]
    /// The stable hash of the partition key.
    let partitionHash: UInt64

    init(partition: [UInt8], sort: [UInt8]) {
        self.partition = partition
        self.sort = sort
        partitionHash = StableHash.hash(partition)
    }

    static func == (left: ItemKey, right: ItemKey) -> Bool {
        left.partitionHash == right.partitionHash && left.partition == right.partition && left.sort == right.sort
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(partitionHash)
        hasher.combine(sort)
    }
}
