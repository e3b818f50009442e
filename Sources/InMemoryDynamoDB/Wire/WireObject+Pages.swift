import Entities

// Query and Scan. Where a request is wrong in several ways, the order of the checks is the service's.
extension WireObject {
    func query() throws(DynamoDBError) -> QueryRequest {
        let tableName = try tableName()
        try checkParameters(
            [.projection, .filter, .keyCondition],
            legacy: ["AttributesToGet", "QueryFilter", "ConditionalOperator", "KeyConditions"])
        var request = QueryRequest(
            tableName: tableName, indexName: try string("IndexName"), keyCondition: KeyCondition([]))
        request.select = try option("Select")
        request.consistentRead = try bool("ConsistentRead") ?? false
        request.scanIndexForward = try bool("ScanIndexForward") ?? true
        request.limit = try int("Limit")
        request.returnConsumedCapacity = try option("ReturnConsumedCapacity") ?? .none
        request.filter = try legacyFilter("QueryFilter")
        request.projection = try attributesToGet()
        request.exclusiveStartKey = try startKey()
        guard has("KeyConditions") || has(ExpressionKind.keyCondition.rawValue) else {
            throw .invalid(
                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.")
        }
        let expressions = try WireExpressions(self)
        let condition = try expressions.keyCondition()
        if let filter = try expressions.condition(.filter) { request.filter = filter }
        if let projection = try expressions.projection() { request.projection = projection }
        try expressions.finish()
        if let condition {
            // Whether a key can be found by it comes after all that is wrong inside of the expressions.
            do throws(DynamoDBError) { request.keyCondition = try KeyCondition(condition) } catch {
                throw expressions.problem() ?? error
            }
        }
        if let comparisons = try legacyComparisons("KeyConditions") {
            request.keyCondition = try KeyCondition(comparisons: comparisons)
        }
        return request
    }

    func scan() throws(DynamoDBError) -> ScanRequest {
        let tableName = try tableName()
        try checkParameters(
            [.projection, .filter], legacy: ["AttributesToGet", "ScanFilter", "ConditionalOperator"])
        var request = ScanRequest(tableName: tableName, indexName: try string("IndexName"))
        request.select = try option("Select")
        request.consistentRead = try bool("ConsistentRead") ?? false
        request.limit = try int("Limit")
        request.segment = try int("Segment")
        request.totalSegments = try int("TotalSegments")
        request.returnConsumedCapacity = try option("ReturnConsumedCapacity") ?? .none
        request.projection = try attributesToGet()
        request.filter = try legacyFilter("ScanFilter")
        request.exclusiveStartKey = try startKey()
        _ = try ScanSegment(request.segment, of: request.totalSegments)
        let expressions = try WireExpressions(self)
        if let filter = try expressions.condition(.filter) { request.filter = filter }
        if let projection = try expressions.projection() { request.projection = projection }
        try expressions.finish()
        return request
    }

    /// `ExclusiveStartKey`. The service says of some of the errors in its values that they are the key's.
    private func startKey() throws(DynamoDBError) -> EncodedItem? {
        do throws(DynamoDBError) {
            guard let key = try item("ExclusiveStartKey") else { return nil }
            try ItemRules.checkValues(key)
            return key
        } catch {
            let isOfKey = [
                "Supplied AttributeValue is empty", "Supplied AttributeValue has more than one datatypes",
                "One or more parameter values were invalid: Null attribute value types",
                "One or more parameter values were invalid: An string set",
                "One or more parameter values were invalid: Binary sets",
            ].contains { error.message.hasPrefix($0) }
            guard isOfKey else { throw error }
            throw .invalid("The provided starting key is invalid: \(error.message)")
        }
    }
}
