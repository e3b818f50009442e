extension DeletionRun {
    /// What became of some items.
    struct Outcome: Sendable {
        var deleted = 0
        /// Why something has to be tried again.
        var left: DynamoDBError?
        /// What ends the deletion.
        var error: DynamoDBError?

        mutating func merge(_ other: Outcome) {
            deleted += other.deleted
            left = left ?? other.left
            error = error ?? other.error
        }

        /// Nobody could delete it.
        static func failed(_ error: DynamoDBError) -> Outcome {
            error.isRetryable ? Outcome(left: error) : Outcome(error: error)
        }
    }

    /// How an item is deleted.
    enum Step: Sendable {
        /// By its key, whatever it has become.
        case byKey(EncodedItem)
        /// With a condition, and with the unique values that it holds.
        case actions([TransactionAction])
    }

    /// Deletes what a page has, which may be entries of an index.
    func delete(_ entries: [EncodedItem]) async throws(DynamoDBError) -> Outcome {
        var keys: [ItemWrite] = []
        var writes: [[TransactionAction]] = []
        for (entry, item) in zip(entries, try await items(behind: entries)) {
            switch try step(for: entry, item) {
            case .byKey(let key): keys.append(ItemWrite(table: table, write: .delete(key)))
            case .actions(let actions): writes.append(actions)
            case nil: break
            }
        }
        var outcome = await delete(keys)
        outcome.merge(await delete(writes))
        return outcome
    }

    /// In batches, as many at a time as may be.
    private func delete(_ keys: [ItemWrite]) async -> Outcome {
        do throws(DynamoDBError) {
            try await db.send(keys, concurrency: concurrency, origin: plan.origin)
            return Outcome(deleted: keys.count)
        } catch {
            var outcome = Outcome.failed(error)
            outcome.deleted = keys.count - error.unprocessedWrites.count
            return outcome
        }
    }

    /// Each by itself, as many at a time as may be.
    private func delete(_ writes: [[TransactionAction]]) async -> Outcome {
        await withTaskGroup { group in
            var outcome = Outcome()
            var rest = writes[...]
            var running = 0
            while true {
                while running < concurrency, outcome.error == nil, let next = rest.popFirst() {
                    group.addTask { await self.delete(next) }
                    running += 1
                }
                guard let done = await group.next() else { return outcome }
                running -= 1
                outcome.merge(done)
            }
        }
    }

    private func delete(_ actions: [TransactionAction]) async -> Outcome {
        do throws(DynamoDBError) {
            try DynamoDBError.checkCancellation()
            if actions.count == 1, case .delete(let request)? = actions.first?.action {
                _ = try await db.execute(WriteItemOperation<EncodedItem>(request, origin: plan.origin), table: table)
            } else {
                try await db.runOne(actions, origin: plan.origin)
            }
            return Outcome(deleted: 1)
        } catch {
            guard error.code == .conditionalCheckFailed else { return .failed(error) }
            // Somebody else was faster.
            if error.item == nil { return Outcome() }
            return Outcome(left: Self.changed)
        }
    }

    /// It may be found again as it is now, or not at all.
    private static var changed: DynamoDBError {
        DynamoDBError(
            .unprocessed, "what is to be deleted keeps changing, or an index shows it as it was: try again later")
    }
}
