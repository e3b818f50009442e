import Entities

extension Engine {
    func updateTable(_ request: UpdateTableRequest) throws(DynamoDBError) -> TableOutput {
        try checkManagedName(request.tableName)
        try UpdateTableRules.check(request)
        var table = try describedTable(request.tableName)
        let now = clock()
        let update = TableUpdate(
            request, of: table, engine: self, at: now, until: options.transitions.end(from: now),
            filledBy: options.transitions.end(from: options.transitions.end(from: now)))
        let change = try table.locked { contents throws(DynamoDBError) in
            contents.finishTransitions(by: now)
            try UpdateTableRules.check(request, contents, of: table)
            return update.apply(to: contents)
        }
        if let added = change.added {
            backfill(added, of: table)
            table.locked { $0.index(added)?.transition = update.filling }
            table = replaceTable(table) { $0.adding(added, types: request.attributeTypes) } ?? table
        }
        if let removed = change.removed {
            table = replaceTable(table) { $0.removing(removed) } ?? table
        }
        return TableOutput(table: table.description(at: now, isAnswer: true))
    }

    /// Enters what a table has in a new index, some items at a time, so that others can get at the table in between. Writes keep the
    /// index in step meanwhile.
    private func backfill(_ index: IndexLayout, of table: Table) {
        var start: ItemKey?
        repeat {
            start = table.locked { $0.backfill(index, after: start, count: 1000) }
        } while start != nil
    }
}
