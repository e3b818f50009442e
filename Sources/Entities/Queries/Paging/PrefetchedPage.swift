/// A page that is being read while nobody waits for it yet. Its request is cancelled when nobody wants it any more.
final class PrefetchedPage<Element: Sendable>: Sendable {
    /// `nil` where the page before was the last one.
    private let task: Task<Result<FetchedPage<Element>?, DynamoDBError>, Never>

    /// - Parameters:
    ///   - previous: the page that has to be there before this one can be asked for.
    ///   - start: the key that the page begins after where no page has to be waited for.
    init(
        of paging: Paging<Element>, on db: Database, limit: Int?, after previous: PrefetchedPage?, or start: EncodedItem
    ) {
        let before = previous?.task
        task = Task {
            do throws(DynamoDBError) {
                var start: EncodedItem? = start
                if let before { start = try await before.value.get()?.next }
                guard let start else { return .success(nil) }
                return .success(try await paging.read(on: db, limit: limit, from: start))
            } catch {
                return .failure(error)
            }
        }
    }

    deinit { task.cancel() }

    /// Waits for the page; its request is cancelled with the task that waits.
    func page() async throws(DynamoDBError) -> FetchedPage<Element>? {
        try await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }.get()
    }
}
