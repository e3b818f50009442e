// Parts of answers about tables.
extension JSONReader {
    mutating func attributeDefinitions() throws(AttributeError) -> [String: ScalarType] {
        var types: [String: ScalarType] = [:]
        try array { (json) throws(AttributeError) in
            var (attribute, type) = ("", "")
            try json.object { (name, json) throws(AttributeError) in
                switch name {
                case "AttributeName": attribute = try json.string()
                case "AttributeType": type = try json.string()
                default: try json.skip()
                }
            }
            types[attribute] = ScalarType(rawValue: type)
        }
        return types
    }

    mutating func throughput(
        _ history: inout TableDescription.ThroughputHistory
    ) throws(AttributeError) -> (read: Int, write: Int)? {
        var units = (read: 0, write: 0)
        try object { (name, json) throws(AttributeError) in
            switch name {
            case "ReadCapacityUnits": units.read = try json.int()
            case "WriteCapacityUnits": units.write = try json.int()
            case "NumberOfDecreasesToday": history.decreasesToday = try json.int()
            case "LastIncreaseDateTime": history.lastIncrease = try json.date()
            case "LastDecreaseDateTime": history.lastDecrease = try json.date()
            default: try json.skip()
            }
        }
        return units
    }

    mutating func onDemandThroughput() throws(AttributeError) -> OnDemandThroughput {
        var throughput = OnDemandThroughput()
        try object { (name, json) throws(AttributeError) in
            switch name {
            case "MaxReadRequestUnits": throughput.maxReads = try json.int()
            case "MaxWriteRequestUnits": throughput.maxWrites = try json.int()
            default: try json.skip()
            }
        }
        return throughput
    }

    mutating func warmThroughput() throws(AttributeError) -> (WarmThroughput, TableDescription.Status?) {
        var throughput = WarmThroughput()
        var status: TableDescription.Status?
        try object { (name, json) throws(AttributeError) in
            switch name {
            case "ReadUnitsPerSecond": throughput.reads = try json.int()
            case "WriteUnitsPerSecond": throughput.writes = try json.int()
            case "Status": status = TableDescription.Status(rawValue: try json.string())
            default: try json.skip()
            }
        }
        return (throughput, status)
    }

    /// Seconds since 1970.
    mutating func date() throws(AttributeError) -> Date {
        Date(timeIntervalSince1970: try double())
    }
}
