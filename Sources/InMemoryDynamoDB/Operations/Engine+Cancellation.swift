import Entities

// What a transaction that cannot be carried out is answered with.
extension Engine {
    /// Looks for what refuses a whole transaction, once it is known that something is wrong with it: values and expressions, tables that
    /// are not there, empty keys, one item named twice. What is left is the fault of one action, which is cancelled for it.
    func checkWholeRequest(_ request: TransactWriteItemsRequest) throws(DynamoDBError) {
        for action in request.actions { try checkAlone(action) }
        var targets: [TransactionTarget] = []
        for action in request.actions { _ = try table(action.tableName) }
        for action in request.actions {
            let schema = try table(action.tableName).schema
            try KeyRules.checkNotEmpty(action.keyItem, in: schema)
            switch action {
            case .put(let put): try KeyRules.checkIndexKeysNotEmpty(of: put.item, in: schema)
            case .update(let update): try KeyRules.checkIndexKeysNotEmpty(in: update.update, of: schema)
            case .delete, .check: break
            }
            if let key = schema.layout.key(of: action.keyItem) {
                targets.append(TransactionTarget(tableName: action.tableName, key: key))
            }
        }
        try checkDistinct(targets)
    }

    /// What can be said of an action without its table.
    private func checkAlone(_ action: TransactWriteItemsRequest.Action) throws(DynamoDBError) {
        switch action {
        case .put(let put):
            _ = try ItemRules.check(put.item)
            try ExpressionChecks.check(condition: put.condition, nesting: false)
        case .update(let update):
            try ExpressionRules.check(update.update, nesting: false)
            try ExpressionChecks.check(condition: update.condition, nesting: false)
        case .delete(let delete): try ExpressionChecks.check(condition: delete.condition, nesting: false)
        case .check(let check): try ExpressionChecks.check(condition: check.condition, nesting: false)
        }
    }

    /// The error with a reason for each action. An action that makes no sense for its item is reported alone, before any condition.
    static func cancellation(_ failures: [Int: DynamoDBError], count: Int) -> DynamoDBError {
        var shown = failures
        let invalid = failures.filter { $0.value.code != .conditionalCheckFailed }
        if let first = invalid.keys.min() { shown = failures.filter { $0.key == first } }
        let reasons = (0..<count).map { index in
            guard let error = shown[index] else { return DynamoDBError.CancellationReason(code: "None") }
            return DynamoDBError.CancellationReason(
                code: error.code.cancellationReason, message: error.message,
                item: error.item)
        }
        return DynamoDBError(
            .transactionCanceled,
            "Transaction cancelled, please refer cancellation reasons for specific reasons "
                + "[\(reasons.map(\.code).joined(separator: ", "))]",
            cancellationReasons: reasons)
    }
}

extension DynamoDBError.Code {
    /// What a transaction is cancelled with where a write by itself would throw this.
    fileprivate var cancellationReason: String {
        switch self {
        case .conditionalCheckFailed: "ConditionalCheckFailed"
        case .itemCollectionSizeLimitExceeded: "ItemCollectionSizeLimitExceeded"
        default: "ValidationError"
        }
    }
}

extension TransactWriteItemsRequest.Action {
    /// What the key's attributes are in; a put has others, too.
    fileprivate var keyItem: EncodedItem {
        switch self {
        case .put(let put): put.item
        case .update(let update): update.key
        case .delete(let delete): delete.key
        case .check(let check): check.key
        }
    }
}
