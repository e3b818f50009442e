/// The place in a request's results where a page begins.
enum PageStart: Sendable {
    /// Behind the item with this key.
    case key(EncodedItem)
    /// In each shard at a place of its own.
    case shards([ShardPosition])
    /// In the bucket that begins so many milliseconds after 1970, behind a key where there is one.
    case bucket(Int64, EncodedItem?)

    /// The key in the one partition that is read.
    var key: EncodedItem? {
        if case .key(let key) = self { key } else { nil }
    }
}

// What a cursor holds of it. A position in several shards has a key for each that has been begun, under its number.

extension PageStart {
    private static let end = "end"
    private static let bucketName = "bucket"
    private static let keyName = "key"

    func item(for plan: QueryPlan) -> EncodedItem {
        switch self {
        case .key(let key): return key
        case .shards(let positions):
            let names = plan.startKeyNames ?? []
            var attributes: [String: AttributeValue] = [:]
            for (shard, position) in positions.enumerated() {
                switch position.given {
                case .beginning: break
                case .behind(let item): attributes["\(shard)"] = .map(item.keeping(names).attributes)
                case .end: attributes["\(shard)"] = .string(Self.end)
                }
            }
            return EncodedItem(attributes)
        case .bucket(let bucket, let key):
            var attributes: [String: AttributeValue] = [Self.bucketName: .number(Number(bucket))]
            if let key { attributes[Self.keyName] = .map(key.attributes) }
            return EncodedItem(attributes)
        }
    }

    /// - Throws: `invalidCursor` for what is no place in the request's results.
    init(_ item: EncodedItem, for plan: QueryPlan) throws(DynamoDBError) {
        func key(_ attributes: [String: AttributeValue]) throws(DynamoDBError) -> EncodedItem {
            let key = EncodedItem(attributes)
            try plan.check(startKey: key)
            return key
        }
        var attributes = item.attributes
        switch plan.spread {
        case nil:
            try plan.check(startKey: item)
            self = .key(item)
        case .shards(let partitions):
            var positions = partitions.map { _ in ShardPosition() }
            for shard in partitions.indices {
                switch attributes.removeValue(forKey: "\(shard)") {
                case nil: break
                case .map(let attributes): positions[shard] = ShardPosition(at: .behind(try key(attributes)))
                case .string(Self.end): positions[shard] = ShardPosition(at: .end)
                default: throw Self.foreign
                }
            }
            guard attributes.isEmpty else { throw Self.foreign }
            self = .shards(positions)
        case .buckets(let walk):
            guard case .number(let number) = attributes[Self.bucketName], let bucket = Int64(exactly: number),
                walk.contains(bucket)
            else { throw Self.foreign }
            switch attributes[Self.keyName] {
            case nil: self = .bucket(bucket, nil)
            case .map(let attributes): self = .bucket(bucket, try key(attributes))
            default: throw Self.foreign
            }
        }
    }

    private static let foreign = DynamoDBError(
        .invalidCursor, "the cursor does not hold a place in the partitions that are read")
}

extension QueryPlan {
    /// - Throws: `invalidCursor` where one key is no place, since several partitions are read.
    func checkSinglePlace() throws(DynamoDBError) {
        guard spread != nil else { return }
        throw DynamoDBError(
            .invalidCursor, "the query reads several partitions, in which one key is no place: use the cursor of a page"
        )
        .at(operationName, table: table.name, origin: origin)
    }
}
