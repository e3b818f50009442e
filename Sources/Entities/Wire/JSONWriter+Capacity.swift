extension ConsumedCapacity {
    /// As the service writes it, `{"TableName":"cms","CapacityUnits":0.5}`.
    public var json: String {
        var json = JSONWriter(capacity: 128)
        json.value(self)
        return json.text
    }
}

extension JSONWriter {
    package mutating func value(_ capacity: ConsumedCapacity) {
        beginObject()
        key("TableName")
        value(capacity.tableName)
        members(capacity.units)
        if let table = capacity.table {
            key("Table")
            value(table)
        }
        if !capacity.localIndexes.isEmpty {
            key("LocalSecondaryIndexes")
            value(capacity.localIndexes)
        }
        if !capacity.globalIndexes.isEmpty {
            key("GlobalSecondaryIndexes")
            value(capacity.globalIndexes)
        }
        endObject()
    }

    private mutating func value(_ indexes: [String: ConsumedCapacity.Units]) {
        beginObject()
        for (name, units) in indexes.sorted(by: { $0.key < $1.key }) {
            key(name)
            value(units)
        }
        endObject()
    }

    private mutating func value(_ units: ConsumedCapacity.Units) {
        beginObject()
        members(units)
        endObject()
    }

    private mutating func members(_ units: ConsumedCapacity.Units) {
        key("CapacityUnits")
        value(units.total)
        if let read = units.read {
            key("ReadCapacityUnits")
            value(read)
        }
        if let write = units.write {
            key("WriteCapacityUnits")
            value(write)
        }
    }
}
