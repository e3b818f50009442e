import Entities
import Synchronization

/// An executor that keeps the queries that pass it, and how many items they read.
final class QueryRecorder: DynamoDBExecutor {
    private struct State {
        var requests: [QueryRequest] = []
        var scanned = 0
    }

    private let base: any DynamoDBExecutor
    private let state = Mutex(State())

    init(_ base: any DynamoDBExecutor) { self.base = base }

    var requests: [QueryRequest] { state.withLock { $0.requests } }
    var scanned: Int { state.withLock { $0.scanned } }

    func clear() { state.withLock { $0 = State() } }

    func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        guard case .query(let request) = operation.request else { return try await base.execute(operation) }
        state.withLock { $0.requests.append(request) }
        let output = try await base.execute(operation)
        if let page = output as? PageOutput<EncodedItem> { state.withLock { $0.scanned += page.scannedCount } }
        return output
    }
}
