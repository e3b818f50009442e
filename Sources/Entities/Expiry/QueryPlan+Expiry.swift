extension QueryPlan {
    /// Whether DynamoDB can leave out what has expired. It cannot by an attribute that the index does not hold, nor in a query by one
    /// that is a key of what is read.
    private var canFilterExpired: Bool {
        guard let expiry, table.holds([expiry.name], in: indexName) else { return false }
        if read.isScan { return true }
        let keys = table.index(indexName)?.keys ?? table.keys
        return !keys.names.contains(expiry.name)
    }

    /// Whether what has expired is told from what is read, and left out here.
    var dropsExpired: Bool { expiry != nil && !canFilterExpired }

    /// The request as it is sent now. The time is no part of the request itself: its cursors go on at any.
    func hidingExpired() -> QueryPlan {
        guard let expiry, canFilterExpired else { return self }
        var copy = self
        copy.filter(expiry.isAlive(at: EpochTime.now))
        return copy
    }

    /// How many items to read for so many that are wanted. With a filter of the caller's nobody knows, so as many as there are on a page.
    /// Of what expires most is still there, and a few more spare another request where it is not.
    func limit(toFind count: Int) -> Int? {
        if hasFilter { return nil }
        return expiry == nil ? count : max(count, 10)
    }
}

extension Paging where Element: ItemDecodable {
    /// The items of an index that holds whole ones, or some of their attributes, without those that have expired.
    init(unexpired plan: QueryPlan, selecting paths: [AttributePath]? = nil) {
        guard let expiry = plan.expiry, plan.dropsExpired else {
            self.init(plan, selecting: paths)
            return
        }
        self = Paging<EncodedItem>(plan, selecting: paths.map { $0 + [AttributePath(expiry.name)] })
            .droppingExpired(by: expiry)
            .decoding { (item) throws(AttributeError) in try item.decode(as: Element.self) }
    }
}

extension Paging<EncodedItem> {
    /// The items without those that have expired by the time they are read.
    func droppingExpired(by expiry: ExpiryAttribute) -> Self {
        compactMap { (items, _) throws(DynamoDBError) in
            let now = EpochTime.now
            return items.map { expiry.isOver($0, at: now) ? nil : $0 }
        }.droppingItems()
    }
}
