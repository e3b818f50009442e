import Entities

/// Which of a request's expressions something is about. The raw value is the parameter's name.
enum ExpressionKind: String {
    case condition = "ConditionExpression"
    case filter = "FilterExpression"
    case keyCondition = "KeyConditionExpression"
    case update = "UpdateExpression"
    case projection = "ProjectionExpression"
}

/// Why an expression is not valid, in the service's words.
struct ExpressionError: Error, Equatable {
    var message: String

    init(_ message: String) {
        self.message = message
    }

    /// The error of the request that has the expression.
    func inside(_ kind: ExpressionKind) -> DynamoDBError {
        DynamoDBError(.validation, "Invalid \(kind.rawValue): \(message)")
    }
}
