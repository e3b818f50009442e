/// Something that goes wrong with a request, for tests of what a program does then.
public enum Fault: Hashable, Sendable {
    /// The service refuses the request because of too many others. Nothing is carried out.
    case throttle(Throttle = .provisionedThroughput)
    /// The service fails (500). Nothing is carried out.
    case internalServerError
    /// The service cannot be used (503). Nothing is carried out.
    case serviceUnavailable
    /// Another transaction has the item: a transaction is cancelled because of these of its actions, from 0, or of all of them if none
    /// are named; PutItem, UpdateItem and DeleteItem fail as a whole and have no actions.
    case transactionConflict(actions: Set<Int> = [])
    /// A transaction with the same token is being carried out, says the service.
    case transactionInProgress
    /// The service leaves this share of a batch unprocessed, above 0 and below 1; the rest is carried out. At least one element is
    /// left, and at least one is carried out, so that a batch of one is not concerned.
    case cutBatch(share: Double)
    /// The answer takes this much longer.
    case delay(Duration)
    /// The connection is lost. The caller cannot tell whether that was before or after the request was carried out.
    case connectionLost(isCarriedOut: Bool)
    /// No answer comes in time. The caller cannot tell whether the request was carried out.
    case timeOut(isCarriedOut: Bool)

    /// How the service says that it was asked too much.
    public enum Throttle: String, Hashable, Sendable, CaseIterable {
        /// `ProvisionedThroughputExceededException`: more than a table with provisioned capacity has.
        case provisionedThroughput = "ProvisionedThroughputExceededException"
        /// `ThrottlingException`: more than one partition of an on-demand table can do, or control operations too fast.
        case throttling = "ThrottlingException"
        /// `RequestLimitExceeded`: more than the account may.
        case requestLimit = "RequestLimitExceeded"
    }
}

extension Fault {
    /// What kind of fault it is, by the name that rule files have for it.
    public var name: String {
        switch self {
        case .throttle: "throttle"
        case .internalServerError: "internalServerError"
        case .serviceUnavailable: "serviceUnavailable"
        case .transactionConflict: "transactionConflict"
        case .transactionInProgress: "transactionInProgress"
        case .cutBatch: "cutBatch"
        case .delay: "delay"
        case .connectionLost: "connectionLost"
        case .timeOut: "timeOut"
        }
    }

    /// The operations that it can happen to; `nil` for all.
    var operations: Set<String>? {
        switch self {
        case .transactionConflict(let actions):
            actions.isEmpty
                ? ["TransactWriteItems", "TransactGetItems", "PutItem", "UpdateItem", "DeleteItem"]
                : ["TransactWriteItems", "TransactGetItems"]
        case .transactionInProgress: ["TransactWriteItems"]
        case .cutBatch: ["BatchGetItem", "BatchWriteItem"]
        case .throttle, .internalServerError, .serviceUnavailable, .delay, .connectionLost, .timeOut: nil
        }
    }

    /// Whether it can happen to this request, which is of one of its operations.
    func canHappen(to request: DynamoDBRequest) -> Bool {
        switch self {
        case .transactionConflict(let actions): actions.allSatisfy { $0 < request.elementCount }
        case .cutBatch: request.elementCount > 1
        default: true
        }
    }

    /// Why it makes no sense; `nil` if it does.
    var problem: String? {
        switch self {
        case .cutBatch(let share) where !(share > 0 && share < 1):
            "the share of a batch that is left unprocessed is above 0 and below 1, not \(share)"
        case .transactionConflict(let actions) where actions.contains { $0 < 0 || $0 > 99 }:
            "the actions of a transaction are counted from 0 to 99"
        case .delay(let duration) where duration < .zero: "a delay is not negative"
        default: nil
        }
    }
}
