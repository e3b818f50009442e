extension ConsumedCapacity {
    init(json: inout JSONReader) throws(AttributeError) {
        self.init(tableName: "", units: Units(total: 0))
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "TableName": tableName = try json.string()
            case "CapacityUnits": units.total = try json.double()
            case "ReadCapacityUnits": units.read = try json.double()
            case "WriteCapacityUnits": units.write = try json.double()
            case "Table": table = try Units(json: &json)
            case "LocalSecondaryIndexes": localIndexes = try json.unitsByName()
            case "GlobalSecondaryIndexes": globalIndexes = try json.unitsByName()
            default: try json.skip()
            }
        }
    }
}

extension ConsumedCapacity.Units {
    fileprivate init(json: inout JSONReader) throws(AttributeError) {
        self.init(total: 0)
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "CapacityUnits": total = try json.double()
            case "ReadCapacityUnits": read = try json.double()
            case "WriteCapacityUnits": write = try json.double()
            default: try json.skip()
            }
        }
    }
}

extension ItemCollectionMetrics {
    init(json: inout JSONReader) throws(AttributeError) {
        self.init(key: EncodedItem([:]), sizeEstimate: 0...0)
        var bounds: [Double] = []
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "ItemCollectionKey": key = try json.item()
            case "SizeEstimateRangeGB":
                bounds = try json.elements { (json) throws(AttributeError) in try json.double() }
            default: try json.skip()
            }
        }
        if let lower = bounds.first, let upper = bounds.last, lower <= upper { sizeEstimate = lower...upper }
    }
}

extension JSONReader {
    /// The elements of an array.
    mutating func elements<Element>(
        _ element: (inout JSONReader) throws(AttributeError) -> Element
    ) throws(AttributeError) -> [Element] {
        var elements: [Element] = []
        try array { (json) throws(AttributeError) in elements.append(try element(&json)) }
        return elements
    }

    fileprivate mutating func unitsByName() throws(AttributeError) -> [String: ConsumedCapacity.Units] {
        var units: [String: ConsumedCapacity.Units] = [:]
        try object { (name, json) throws(AttributeError) in units[name] = try ConsumedCapacity.Units(json: &json) }
        return units
    }

    mutating func collectionMetrics() throws(AttributeError) -> [String: [ItemCollectionMetrics]] {
        var metrics: [String: [ItemCollectionMetrics]] = [:]
        try object { (table, json) throws(AttributeError) in
            metrics[table] = try json.elements { (json) throws(AttributeError) in try ItemCollectionMetrics(json: &json)
            }
        }
        return metrics
    }
}
