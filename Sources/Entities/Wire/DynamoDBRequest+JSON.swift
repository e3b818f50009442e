extension DynamoDBRequest {
    /// Writes the body of the request, a JSON object of the protocol `DynamoDB_20120810` or `DynamoDBStreams_20120810`.
    /// - Throws: the `AttributeError` of a value in an expression that has no form in DynamoDB.
    package func writeBody(to json: inout JSONWriter) throws(AttributeError) {
        json.beginObject()
        switch self {
        case .getItem(let request): request.writeMembers(to: &json)
        case .putItem(let request): try request.writeMembers(to: &json)
        case .updateItem(let request): try request.writeMembers(to: &json)
        case .deleteItem(let request): try request.writeMembers(to: &json)
        case .query(let request): try request.writeMembers(to: &json)
        case .scan(let request): try request.writeMembers(to: &json)
        case .batchGetItem(let request): request.writeMembers(to: &json)
        case .batchWriteItem(let request): request.writeMembers(to: &json)
        case .transactGetItems(let request): request.writeMembers(to: &json)
        case .transactWriteItems(let request): try request.writeMembers(to: &json)
        case .listStreams(let request): request.writeMembers(to: &json)
        case .describeStream(let request): request.writeMembers(to: &json)
        case .getShardIterator(let request): request.writeMembers(to: &json)
        case .getRecords(let request): request.writeMembers(to: &json)
        case .createTable(let request): request.writeMembers(to: &json)
        case .describeTable(let request): json.member("TableName", request.tableName)
        case .deleteTable(let request): json.member("TableName", request.tableName)
        case .listTables(let request): request.writeMembers(to: &json)
        case .updateTimeToLive(let request): request.writeMembers(to: &json)
        case .describeTimeToLive(let request): json.member("TableName", request.tableName)
        case .updateContinuousBackups(let request): request.writeMembers(to: &json)
        case .describeContinuousBackups(let request): json.member("TableName", request.tableName)
        case .updateTable(let request): request.writeMembers(to: &json)
        case .tagResource(let request): request.writeMembers(to: &json)
        case .untagResource(let request): request.writeMembers(to: &json)
        case .listTagsOfResource(let request): request.writeMembers(to: &json)
        case .describeLimits, .describeEndpoints: break
        }
        json.endObject()
    }
}

extension JSONWriter {
    mutating func member(_ name: StaticString, _ value: String) {
        key(name)
        self.value(value)
    }

    mutating func member(_ name: StaticString, _ value: Int) {
        key(name)
        self.value(value)
    }

    mutating func member(_ name: StaticString, _ value: Bool) {
        key(name)
        self.value(value)
    }

    mutating func member(_ name: StaticString, _ value: EncodedItem) {
        key(name)
        self.value(value)
    }

    /// An option is written only where it differs from what the service assumes.
    mutating func member<Option: RawRepresentable<String> & Equatable>(
        _ name: StaticString, _ option: Option, unless standard: Option
    ) {
        if option != standard { member(name, option.rawValue) }
    }

    /// Keys or items as an array.
    mutating func array(_ items: [EncodedItem]) {
        beginArray()
        for item in items { value(item) }
        endArray()
    }
}
