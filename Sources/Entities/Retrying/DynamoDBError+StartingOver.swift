extension DynamoDBError {
    /// Whether the same work may succeed when it begins anew with what is stored by then: someone else was faster, or the service could
    /// not do it at this moment. It was not carried out.
    ///
    /// Never where the outcome of a write is unknown: what was carried out already would be done twice.
    public var isWorthStartingOver: Bool {
        guard !isOutcomeUnknown || Self.reads.contains(operation ?? "") else { return false }
        switch code {
        case .versionConflict: return true
        case .transactionCanceled:
            let failures = firstFailures
            return !failures.isEmpty && failures.allSatisfy { $0.isPassing || $0.failure == .versionConflict }
        default: return isRetryable
        }
    }

    /// The first failure of each write, which is that of its record, if that failed: what becomes of its unique values and of its copy then
    /// may follow from that.
    private var firstFailures: [CancellationReason] {
        var seen: Set<Int> = []
        return cancellationReasons.filter { reason in
            reason.isFailure && reason.write.map { seen.insert($0).inserted } ?? true
        }
    }

    /// Operations that change nothing, whatever became of them.
    private static let reads: Set<String> = ["GetItem", "BatchGetItem", "TransactGetItems", "Query", "Scan"]
}

extension Backoff {
    /// Waits before another attempt, if there is to be one.
    /// - Parameter failures: how many attempts have failed.
    /// - Throws: `error` where it was the last one; `cancelled`.
    func wait(after failures: Int, of attempts: Int, because error: DynamoDBError) async throws(DynamoDBError) {
        guard failures < attempts else { throw error }
        try DynamoDBError.checkCancellation()
        try await wait(after: failures)
    }
}
