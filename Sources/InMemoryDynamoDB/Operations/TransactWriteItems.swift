import Entities

extension Engine {
    func transactWriteItems(_ request: TransactWriteItemsRequest) throws(DynamoDBError) -> TransactWriteItemsOutput {
        try checkConstraints(request)
        var writes: [PreparedWrite] = []
        for (index, action) in request.actions.enumerated() {
            do throws(DynamoDBError) {
                writes.append(try prepare(action))
            } catch {
                try checkWholeRequest(request)
                throw Self.cancellation([index: error], count: request.actions.count)
            }
        }
        try checkDistinct(writes.map { TransactionTarget(tableName: $0.table.name, key: $0.key) })
        guard request.actions.reduce(0, { $0 + $1.payloadSize }) <= Limits.transactionSize else {
            throw Self.transactionTooLarge
        }
        guard let token = request.clientRequestToken else { return try carryOut(writes, request).output }
        if let sizes = try idempotency.begin(token, request.actions, at: clock()) {
            return replay(writes, sizes, request)
        }
        do throws(DynamoDBError) {
            let (output, sizes) = try carryOut(writes, request)
            idempotency.end(token, sizes: sizes)
            return output
        } catch {
            idempotency.end(token, sizes: nil)
            throw error
        }
    }

    private func checkConstraints(_ request: TransactWriteItemsRequest) throws(DynamoDBError) {
        var constraints = Constraints()
        constraints.requireCount(request.actions.count, in: 1...Limits.transactionActions, at: "transactItems")
        if let token = request.clientRequestToken {
            constraints.require(
                token.utf8.count >= Limits.clientRequestTokenLength.lowerBound, "'\(token)'", at: "clientRequestToken",
                "Member must have length greater than or equal to 1")
            constraints.require(
                token.utf8.count <= Limits.clientRequestTokenLength.upperBound, "'\(token)'", at: "clientRequestToken",
                "Member must have length less than or equal to 36")
        }
        for (index, action) in request.actions.enumerated() {
            constraints.requireTableName(
                action.tableName, at: "transactItems.\(index + 1).member.\(action.kind).tableName")
            if case .update(let update) = action {
                constraints.require(
                    !update.update.isEmpty, "null", at: "transactItems.\(index + 1).member.update.updateExpression",
                    "Member must not be null")
            }
        }
        try constraints.check()
    }

    private func prepare(_ action: TransactWriteItemsRequest.Action) throws(DynamoDBError) -> PreparedWrite {
        var write =
            switch action {
            case .put(let put): try prepare(put)
            case .update(let update): try prepare(update)
            case .delete(let delete): try prepare(delete)
            case .check(let check): try prepare(check)
            }
        write.isTransacted = true
        return write
    }

    /// Several writes of a transaction may make one collection too large together.
    private static func checkCollections(
        _ outcomes: [(PreparedWrite, TableContents, PreparedWrite.Outcome)], _ failures: inout [Int: DynamoDBError]
    ) {
        // With a failure the indexes would not match; nothing is written then anyway.
        guard failures.isEmpty, outcomes.contains(where: { $0.1.collections != nil }) else { return }
        let growths = outcomes.map { write, contents, outcome in
            // Partitions of different tables are told apart.
            (
                collection: Array(write.table.name.utf8) + [0] + write.key.partition,
                growth: write.collectionGrowth(outcome, in: contents)
            )
        }
        // What makes room counts first, whatever the order of the actions.
        var pending: [[UInt8]: Int] = [:]
        for (collection, growth) in growths where growth < 0 { pending[collection, default: 0] += growth }
        for (index, (write, contents, _)) in outcomes.enumerated() {
            let (collection, growth) = growths[index]
            do throws(DynamoDBError) {
                try contents.checkCollection(write.key.partition, growth: growth, pending: pending[collection] ?? 0)
                pending[collection, default: 0] += max(0, growth)
            } catch {
                failures[index] = error
            }
        }
    }

