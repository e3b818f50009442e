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
        var reads: [(table: Table, key: ItemKey)] = []
        for get in request.gets {
            try ExpressionRules.check(projection: get.projection)
            let table = try table(get.tableName)
            let key = try KeyRules.key(get.key, of: table.schema)
            try ExpressionChecks.checkKeyAccess(get.projection ?? [], table.schema)
            tables[table.name] = table
            reads.append((table, key))
        }
        try checkDistinct(reads.map { TransactionTarget(tableName: $0.table.name, key: $0.key) })

        let found = Table.locked(Array(tables.values)) { contents in
            reads.map { read in contents[read.table.name]?.items.find(read.key).map { ($0.item, $0.size) } }
        }
        guard found.reduce(0, { $0 + ($1?.1 ?? 0) }) <= Limits.transactionSize else { throw Self.transactionTooLarge }

        var meters: [String: CapacityMeter] = [:]
        for (read, item) in zip(reads, found) {
            let units = CapacityUnits.read(item?.1 ?? 0, consistent: true)
            meters[read.table.name, default: CapacityMeter(tableName: read.table.name)]
                .addTable(CapacityUnits.transactionFactor * units)
        }
        let items = zip(request.gets, found).map { get, item in item?.0.projected(get.projection) }
        return TransactGetItemsOutput(
            items: items, consumedCapacity: meters.reports(request.returnConsumedCapacity, direction: .read))
    }

    static let transactionTooLarge = DynamoDBError.invalid(
        "Collection size of items exceeded, which can also be caused by the aggregate size of the items in the "
            + "transaction exceeding the 4MB limit")

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

extension [String: CapacityMeter] {
    /// The figures of all tables, by name.
    func reports(
        _ detail: ReturnConsumedCapacity, direction: CapacityMeter.Direction
    ) -> [ConsumedCapacity] {
        sorted { $0.key < $1.key }.flatMap { $0.value.report(detail, direction: direction) }
    }
}
