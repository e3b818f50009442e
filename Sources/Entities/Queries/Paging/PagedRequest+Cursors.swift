// What cursors are made of, and what they hold.

extension PagedRequest where Element: Entity {
    /// The cursor of a page that would end with this record: the next page begins with what follows it.
    ///
    /// ```swift
    /// let next = try await query.page(limit: 20, from: query.cursor(after: lastShown, on: db), on: db)
    /// ```
    /// - Throws: `invalidCursor` for a record that is not in what the request reads, such as one without the date of a sparse index.
    public func cursor(after record: Element, on db: Database) throws(DynamoDBError) -> Cursor {
        try cursor(at: record, named: "record", on: db)
    }

    /// The cursor of a page that would end with the record of this key, in a request that reads the table itself.
    /// - Throws: `invalidCursor` where an index is read: its keys are not in the key of a record.
    public func cursor(after key: Element.Key, on db: Database) throws(DynamoDBError) -> Cursor {
        try cursor(at: key, named: "key", on: db)
    }

    private func cursor(
        at item: some ItemEncodable, named kind: String, on db: Database
    ) throws(DynamoDBError) -> Cursor {
        let plan = paging.plan
        let key = try DynamoDBError.encoding(item, plan.origin).keeping(plan.startKeyNames ?? [])
        try plan.checkRefusal()
        try plan.checkSinglePlace()
        do throws(DynamoDBError) {
            try plan.check(startKey: key)
        } catch {
            let place = plan.indexName.map { "the index \($0)" } ?? "the table"
            throw DynamoDBError(.invalidCursor, "the \(kind) has not all keys of \(place)")
                .at(plan.operationName, table: plan.table.name, origin: plan.origin)
        }
        return Cursor(.key(key), of: plan, db.cursorKeys)
    }
}

extension PagedRequest where Element: Entity, Element.Key: ReadableKey {
    /// The key of the last record before the page that a cursor begins.
    /// - Throws: `invalidCursor` for a cursor that is none of this request's.
    public func key(of cursor: Cursor, on db: Database) throws(DynamoDBError) -> Element.Key {
        let item = try startKey(of: cursor, on: db)
        do throws(AttributeError) {
            return try Element.Key(stored: item)
        } catch {
            let plan = paging.plan
            throw DynamoDBError(.invalidCursor, "the cursor holds the key of another entity", underlying: error)
                .at(plan.operationName, table: plan.table.name, origin: plan.origin)
        }
    }
}

extension PagedRequest {
    /// The key attributes that a cursor holds: those of the table and of the index.
    /// - Throws: `invalidCursor` for a cursor that is none of this request's.
    public func startKey(of cursor: Cursor, on db: Database) throws(DynamoDBError) -> EncodedItem {
        let paging = paging
        try paging.plan.checkSinglePlace()
        return try paging.start(at: cursor, on: db)?.key ?? EncodedItem()
    }

    /// Whether a cursor was given out for this request, by a database with the same keys for cursors.
    public func owns(_ cursor: Cursor, on db: Database) -> Bool { (try? paging.start(at: cursor, on: db)) != nil }
}
