extension GetItemOutput {
    public init(json: inout JSONReader) throws(AttributeError) {
        self.init(item: nil)
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "Item": item = try json.record(Item.self)
            case "ConsumedCapacity": consumedCapacity = [try ConsumedCapacity(json: &json)]
            default: try json.skip()
            }
        }
    }

    @inlinable
    public init(_ response: DynamoDBResponse) throws(AttributeError) {
        guard case .getItem(let output) = response else { throw .otherResponse }
        self.init(item: try output.item?.decode(), consumedCapacity: output.consumedCapacity)
    }
}

extension WriteItemOutput {
    public init(json: inout JSONReader) throws(AttributeError) {
        self.init(attributes: nil)
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "Attributes": attributes = try json.record(Item.self)
            case "ConsumedCapacity": consumedCapacity = [try ConsumedCapacity(json: &json)]
            case "ItemCollectionMetrics": itemCollectionMetrics = try ItemCollectionMetrics(json: &json)
            default: try json.skip()
            }
        }
    }

    @inlinable
    public init(_ response: DynamoDBResponse) throws(AttributeError) {
        switch response {
        case .putItem(let output), .updateItem(let output), .deleteItem(let output):
            self.init(
                attributes: try output.attributes?.decode(), consumedCapacity: output.consumedCapacity,
                itemCollectionMetrics: output.itemCollectionMetrics)
        default: throw .otherResponse
        }
    }
}

extension PageOutput {
    public init(json: inout JSONReader) throws(AttributeError) {
        self.init(items: [], count: 0, scannedCount: 0, lastEvaluatedKey: nil)
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "Items": items = try Item._records(from: &json, count: count)
            case "Count": count = try json.int()
            case "ScannedCount": scannedCount = try json.int()
            case "LastEvaluatedKey": lastEvaluatedKey = try json.item()
            case "ConsumedCapacity": consumedCapacity = [try ConsumedCapacity(json: &json)]
            default: try json.skip()
            }
        }
    }

    @inlinable
    public init(_ response: DynamoDBResponse) throws(AttributeError) {
        switch response {
        case .query(let output), .scan(let output):
            self.init(
                items: try Item._records(of: output.items), count: output.count, scannedCount: output.scannedCount,
                lastEvaluatedKey: output.lastEvaluatedKey, consumedCapacity: output.consumedCapacity)
        default: throw .otherResponse
        }
    }
}

extension AttributeError {
    /// An executor answered with the response of another operation.
    @usableFromInline
    static var otherResponse: AttributeError {
        AttributeError(.malformed, path: "", reason: "the executor answered with the response of another operation")
    }
}
