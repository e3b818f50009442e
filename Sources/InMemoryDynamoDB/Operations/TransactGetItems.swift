import Entities

extension Engine {
    func transactGetItems(_ request: TransactGetItemsRequest) throws(DynamoDBError) -> TransactGetItemsOutput {
        var constraints = Constraints()
        constraints.requireCount(request.gets.count, in: 1...Limits.transactionActions, at: "transactItems")
        for (index, get) in request.gets.enumerated() {
            constraints.requireTableName(
                get.tableName, at: "transactItems.\(index + 1).member.get.tableName")
        }
        try constraints.check()
        var tables: [String: Table] = [:]
        for get in request.gets {
            try ExpressionRules.check(projection: get.projection)
            let table = try table(get.tableName)
            try KeyRules.checkNotEmpty(get.key, in: table.schema)
            tables[table.name] = table
        }
        var reads: [(table: Table, key: ItemKey)] = []
        for (index, get) in request.gets.enumerated() {
            let table = try table(get.tableName)
            do throws(DynamoDBError) {
                reads.append((table, try KeyRules.key(get.key, of: table.schema)))
                try ExpressionChecks.checkKeyAccess(get.projection ?? [], table.schema)
            } catch {
                throw Self.cancellation([index: error], count: request.gets.count)
            }
        }
        try checkDistinct(reads.map { TransactionTarget(tableName: $0.table.name, key: $0.key) })

        let found = Table.locked(Array(tables.values)) { contents in
            reads.map { read in contents[read.table.name]?.items.find(read.key).map { ($0.item, $0.size) } }
        }
        guard found.reduce(0, { $0 + ($1?.1 ?? 0) }) <= Limits.transactionSize else { throw Self.transactionTooLarge }

        var meters: [String: RequestCapacity] = [:]
        for (read, item) in zip(reads, found) {
            let units = CapacityUnits.read(item?.1 ?? 0, consistent: true)
            meters[read.table.name, default: RequestCapacity(tableName: read.table.name)]
                .addTable(CapacityUnits.transactionFactor * units)
        }
        // An item of which nothing is left is not shown, unlike in BatchGetItem.
        let items = zip(request.gets, found).map { get, item -> EncodedItem? in
            guard let item = item?.0.projected(get.projection) else { return nil }
            return get.projection != nil && item.isEmpty ? nil : item
        }
        return TransactGetItemsOutput(
            items: items, consumedCapacity: meters.reports(request.returnConsumedCapacity, direction: .read))
    }

    static let transactionTooLarge = DynamoDBError.invalid("Transaction payload size cannot exceed 4 MB")

    /// No item may be named twice.
    func checkDistinct(_ targets: [TransactionTarget]) throws(DynamoDBError) {
        guard Set(targets).count == targets.count else {
            throw .invalid("Transaction request cannot include multiple operations on one item")
        }
    }
}

/// An item of a transaction.
struct TransactionTarget: Hashable {
    let tableName: String
    let key: ItemKey
}

extension [String: RequestCapacity] {
    /// The figures of all tables, by name.
    func reports(
        _ detail: ReturnConsumedCapacity, direction: RequestCapacity.Direction
    ) -> [ConsumedCapacity] {
        sorted { $0.key < $1.key }.flatMap { $0.value.report(detail, direction: direction) }
    }
}
