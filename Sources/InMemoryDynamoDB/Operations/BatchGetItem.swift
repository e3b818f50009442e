import Entities

extension Engine {
    func batchGetItem(_ request: BatchGetItemRequest) throws(DynamoDBError) -> BatchGetItemOutput {
        var constraints = Constraints()
        constraints.requireReworded(
            !request.tables.isEmpty, at: "RequestItems", "Member must have length greater than or equal to 1")
        let names = request.tables.keys.sorted()
        for name in names {
            constraints.requireTableName(name, at: "requestItems")
            let count = request.tables[name]?.keys.count ?? 0
            constraints.require(
                count > 0, "'[]'", at: "requestItems.\(name).member.keys",
                "Member must have length greater than or equal to 1")
            constraints.requireReworded(
                count <= Limits.batchGetKeys, at: "RequestItems.\(name).member.Keys",
                "Member must have length less than or equal to \(Limits.batchGetKeys)")
        }
        try constraints.check()
        guard request.tables.values.reduce(0, { $0 + $1.keys.count }) <= Limits.batchGetKeys else {
            throw .invalid("Too many items requested for the BatchGetItem call")
        }
        for name in names { try ExpressionRules.check(projection: request.tables[name]?.projection) }
        // Before it is known what the tables' keys are: the service does not even look whether they exist.
        for asked in request.tables.values where Set(asked.keys).count != asked.keys.count {
            throw .invalid("Provided list of item keys contains duplicates")
        }

        var reads: [(table: Table, keys: [ItemKey], asked: BatchGetItemRequest.TableKeys)] = []
        for name in names {
            guard let asked = request.tables[name] else { continue }
            let table = try table(name)
            var keys: [ItemKey] = []
            for key in asked.keys { keys.append(try KeyRules.key(key, of: table.schema)) }
            try ExpressionChecks.checkKeyAccess(asked.projection ?? [], table.schema)
            reads.append((table, keys, asked))
        }

        var output = BatchGetItemOutput(items: [:])
        var bytes = 0
        for (table, keys, asked) in reads {
            let found = table.locked { contents in
                let contents = contents.seen(consistently: asked.consistentRead)
                return keys.map { key in contents.items.find(key).map { ($0.item, $0.size) } }
            }
            var meter = RequestCapacity(tableName: table.name)
            var items: [EncodedItem] = []
            var unprocessed = asked
            unprocessed.keys = []
            for (index, item) in found.enumerated() {
                let size = item?.1 ?? 0
                guard bytes + size <= Limits.batchSize else {
                    unprocessed.keys.append(asked.keys[index])
                    continue
                }
                bytes += size
                meter.addTable(CapacityUnits.read(size, consistent: asked.consistentRead))
                if let item = item?.0 { items.append(item.projected(asked.projection)) }
            }
            output.items[table.name] = items
            if !unprocessed.keys.isEmpty { output.unprocessedKeys[table.name] = unprocessed }
            output.consumedCapacity += meter.report(request.returnConsumedCapacity)
        }
        return output
    }
}
