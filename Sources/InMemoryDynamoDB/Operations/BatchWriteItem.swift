import Entities

extension Engine {
    func batchWriteItem(_ request: BatchWriteItemRequest) throws(DynamoDBError) -> BatchWriteItemOutput {
        guard !request.tables.isEmpty else {
            throw .invalid("The requestItems parameter is required for BatchWriteItem")
        }
        var constraints = Constraints()
        let names = request.tables.keys.sorted()
        for name in names {
            constraints.requireTableName(name, at: "requestItems")
            constraints.requireCount(
                request.tables[name]?.count ?? 0, in: 1...Limits.batchWriteItems,
                at: "requestItems.\(name).member")
        }
        try constraints.check()
        guard request.tables.values.reduce(0, { $0 + $1.count }) <= Limits.batchWriteItems else {
            throw .invalid("Too many items requested for the BatchWriteItem call")
        }

        // One bad write refuses all. The values of all items are looked at before any table is.
        for name in names {
            for case .put(let item) in request.tables[name] ?? [] { _ = try ItemRules.check(item) }
        }
        var prepared: [(table: Table, writes: [PreparedWrite])] = []
        for name in names {
            let table = try table(name)
            var writes: [PreparedWrite] = []
            for write in request.tables[name] ?? [] { writes.append(try prepare(write, in: table)) }
            guard Set(writes.map(\.key)).count == writes.count else {
                throw .invalid("Provided list of item keys contains duplicates")
            }
            prepared.append((table, writes))
        }

        var output = BatchWriteItemOutput()
        for (table, writes) in prepared {
            var meter = RequestCapacity(tableName: table.name)
            for write in writes {
                // Not atomic as a whole: each write by itself.
                let (change, metrics) = try table.writing(write.key.partitionHash) { contents throws(DynamoDBError) in
                    let change = write.apply(try write.evaluate(in: contents), in: contents)
                    let wantsMetrics = request.returnItemCollectionMetrics == .size
                    return (change, wantsMetrics ? write.collectionMetrics(in: contents) : nil)
                }
                if request.returnConsumedCapacity != .none { meter.add(change, in: table.schema) }
                if let metrics { output.itemCollectionMetrics[table.name, default: []].append(metrics) }
            }
            output.consumedCapacity += meter.report(request.returnConsumedCapacity)
        }
        return output
    }

    private func prepare(
        _ write: BatchWriteItemRequest.Write, in table: Table
    ) throws(DynamoDBError) -> PreparedWrite {
        switch write {
        case .put(let item):
            let key = try KeyRules.key(ofItem: item, in: table.schema, isBatched: true)
            try KeyRules.checkIndexKeys(of: item, in: table.schema)
            return PreparedWrite(
                table: table, key: key, keyItem: item.keeping(table.schema.keys.names), condition: nil,
                effect: .put(item.trimmed, size: item.sizeInBytes), returnsItemOnFailure: false)
        case .delete(let key):
            return PreparedWrite(
                table: table, key: try KeyRules.key(key, of: table.schema), keyItem: key, condition: nil,
                effect: .delete, returnsItemOnFailure: false)
        }
    }
}
