/// Takes from a stock what is there, or nothing; see ``ShardedStock``.
///
/// Alone it takes wherever enough is left, from several shards together if need be: it fails only when there is not enough in all. In a
/// transaction it takes from one shard; `located(on:)` finds one that has enough.
public struct StockTake: Hashable, Sendable {
    let counter: ShardedCounter
    /// The shard that is tried first.
    var shard: Int
    let amount: Int

    /// Takes them: mostly with one request, and when the first shard has not enough with one that reads all.
    /// - Throws: `DynamoDBError`: `notEnough` when less is left; nothing was taken then. As with every subtraction, an error whose
    ///   `isOutcomeUnknown` is set leaves open whether they were taken.
    public func run(on db: Database) async throws {
        if try await take(from: shard, on: db) { return }
        // Each time round, somebody else has taken in between what was read.
        while true {
            try DynamoDBError.checkCancellation()
            let values = try await counter.values(on: db, consistent: true)
            let enough = order.filter { values[$0] >= amount }
            for shard in enough {
                if try await take(from: shard, on: db) { return }
            }
            guard enough.isEmpty else { continue }
            if try await take(parts(of: values), on: db) { return }
        }
    }

    /// The same from a shard that has enough, for a transaction: what others take until then makes that fail, and nothing is taken.
    /// - Throws: `DynamoDBError`: `notEnough` when no shard has so many.
    public func located(on db: Database) async throws -> StockTake {
        let values = try await counter.values(on: db, consistent: true)
        guard let shard = order.first(where: { values[$0] >= amount }) else {
            throw notEnough("no shard has \(amount), the fullest has \(values.max() ?? 0)")
        }
        var copy = self
        copy.shard = shard
        return copy
    }

    /// All shards, the first one first.
    private var order: [Int] { (0..<counter.shardCount).map { (shard + $0) % counter.shardCount } }

    private func change(of shard: Int, _ amount: Int) -> CounterChange {
        var change = CounterChange(counter: counter, shard: shard, amount: -Number(amount), least: Number(amount))
        if amount < 0 { change.refusal = "\(amount) cannot be taken from a stock: add \(amount.magnitude) instead" }
        // A shard that is not there has nothing, of which nothing can be taken.
        if amount == 0 { change.least = nil }
        return change
    }

    private func take(from shard: Int, on db: Database) async throws(DynamoDBError) -> Bool {
        do throws(DynamoDBError) {
            try await change(of: shard, amount).write(on: db)
            return true
        } catch {
            guard error.code == .conditionalCheckFailed else { throw error }
            return false
        }
    }

    // MARK: From several shards

    /// What is taken of which shard.
    private func parts(of values: [Int]) throws(DynamoDBError) -> [CounterChange] {
        var (parts, rest) = ([CounterChange](), amount)
        for shard in order where rest > 0 && values[shard] > 0 {
            let part = min(rest, values[shard])
            parts.append(change(of: shard, part))
            rest -= part
        }
        guard rest == 0 else { throw notEnough("\(amount - rest) are left, and \(amount) were to be taken") }
        return parts
    }

    private func take(_ parts: [CounterChange], on db: Database) async throws(DynamoDBError) -> Bool {
        var actions: [TransactionAction] = []
        for part in parts { actions += try part.actions(on: db) }
        do throws(DynamoDBError) {
            try await db.run(actions, origin: counter.origin)
            return true
        } catch {
            guard error.cancellationReasons.contains(where: { $0.failure == .conditionalCheckFailed }) else {
                throw error
            }
            return false
        }
    }

    private func notEnough(_ reason: String) -> DynamoDBError {
        DynamoDBError(.notEnough, "\(counter.label): \(reason)")
            .at("UpdateItem", table: counter.schema.table.name, origin: counter.origin)
    }
}

extension StockTake: TransactionWrite {
    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        try change(of: shard, amount).actions(on: db)
    }
}

extension StockTake: ExplainableRequest {
    /// The request to the first shard.
    public func explain() -> Explanation { change(of: shard, amount).explain() }

    /// The request to the first shard.
    public func request(on db: Database) throws(DynamoDBError) -> DynamoDBRequest {
        try change(of: shard, amount).request(on: db)
    }
}

extension DynamoDBError.Code {
    /// Less is left of a stock than was to be taken. Nothing was.
    public static let notEnough = Self(rawValue: "NotEnough")
}
