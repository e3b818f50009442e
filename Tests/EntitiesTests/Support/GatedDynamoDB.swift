import Synchronization

@testable import Entities

/// An executor that holds requests until they are let through, or cancelled: for tests of what happens meanwhile.
final class GatedDynamoDB: DynamoDBExecutor {
    private struct State {
        var count = 0
        /// By the number of the request; true lets it through.
        var waiting: [Int: CheckedContinuation<Bool, Never>] = [:]
        var cancelled: Set<Int> = []
    }

    private let state = Mutex(State())
    private let inner: any DynamoDBExecutor
    private let free: Int
    /// The numbers of the requests that are held, from 0, as they come.
    let arrivals: AsyncStream<Int>
    private let arrival: AsyncStream<Int>.Continuation
    /// The numbers of those that were cancelled while they were held.
    let cancellations: AsyncStream<Int>
    private let cancellation: AsyncStream<Int>.Continuation

    /// - Parameter free: how many requests pass before the first is held.
    init(_ inner: some DynamoDBExecutor, free: Int) {
        self.inner = inner
        self.free = free
        (arrivals, arrival) = AsyncStream.makeStream()
        (cancellations, cancellation) = AsyncStream.makeStream()
    }

    var database: Database { Database(self, table: .notes, backoff: Backoff(sleep: { _ in })) }

    /// Lets a request through that is held.
    func open(_ number: Int) {
        state.withLock { $0.waiting.removeValue(forKey: number) }?.resume(returning: true)
    }

    func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        let number = state.withLock { state in
            state.count += 1
            return state.count - 1
        }
        if number >= free, !(await isOpened(number)) {
            cancellation.yield(number)
            throw .cancelled
        }
        return try await inner.execute(operation)
    }

    private func isOpened(_ number: Int) async -> Bool {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isCancelled = state.withLock { state in
                    if state.cancelled.contains(number) { return true }
                    state.waiting[number] = continuation
                    return false
                }
                if isCancelled { continuation.resume(returning: false) } else { arrival.yield(number) }
            }
        } onCancel: {
            state.withLock { state in
                state.cancelled.insert(number)
                return state.waiting.removeValue(forKey: number)
            }?.resume(returning: false)
        }
    }
}
