import Entities

/// What a Query or Scan reads: a table or one of its indexes, and which attributes of the items it gives back.
struct ReadTarget {
    let table: Table
    let index: IndexLayout?
    /// Whether the items are fetched from the table since the (local) index does not hold all that is asked for.
    let fetchesFromTable: Bool

    var keys: KeySchema { index?.keys ?? table.schema.keys }
    var layout: KeyLayout { index?.layout ?? table.schema.layout }

    /// Finds table and index and checks that they have what the request asks for.
    init(
        _ table: Table, indexName: String?, consistentRead: Bool, select: Select?, projection: [AttributePath]?,
        filter: Condition?
    ) throws(DynamoDBError) {
        self.table = table
        guard let indexName else {
            index = nil
            fetchesFromTable = false
            return
        }
        guard let index = table.schema.index(named: indexName) else {
            throw .invalid("The table does not have the specified index: \(indexName)")
        }
        self.index = index
        if consistentRead, !index.isLocal {
            throw .invalid("Consistent reads are not supported on global secondary indexes")
        }
        guard let projected = index.projectedNames else {
            fetchesFromTable = false
            return
        }
        var missing: [String] = []
        for path in (projection ?? []) + (filter?.paths ?? [])
        where !projected.contains(path.attributeName) && !missing.contains(path.attributeName) {
            missing.append(path.attributeName)
        }
        let wantsAll = select == .allAttributes
        if !index.isLocal {
            if wantsAll {
                throw .invalidParameter(
                    "Select type ALL_ATTRIBUTES is not supported for global secondary index \(indexName) because its "
                        + "projection type is not ALL")
            }
            guard missing.isEmpty else {
                throw .invalidParameter(
                    "Global secondary index \(indexName) does not project [\(missing.joined(separator: ", "))]")
            }
        }
        fetchesFromTable = wantsAll || !missing.isEmpty
    }

    /// Checks `select` against the other parameters.
    static func check(
        _ select: Select?, projection: [AttributePath]?, indexName: String?
    ) throws(DynamoDBError) {
        switch select {
        case .specificAttributes where projection == nil:
            throw .invalid(
                "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES")
        case .count where projection != nil:
            throw .invalid("Cannot specify the ProjectionExpression when choosing to get only the Count")
        case .allAttributes where projection != nil, .allProjectedAttributes where projection != nil:
            throw .invalid(
                "Cannot specify the ProjectionExpression when choosing to get \(select?.rawValue ?? "")")
        case .allProjectedAttributes where indexName == nil:
            throw .invalid("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName")
        default: break
        }
    }

    /// The directory that is read; `nil` where the index has been removed meanwhile.
    func directory(in contents: TableContents) -> PartitionDirectory? {
        guard let index else { return contents.items }
        return contents.index(index)?.entries
    }

    /// The size that an item is read with.
    func size(of stored: StoredItem) -> Int { index?.viewSize(of: stored.item, size: stored.size) ?? stored.size }

    /// What is read of an item.
    func view(of item: EncodedItem) -> EncodedItem {
        fetchesFromTable ? item : index?.view(of: item) ?? item
    }

    /// The key of an item as a page ends with: of the index, and of the table.
    func lastEvaluatedKey(of item: EncodedItem) -> EncodedItem {
        item.keeping((index?.keys.names ?? []) + table.schema.keys.names)
    }

    /// Where a page goes on.
    func start(_ key: EncodedItem) throws(DynamoDBError) -> ItemKey {
        let names = Set((index?.keys.names ?? []) + table.schema.keys.names)
        guard key.count == names.count, let start = layout.key(of: key) else {
            throw .invalid("The provided starting key is invalid")
        }
        // The table's keys must be there, too, even where the index does not need them to find its place.
        guard table.schema.layout.key(of: key) != nil else {
            throw .invalid("The provided starting key is invalid: The provided key element does not match the schema")
        }
        return start
    }
}
