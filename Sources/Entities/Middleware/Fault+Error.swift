extension Fault {
    /// What the caller gets instead of an answer; `nil` for what leaves an answer: a delay, and a batch that is cut short.
    package func error(for request: DynamoDBRequest) -> DynamoDBError? {
        guard var error = failure(of: request) else { return nil }
        error.isOutcomeUnknown = request.isWrite && error.isTransient
        return error
    }

    private func failure(of request: DynamoDBRequest) -> DynamoDBError? {
        switch self {
        case .throttle(let throttle): throttle.error(for: request)
        case .internalServerError:
            DynamoDBError(.internalServerError, "The request processing has failed because of an unknown error.")
        case .serviceUnavailable:
            DynamoDBError(
                .serviceUnavailable, "The request has failed due to a temporary failure of the server.")
        case .transactionConflict(let actions): Self.conflict(request, actions)
        case .transactionInProgress:
            DynamoDBError(
                .transactionInProgress, "The transaction with the given request token is already in progress.")
        case .connectionLost:
            DynamoDBError(.connection, "the connection was lost before there was an answer")
        case .timeOut: DynamoDBError(.timeout, "there was no answer in time")
        case .cutBatch, .delay: nil
        }
    }

    /// Whether the request is carried out although the caller gets an error.
    package var isCarriedOut: Bool {
        switch self {
        case .connectionLost(let isCarriedOut), .timeOut(let isCarriedOut): isCarriedOut
        default: false
        }
    }

    private static func conflict(_ request: DynamoDBRequest, _ actions: Set<Int>) -> DynamoDBError {
        let message = "Transaction is ongoing for the item"
        switch request {
        case .transactGetItems, .transactWriteItems: break
        default: return DynamoDBError(.transactionConflict, message)
        }
        let reasons = (0..<request.elementCount).map { index in
            actions.isEmpty || actions.contains(index)
                ? DynamoDBError.CancellationReason(code: "TransactionConflict", message: message)
                : DynamoDBError.CancellationReason(code: "None")
        }
        return DynamoDBError(
            .transactionCanceled,
            "Transaction cancelled, please refer cancellation reasons for specific reasons "
                + "[\(reasons.map(\.code).joined(separator: ", "))]",
            cancellationReasons: reasons)
    }
}

extension Fault.Throttle {
    /// The service's texts. Since 2025 it says which tables were asked too much, and of what.
    fileprivate func error(for request: DynamoDBRequest) -> DynamoDBError {
        let (code, message, limit): (DynamoDBError.Code, String, String) =
            switch self {
            case .provisionedThroughput:
                (
                    .provisionedThroughputExceeded,
                    "The level of configured provisioned throughput for the table was exceeded. Consider increasing your "
                        + "provisioning level with the UpdateTable API.", "ProvisionedThroughputExceeded"
                )
            case .throttling:
                (
                    .throttling,
                    "Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling your "
                        + "table or index so please try again shortly. If exceptions persist, check if you have a hot key: "
                        + "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html",
                    "KeyRangeThroughputExceeded"
                )
            case .requestLimit:
                (
                    .requestLimitExceeded,
                    "Throughput exceeds the current throughput limit for your account. Please contact AWS Support at "
                        + "https://aws.amazon.com/support request a limit increase", "AccountLimitExceeded"
                )
            }
        var error = DynamoDBError(code, message)
        let direction = request.isWrite ? "Write" : "Read"
        error.throttlingReasons = request.tableNames.map { name in
            DynamoDBError.ThrottlingReason(
                reason: "Table\(direction)\(limit)", resource: "arn:aws:dynamodb:us-east-1:123456789012:table/\(name)")
        }
        return error
    }
}
