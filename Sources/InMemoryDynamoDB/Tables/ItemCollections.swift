import Entities

/// How large the item collections of a table with local indexes are: all items of a partition key, and their entries in those indexes.
///
/// Only such tables keep this: one number for each partition key.
struct ItemCollections {
    private var sizes: [[UInt8]: Int] = [:]

    func size(ofPartition key: [UInt8]) -> Int { sizes[key] ?? 0 }

    mutating func add(_ growth: Int, toPartition key: [UInt8]) {
        guard growth != 0 else { return }
        let size = (sizes[key] ?? 0) + growth
        // An empty collection is none.
        sizes[key] = size == 0 ? nil : size
    }
}

extension TableContents {
    /// The size of an item collection in bytes; 0 in a table without local indexes.
    func size(ofCollection partition: [UInt8]) -> Int {
        collections?.size(ofPartition: partition) ?? 0
    }

    /// By how much a write makes its collection larger; 0 in a table without local indexes.
    func collectionGrowth(_ new: EncodedItem?, size: Int, replacing stored: StoredItem?) -> Int {
        guard collections != nil else { return 0 }
        return (new.map { collectionSize(of: $0, size: size) } ?? 0)
            - (stored.map { collectionSize(of: $0.item, size: $0.size) } ?? 0)
    }

    /// Refuses to make a collection larger than it may be. To make it smaller is always welcome.
    /// - Parameter pending: by how much other writes of the same transaction make it larger.
    func checkCollection(_ partition: [UInt8], growth: Int, pending: Int = 0) throws(DynamoDBError) {
        guard growth <= 0 || size(ofCollection: partition) + pending + growth <= options.itemCollectionSizeLimit else {
            throw DynamoDBError(.itemCollectionSizeLimitExceeded, "Collection size exceeded.")
        }
    }

    /// What an item adds to its collection.
    private func collectionSize(of item: EncodedItem, size: Int) -> Int {
        indexes.reduce(size) { sum, index in
            guard index.schema.isLocal, index.schema.layout.hasKey(item) else { return sum }
            return sum + index.schema.viewSize(of: item, size: size)
        }
    }
}