    /// Works out all actions before any is done, with all tables locked.
    ///
    /// No action ever meets another transaction under way (`TransactionConflict`, or `TransactionConflictException` for a single write):
    /// whoever has the tables' locks finishes before anybody else gets them.
    private func carryOut(
        _ writes: [PreparedWrite], _ request: TransactWriteItemsRequest
    ) throws(DynamoDBError) -> (output: TransactWriteItemsOutput, sizes: [Int]) {
        let tables = Dictionary(writes.map { ($0.table.name, $0.table) }) { first, _ in first }
        let (changes, metrics) = try Table.locked(Array(tables.values)) { contents throws(DynamoDBError) in
            var outcomes: [(PreparedWrite, TableContents, PreparedWrite.Outcome)] = []
            var failures: [Int: DynamoDBError] = [:]
            for (index, write) in writes.enumerated() {
                guard let contents = contents[write.table.name] else { continue }
                do throws(DynamoDBError) {
                    outcomes.append((write, contents, try write.evaluate(in: contents, isPartOfMany: true)))
                } catch {
                    failures[index] = error
                }
            }
            Self.checkCollections(outcomes, &failures)
            if !failures.isEmpty {
                if failures.values.contains(where: { $0.code != .conditionalCheckFailed }) {
                    try checkWholeRequest(request)
                }
                throw Self.cancellation(failures, count: writes.count)
            }
            var metrics: [String: [ItemCollectionMetrics]] = [:]
            var changes: [ItemChange] = []
            for (write, contents, outcome) in outcomes {
                changes.append(write.apply(outcome, in: contents))
                if request.returnItemCollectionMetrics == .size, outcome.isWrite,
                    let size = write.collectionMetrics(in: contents)
                {
                    metrics[write.table.name, default: []].append(size)
                }
            }
            return (changes, metrics)
        }
        var meters: [String: RequestCapacity] = [:]
        if request.returnConsumedCapacity != .none {
            for (write, change) in zip(writes, changes) {
                meters[write.table.name, default: RequestCapacity(tableName: write.table.name)]
                    .add(change, in: write.table.schema, isTransacted: true)
            }
        }
        let output = TransactWriteItemsOutput(
            itemCollectionMetrics: metrics,
            consumedCapacity: meters.reports(request.returnConsumedCapacity, direction: .write))
        return (output, changes.map { max($0.oldSize, $0.newSize) })
    }

    /// The answer to a repeated transaction: it is charged as a read of what the first one was charged for, even if that was deleted.
    private func replay(
        _ writes: [PreparedWrite], _ sizes: [Int], _ request: TransactWriteItemsRequest
    ) -> TransactWriteItemsOutput {
        var meters: [String: RequestCapacity] = [:]
        for (write, size) in zip(writes, sizes) {
            meters[write.table.name, default: RequestCapacity(tableName: write.table.name)]
                .addTable(CapacityUnits.transactionFactor * CapacityUnits.read(size, consistent: true))
        }
        return TransactWriteItemsOutput(
            consumedCapacity: meters.reports(request.returnConsumedCapacity, direction: .read))
    }
}

extension TransactWriteItemsRequest.Action {
    var tableName: String {
        switch self {
        case .put(let put): put.tableName
        case .update(let update): update.tableName
        case .delete(let delete): delete.tableName
        case .check(let check): check.tableName
        }
    }

    /// The member's name in the request.
    fileprivate var kind: String {
        switch self {
        case .put: "put"
        case .update: "update"
        case .delete: "delete"
        case .check: "conditionCheck"
        }
    }

    /// What counts towards the limit of a transaction: the items and keys in the request, not what they meet.
    var payloadSize: Int {
        switch self {
        case .put(let put): put.item.sizeInBytes
        case .update(let update): update.key.sizeInBytes + update.update.valueSize
        case .delete(let delete): delete.key.sizeInBytes
        case .check(let check): check.key.sizeInBytes
        }
    }
}

extension UpdateExpression {
    /// The size of all values in the expression.
    fileprivate var valueSize: Int {
        self.set.reduce(0) { $0 + $1.value.valueSize } + (add + delete).reduce(0) { $0 + $1.value.valueSize }
    }
}

extension SetValue {
    fileprivate var valueSize: Int {
        switch self {
        case .operand(let operand): operand.valueSize
        case .ifNotExists(_, let fallback): fallback.valueSize
        case .listAppend(let left, let right), .plus(let left, let right), .minus(let left, let right):
            left.valueSize + right.valueSize
        }
    }
}

extension Operand {
    fileprivate var valueSize: Int {
        guard case .value(let value) = self else { return 0 }
        return EncodedItem.packed(value).withUnsafeBufferPointer { PackedValue($0).sizeInBytes }
    }
}
