extension BatchGetItemOutput {
    public init(json: inout JSONReader) throws(AttributeError) {
        self.init(items: [:])
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "Responses":
                try json.object { (table, json) throws(AttributeError) in
                    try json.array { (json) throws(AttributeError) in
                        items[table, default: []].append(try json.item())
                    }
                }
            case "UnprocessedKeys":
                try json.object { (table, json) throws(AttributeError) in
                    unprocessedKeys[table] = try BatchGetItemRequest.TableKeys(json: &json)
                }
            case "ConsumedCapacity":
                consumedCapacity = try json.elements { (json) throws(AttributeError) in try .init(json: &json) }
            default: try json.skip()
            }
        }
    }

    public init(_ response: DynamoDBResponse) throws(AttributeError) {
        guard case .batchGetItem(let output) = response else { throw .otherResponse }
        self = output
    }
}

extension BatchGetItemRequest.TableKeys {
    /// What the service gives back of a request, so that it can be sent again as it is.
    fileprivate init(json: inout JSONReader) throws(AttributeError) {
        self.init(keys: [])
        var (text, names) = (String?.none, [String: String]())
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "Keys": keys = try json.elements { (json) throws(AttributeError) in try json.item() }
            case "ConsistentRead": consistentRead = try json.bool()
            case "ProjectionExpression": text = try json.string()
            case "ExpressionAttributeNames":
                try json.object { (placeholder, json) throws(AttributeError) in names[placeholder] = try json.string() }
            default: try json.skip()
            }
        }
        if let text { projection = try ProjectionText.paths(text, names: names) }
    }
}

extension BatchWriteItemOutput {
    public init(json: inout JSONReader) throws(AttributeError) {
        self.init()
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "UnprocessedItems":
                try json.object { (table, json) throws(AttributeError) in
                    unprocessedItems[table] = try json.elements { (json) throws(AttributeError) in
                        try BatchWriteItemRequest.Write(json: &json)
                    }
                }
            case "ItemCollectionMetrics": itemCollectionMetrics = try json.collectionMetrics()
            case "ConsumedCapacity":
                consumedCapacity = try json.elements { (json) throws(AttributeError) in try .init(json: &json) }
            default: try json.skip()
            }
        }
    }

    public init(_ response: DynamoDBResponse) throws(AttributeError) {
        guard case .batchWriteItem(let output) = response else { throw .otherResponse }
        self = output
    }
}

extension BatchWriteItemRequest.Write {
    fileprivate init(json: inout JSONReader) throws(AttributeError) {
        var write: Self?
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "PutRequest":
                try json.object { (name, json) throws(AttributeError) in
                    if name == "Item" { write = .put(try json.item()) } else { try json.skip() }
                }
            case "DeleteRequest":
                try json.object { (name, json) throws(AttributeError) in
                    if name == "Key" { write = .delete(try json.item()) } else { try json.skip() }
                }
            default: try json.skip()
            }
        }
        guard let write else {
            throw AttributeError(.malformed, path: "UnprocessedItems", reason: "a write is neither put nor delete")
        }
        self = write
    }
}

extension TransactGetItemsOutput {
    public init(json: inout JSONReader) throws(AttributeError) {
        self.init(items: [])
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "Responses":
                try json.array { (json) throws(AttributeError) in
                    var item: EncodedItem?
                    try json.object { (name, json) throws(AttributeError) in
                        if name == "Item" { item = try json.item() } else { try json.skip() }
                    }
                    items.append(item)
                }
            case "ConsumedCapacity":
                consumedCapacity = try json.elements { (json) throws(AttributeError) in try .init(json: &json) }
            default: try json.skip()
            }
        }
    }

    public init(_ response: DynamoDBResponse) throws(AttributeError) {
        guard case .transactGetItems(let output) = response else { throw .otherResponse }
        self = output
    }
}

extension TransactWriteItemsOutput {
    public init(json: inout JSONReader) throws(AttributeError) {
        self.init()
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "ItemCollectionMetrics": itemCollectionMetrics = try json.collectionMetrics()
            case "ConsumedCapacity":
                consumedCapacity = try json.elements { (json) throws(AttributeError) in try .init(json: &json) }
            default: try json.skip()
            }
        }
    }

    public init(_ response: DynamoDBResponse) throws(AttributeError) {
        guard case .transactWriteItems(let output) = response else { throw .otherResponse }
        self = output
    }
}
