import Entities

extension WireObject {
    /// What the service says where a request with parameters of the time before expressions is refused for the same reason as one with
    /// expressions, in other words.
    func reworded(_ error: DynamoDBError) -> DynamoDBError {
        var error = error
        if has("AttributeUpdates"), error.message == UpdateEvaluator.wrongType.message {
            error.message = "Type mismatch for attribute to update"
        }
        if has("QueryFilter"), error.message.hasPrefix("Filter Expression can only contain") {
            error.message = "QueryFilter" + error.message.dropFirst("Filter Expression".count)
        }
        if has("AttributesToGet") {
            error.message.replace("Cannot specify the ProjectionExpression", with: "Cannot specify the AttributesToGet")
        }
        return error
    }
}
