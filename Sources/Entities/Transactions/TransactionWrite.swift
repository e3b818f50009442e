/// A write that can be part of a transaction: `Article.create(…)`, `update`, `delete`, `check` and the others.
public protocol TransactionWrite: Sendable {
    /// The actions that the write consists of: one, and one for each unique value that it takes or gives back.
    /// - Throws: `invalidRequest` or `invalidValue` for a value that cannot be stored.
    func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction]
}

/// One action of a transaction with what messages call it.
public struct TransactionAction: Sendable {
    let action: TransactWriteItemsRequest.Action
    /// `Article` and `create`, or `Article` and `slug` for a unique value.
    let origin: RequestOrigin
    /// What the action is about, and so what its failure means.
    enum Meaning: Sendable, Hashable {
        /// The record itself.
        case record
        /// A value of this unique attribute.
        case claim(attribute: String)
        /// The copy of the record for its revision.
        case revision
    }

    let meaning: Meaning
    /// What the action takes for granted of the record.
    let expectation: Expectation
    /// The position of the write among those of the transaction.
    var write = 0

    init(
        _ action: TransactWriteItemsRequest.Action, origin: RequestOrigin, meaning: Meaning = .record,
        expectation: Expectation = Expectation()
    ) {
        self.action = action
        self.origin = origin
        self.meaning = meaning
        self.expectation = expectation
    }

    /// `Article.create`
    var label: String { [origin.entity, origin.accessPattern].compactMap { $0 }.joined(separator: ".") }

    /// The service's reason, and what it means for this action.
    func explaining(_ reason: DynamoDBError.CancellationReason) -> DynamoDBError.CancellationReason {
        var reason = reason
        reason.action = label
        reason.write = write
        guard reason.code == "ConditionalCheckFailed" else { return reason }
        switch meaning {
        case .claim(let attribute):
            reason.failure = .notUnique
            reason.attribute = attribute
        case .revision: reason.failure = .revisionExists
        case .record:
            let failure = reason.item.flatMap { expectation.failure(on: $0, of: origin.entity ?? "record") }
            reason.failure = expectation.refusal ?? failure?.code ?? .conditionalCheckFailed
        }
        return reason
    }
}

extension TransactionAction {
    /// The action as a request of its own; `nil` for a check, which is none.
    func request(returning values: ReturnValues) -> DynamoDBRequest? {
        switch action {
        case .put(var request):
            request.returnValues = values
            return .putItem(request)
        case .update(var request):
            request.returnValues = values
            return .updateItem(request)
        case .delete(var request):
            request.returnValues = values
            return .deleteItem(request)
        case .check: return nil
        }
    }

    /// The operation of that request.
    var operationName: String { request(returning: .none)?.operationName ?? "TransactWriteItems" }

    var tableName: String {
        switch action {
        case .put(let request): request.tableName
        case .update(let request): request.tableName
        case .delete(let request): request.tableName
        case .check(let check): check.tableName
        }
    }
}

extension TransactionAction {
    /// The actions that take and give back unique values.
    /// - Parameter holder: whose they are, where records expire.
    static func unique(
        claims: [UniqueClaim], releases: [UniqueClaim], renewals: [UniqueClaim] = [], of schema: EntitySchema,
        table: String, holder: ClaimHolder?
    ) throws(DynamoDBError) -> [TransactionAction] {
        var actions: [TransactionAction] = []
        func append(_ action: TransactWriteItemsRequest.Action, _ claim: UniqueClaim, takes: Bool) {
            let origin = RequestOrigin(entity: schema.name, accessPattern: claim.attribute)
            let meaning = takes ? Meaning.claim(attribute: claim.attribute) : .record
            actions.append(.init(action, origin: origin, meaning: meaning))
        }
        do throws(AttributeError) {
            for claim in releases {
                append(try claim.release(in: schema, table: table, for: holder), claim, takes: false)
            }
            for claim in claims {
                append(try claim.claim(in: schema, table: table, for: holder), claim, takes: true)
            }
            if let holder {
                for claim in renewals {
                    append(try claim.renewal(in: schema, table: table, for: holder), claim, takes: true)
                }
            }
        } catch {
            throw .invalidRequest(error, RequestOrigin(entity: schema.name))
        }
        return actions
    }
}

extension Database {
    /// A token that no other transaction has. Never from `Generators.current`: with a fixed seed two transactions would get one token,
    /// and the second would be taken for a repeat of the first.
    static func newToken() -> String { UUID().uuidString }

    /// Runs the actions as one transaction. A cancellation says which action was the reason.
    func run(
        _ actions: [TransactionAction], token: String? = nil, origin: RequestOrigin
    ) async throws(DynamoDBError) {
        let token = token ?? Self.newToken()
        let request = TransactWriteItemsRequest(actions: actions.map(\.action), clientRequestToken: token)
        do {
            _ = try await execute(PlainOperation(request, origin: origin))
        } catch {
            var error = error
            for index in error.cancellationReasons.indices where index < actions.count {
                error.cancellationReasons[index] = actions[index].explaining(error.cancellationReasons[index])
            }
            throw error
        }
    }

    /// Runs the actions of one write, so that the first is the write itself: a failure is told as that of a single write.
    func runOne(_ actions: [TransactionAction], origin: RequestOrigin) async throws(DynamoDBError) {
        do {
            try await run(actions, origin: origin)
        } catch {
            guard let index = error.cancellationReasons.firstIndex(where: \.isFailure), index < actions.count,
                error.cancellationReasons[index].code == "ConditionalCheckFailed"
            else { throw error }
            let reason = error.cancellationReasons[index]
            var failure: DynamoDBError
            switch actions[index].meaning {
            case .claim(let attribute):
                failure = DynamoDBError(
                    .notUnique, "\(attribute) has to be unique, and another \(origin.entity ?? "record") has this value"
                )
                failure.attribute = attribute
            case .revision:
                failure = DynamoDBError(
                    .revisionExists,
                    "there is such a revision already, of a record with the same key that was removed: "
                        + "read its last revision, and go on with that by 'recreating'")
            case .record:
                failure = DynamoDBError(
                    .conditionalCheckFailed, reason.message ?? "The conditional request failed", item: reason.item)
            }
            failure.requestID = error.requestID
            throw failure.at("TransactWriteItems", table: error.tableName, origin: origin)
        }
    }
}
