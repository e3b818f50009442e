extension Once {
    /// Runs the operation's writes together with the item that remembers them.
    func commit(_ body: () async throws -> Commit<Value>) async throws -> Value {
        switch try await state() {
        case .done(_, let value): return value
        case .running: throw Self.running
        case .free: return try await send(try await body())
        }
    }

    private func send(_ commit: Commit<Value>) async throws(DynamoDBError) -> Value {
        let write = OnceWrite(table: table, item: try item(commit.value).encoded(at: key, timeToLive: timeToLive))
        do throws(DynamoDBError) {
            // With one token for all attempts: what was carried out although its answer was lost is not carried out again.
            try await persisting { () async throws(DynamoDBError) in
                try await db.commit(commit.writes + [write], token: run)
            }
            return commit.value
        } catch {
            guard error.isOutcomeUnknown || error.code == .transactionCanceled else { throw error }
            // Another run may have been faster, or this one was, and ten minutes later the token was forgotten.
            switch try await state() {
            case .done(let run, let value): return run == self.run ? commit.value : value
            case .running: throw Self.running
            case .free: throw error
            }
        }
    }
}

/// The action that remembers an operation, unless it is remembered already.
private struct OnceWrite: TransactionWrite {
    let table: String
    let item: EncodedItem
    /// When it was made: all attempts send the same, or the service would refuse their token.
    let now = Generators.current.now()

    func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        var request = PutItemRequest(tableName: table, item: item)
        request.condition = OnceItem.isFree(at: now)
        return [TransactionAction(.put(request), origin: RequestOrigin(accessPattern: "once"))]
    }
}
