extension PagedRequest {
    /// The cursor that goes on behind an item, by its key: for pages that something else has read, or up to a record that is at hand.
    ///
    /// - Parameter key: the key attributes of the table and, for an index, those of the index: a `LastEvaluatedKey`. What else an item has is
    ///   left out.
    /// - Throws: `DynamoDBError`, `invalidCursor` for an item without one of these attributes, and where several partitions are read.
    public func cursor(after key: EncodedItem, on db: Database) throws(DynamoDBError) -> Cursor {
        let plan = paging.plan
        let key = key.keeping(plan.startKeyNames ?? [])
        do throws(DynamoDBError) {
            try plan.checkSinglePlace()
            try plan.check(startKey: key)
        } catch {
            throw error.at(plan.operationName, table: plan.table.name, origin: plan.origin)
        }
        return Cursor(.key(key), of: plan, db.cursorKeys)
    }
}
