/// Reads any number of items by their keys, 100 at a time, asks again for what was left unprocessed, and puts the answers in the
/// order of the keys.
struct BatchReader {
    let origin: RequestOrigin
    let consistent: Bool
    /// The attributes that are read beside the keys; all of them where `nil`.
    var paths: [AttributePath]?

    /// DynamoDB's limit of keys per BatchGetItem.
    static let batchSize = 100

    /// The items of the keys, in order; `nil` where there is none. A key may appear more than once.
    func items(
        of keys: [EncodedItem], in table: TableSchema, on db: Database
    ) async throws(DynamoDBError) -> [EncodedItem?] {
        let name = try db.name(of: table)
        var found: [EncodedItem: EncodedItem] = [:]
        found.reserveCapacity(keys.count)
        var queue = BatchQueue(distinct(keys), batchSize: Self.batchSize)
        while let batch = queue.next() {
            try DynamoDBError.checkCancellation()
            var request = BatchGetItemRequest.TableKeys(keys: batch)
            request.consistentRead = consistent
            request.projection = paths.map { paths in
                AttributePath.separate(paths + table.keys.names.map { AttributePath($0) })
            }
            let output = try await db.execute(
                PlainOperation(BatchGetItemRequest(tables: [name: request]), origin: origin), table: name)
            for item in output.items[name] ?? [] { found[item.keeping(table.keys.names)] = item }
            let unprocessed = output.unprocessedKeys[name]?.keys ?? []
            do throws(DynamoDBError) {
                try await queue.putBack(unprocessed, of: batch, db.backoff)
            } catch {
                throw error.at("BatchGetItem", table: name, origin: origin)
            }
        }
        return keys.map { found[$0] }
    }

    private func distinct(_ keys: [EncodedItem]) -> [EncodedItem] {
        var seen = Set<EncodedItem>(minimumCapacity: keys.count)
        return keys.filter { seen.insert($0).inserted }
    }
}

/// What is to be sent in batches, with what came back unprocessed in front of the rest.
struct BatchQueue<Element: Hashable> {
    private var rest: ArraySlice<Element>
    private var unprocessed: [Element] = []
    private let batchSize: Int
    /// How many batches in a row came back as a whole.
    private var failures = 0

    /// How often elements are sent again without any progress.
    private static var patience: Int { 8 }

    init(_ elements: [Element], batchSize: Int) {
        rest = elements[...]
        self.batchSize = batchSize
    }

    /// The next batch; `nil` when all is done.
    mutating func next() -> [Element]? {
        let batch = unprocessed + rest.prefix(max(0, batchSize - unprocessed.count))
        rest = rest.dropFirst(batch.count - unprocessed.count)
        unprocessed = []
        return batch.isEmpty ? nil : batch
    }

    /// Puts those of a batch back that were not processed, in their order, and waits before they are sent again.
    /// - Throws: `unprocessed` where there was no progress for long; `undecodableResponse` for elements that are not of the batch, since
    ///   then others of it may be lost.
    mutating func putBack(
        _ elements: [Element], of batch: [Element], _ backoff: Backoff
    ) async throws(DynamoDBError) {
        if elements.isEmpty {
            failures = 0
            return
        }
        let left = Set(elements)
        unprocessed = batch.filter(left.contains)
        guard unprocessed.count == left.count else {
            throw DynamoDBError(
                .undecodableResponse, "the service names something unprocessed that it was not asked for")
        }
        failures = unprocessed.count < batch.count ? 0 : failures + 1
        guard failures <= Self.patience else {
            throw DynamoDBError(
                .unprocessed,
                "\(unprocessed.count + rest.count) items are not done, since the service left them out \(failures) times in a row"
            )
        }
        try await backoff.wait(after: failures)
    }
}
