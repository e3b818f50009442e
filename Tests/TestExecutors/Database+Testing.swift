public import Entities

extension Database {
    /// The same tables with faults in between.
    public func faulty(_ plan: FaultPlan) -> (db: Database, injector: FaultInjector) {
        let injector = FaultInjector(plan)
        return (faulty(executor, injector), injector)
    }

    /// The same tables with faults by these rules in between.
    public func faulty(_ rules: [FaultRule], seed: UInt64 = 1) throws -> Database {
        faulty(executor, FaultInjector(try FaultPlan(rules, seed: seed)))
    }

    private func faulty(_ base: some DynamoDBExecutor, _ injector: FaultInjector) -> Database {
        Database(FaultyExecutor(base, injector), tablesOf: self)
    }

    /// The deployed name of its only table.
    public var tableName: String { allTables.first?.name ?? "" }

    /// All items of its only table as they are stored, unique values and other companions of records among them.
    public func storedItems() async throws -> [EncodedItem] {
        var items: [EncodedItem] = []
        var request = ScanRequest(tableName: tableName)
        request.consistentRead = true
        repeat {
            let page = try await executor.execute(PageOperation<EncodedItem>(request))
            items += page.items
            request.exclusiveStartKey = page.lastEvaluatedKey
        } while request.exclusiveStartKey != nil
        return items
    }

    /// Writes an item past all guarantees, as another program does.
    public func putRaw(_ item: EncodedItem) async throws {
        let request = PutItemRequest(tableName: tableName, item: item)
        _ = try await executor.execute(WriteItemOperation<EncodedItem>(request))
    }
}
