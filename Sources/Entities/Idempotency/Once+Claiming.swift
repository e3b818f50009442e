/// What a repeat does that comes while the operation is being run.
public enum OnceRepeat: Hashable, Sendable {
    /// It fails with `alreadyRunning`.
    case refused
    /// It waits for the result, or for the claim to run out, and fails with `alreadyRunning` after this time.
    case waiting(upTo: Duration)
}

extension Once {
    /// Runs a body that does what no transaction can, with a claim on it while it runs.
    func run(
        claimedFor span: Duration, repeats: OnceRepeat, _ body: () async throws -> Value
    ) async throws -> Value {
        if let value = try await claim(for: span, repeats) { return value.value }
        let value: Value
        do {
            value = try await body()
        } catch {
            await release()
            throw error
        }
        try await complete(value)
        return value
    }

    /// A result that is there already: in a box of its own, since a result may be optional itself.
    private struct Known {
        let value: Value
    }

    /// Takes the operation for this run.
    /// - Returns: the result where the operation has been run.
    private func claim(for span: Duration, _ repeats: OnceRepeat) async throws(DynamoDBError) -> Known? {
        let giveUp: Date? =
            if case .waiting(let longest) = repeats { Generators.current.now().adding(longest) } else { nil }
        var waits = 0
        while true {
            guard let state = try await take(for: span) else { return nil }
            switch state {
            case .done(_, let value): return Known(value: value)
            // It was given up between the two requests.
            case .free: break
            case .running:
                guard let giveUp, Generators.current.now() < giveUp else { throw Self.running }
            }
            waits += 1
            try await db.backoff.wait(after: waits)
        }
    }

    /// Tries to take the operation once.
    /// - Returns: what is in the way; `nil` where it is taken.
    private func take(for span: Duration) async throws(DynamoDBError) -> State? {
        let now = Generators.current.now()
        let item = try item(nil, claimedUntil: now.adding(span))
        var request = PutItemRequest(tableName: table, item: item.encoded(at: key, timeToLive: timeToLive))
        request.condition = OnceItem.isFree(at: now)
        request.returnValuesOnConditionCheckFailure = .allOld
        guard let stored = try await failing(WriteItemOperation(request, origin: Self.origin)) else { return nil }
        return try isOwn(stored) ? nil : state(of: stored)
    }

    /// Stores what the body returned.
    private func complete(_ value: Value) async throws(DynamoDBError) {
        var request = UpdateItemRequest(
            tableName: table, key: key, update: try item(value).completion(timeToLive: timeToLive))
        request.condition = OnceItem.isClaimed(by: run)
        request.returnValuesOnConditionCheckFailure = .allOld
        guard let stored = try await failing(WriteItemOperation(request, origin: Self.origin)) else { return }
        // The answer to the first attempt was lost.
        if try isOwn(stored) { return }
        throw DynamoDBError(
            .claimLost,
            "the operation took longer than it had claimed, and someone else has taken it over: it may have been run twice"
        ).at("UpdateItem", table: table, origin: Self.origin)
    }

    /// Gives the operation up. If that fails too, its claim runs out.
    private func release() async {
        var request = DeleteItemRequest(tableName: table, key: key)
        request.condition = OnceItem.isClaimed(by: run)
        let operation = WriteItemOperation<EncodedItem>(request, origin: Self.origin)
        // In a task of its own: a body that was cancelled leaves nothing behind either.
        _ = await Task { try await db.execute(operation, table: table) }.result
    }

    /// The item that a condition failed on; `nil` where it held. A missing item is an empty one.
    private func failing(
        _ operation: WriteItemOperation<EncodedItem>
    ) async throws(DynamoDBError) -> EncodedItem? {
        do throws(DynamoDBError) {
            _ = try await persisting { () async throws(DynamoDBError) in try await db.execute(operation, table: table) }
            return nil
        } catch {
            guard error.code == .conditionalCheckFailed else { throw error }
            return error.item ?? EncodedItem()
        }
    }

    private func isOwn(_ item: EncodedItem) throws(DynamoDBError) -> Bool {
        if item.isEmpty { return false }
        return try DynamoDBError.decoding(Self.origin) { () throws(AttributeError) in try OnceItem(item).run == run }
    }
}
