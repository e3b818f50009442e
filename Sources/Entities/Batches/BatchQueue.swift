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

    /// What was not sent, or came back.
    var left: [Element] { unprocessed + rest }

    /// Puts a batch back of which it is not known what was done.
    mutating func putBack(_ batch: [Element]) { unprocessed = batch }

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
            putBack(batch)
            throw DynamoDBError(
                .undecodableResponse, "the service names something unprocessed that it was not asked for")
        }
        failures = unprocessed.count < batch.count ? 0 : failures + 1
        guard failures <= Self.patience else {
            throw DynamoDBError(.unprocessed, "the service left them out \(failures) times in a row")
        }
        try await backoff.wait(after: failures)
    }
}
