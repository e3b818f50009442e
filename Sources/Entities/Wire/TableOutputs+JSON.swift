extension TableOutput {
    public init(json: inout JSONReader) throws(AttributeError) {
        var table: TableDescription?
        try json.object { (name, json) throws(AttributeError) in
            // CreateTable, UpdateTable and DeleteTable answer with TableDescription, DescribeTable with Table.
            switch name {
            case "TableDescription", "Table": table = try TableDescription(json: &json)
            default: try json.skip()
            }
        }
        guard let table else {
            throw AttributeError(.malformed, path: "Table", reason: "the response describes no table")
        }
        self.init(table: table)
    }

    public init(_ response: DynamoDBResponse) throws(AttributeError) {
        switch response {
        case .createTable(let output), .describeTable(let output), .updateTable(let output), .deleteTable(let output):
            self = output
        default: throw .otherResponse
        }
    }
}

extension TableDescription {
    init(json: inout JSONReader) throws(AttributeError) {
        self.init(
            tableName: "", status: .active, keys: KeySchema(partition: []), attributeTypes: [:],
            creationDate: Date(timeIntervalSince1970: 0))
        var throughput: (read: Int, write: Int)?
        var isOnDemand = false
        var streamEnabled = true
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "TableName": tableName = try json.string()
            case "TableArn": arn = try json.string()
            case "TableId": tableID = try json.string()
            case "TableStatus": status = Status(rawValue: try json.string()) ?? .updating
            case "KeySchema": keys = try KeySchema(json: &json)
            case "AttributeDefinitions": attributeTypes = try json.attributeDefinitions()
            case "LocalSecondaryIndexes":
                indexes += try json.elements { (json) throws(AttributeError) in try Index(json: &json, isLocal: true) }
            case "GlobalSecondaryIndexes":
                indexes += try json.elements { (json) throws(AttributeError) in try Index(json: &json, isLocal: false) }
            case "BillingModeSummary":
                try json.object { (name, json) throws(AttributeError) in
                    switch name {
                    case "BillingMode": isOnDemand = try json.string() == "PAY_PER_REQUEST"
                    case "LastUpdateToPayPerRequestDateTime": lastOnDemandDate = try json.date()
                    default: try json.skip()
                    }
                }
            case "ProvisionedThroughput": throughput = try json.throughput(&throughputHistory)
            case "OnDemandThroughput": onDemandThroughput = try json.onDemandThroughput()
            case "WarmThroughput": (warmThroughput, warmThroughputStatus) = try json.warmThroughput()
            case "TableClassSummary":
                try json.object { (name, json) throws(AttributeError) in
                    switch name {
                    case "TableClass": tableClass = TableClass(rawValue: try json.string())
                    case "LastUpdateDateTime": tableClassDate = try json.date()
                    default: try json.skip()
                    }
                }
            case "SSEDescription": encryption = try Encryption(json: &json)
            case "StreamSpecification":
                try json.object { (name, json) throws(AttributeError) in
                    switch name {
                    case "StreamEnabled": streamEnabled = try json.bool()
                    case "StreamViewType": stream = StreamViewType(rawValue: try json.string())
                    default: try json.skip()
                    }
                }
            case "LatestStreamArn": streamARN = try json.string()
            case "LatestStreamLabel": streamLabel = try json.string()
            case "DeletionProtectionEnabled": deletionProtection = try json.bool()
            case "CreationDateTime": creationDate = try json.date()
            case "ItemCount": itemCount = try json.int()
            case "TableSizeBytes": sizeInBytes = try json.int()
            default: try json.skip()
            }
        }
        if !streamEnabled { stream = nil }
        if let throughput, !isOnDemand { billingMode = .provisioned(read: throughput.read, write: throughput.write) }
    }
}

extension TableDescription.Index {
    fileprivate init(json: inout JSONReader, isLocal: Bool) throws(AttributeError) {
        self.init(description: IndexDescription(name: "", keys: KeySchema(partition: []), isLocal: isLocal))
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "IndexName": description.name = try json.string()
            case "IndexArn": arn = try json.string()
            case "IndexStatus": status = TableDescription.Status(rawValue: try json.string()) ?? .updating
            case "KeySchema": description.keys = try KeySchema(json: &json)
            case "Projection": description.projection = try Projection(json: &json)
            case "Backfilling": isBackfilling = try json.bool()
            case "ProvisionedThroughput":
                let units = try json.throughput(&throughputHistory)
                // An index of an on-demand table has a throughput of zero, which says nothing.
                if let units, units.read > 0 || units.write > 0 {
                    description.throughput = ProvisionedThroughput(read: units.read, write: units.write)
                }
            case "OnDemandThroughput": description.onDemandThroughput = try json.onDemandThroughput()
            case "WarmThroughput": (description.warmThroughput, warmThroughputStatus) = try json.warmThroughput()
            case "ItemCount": itemCount = try json.int()
            case "IndexSizeBytes": sizeInBytes = try json.int()
            default: try json.skip()
            }
        }
    }
}

extension TableDescription.Encryption {
    fileprivate init(json: inout JSONReader) throws(AttributeError) {
        self.init(status: "")
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "Status": status = try json.string()
            case "SSEType": type = try json.string()
            case "KMSMasterKeyArn": keyARN = try json.string()
            default: try json.skip()
            }
        }
    }
}

extension KeySchema {
    init(json: inout JSONReader) throws(AttributeError) {
        self.init(partition: [])
        try json.array { (json) throws(AttributeError) in
            var (attribute, type) = ("", "")
            try json.object { (name, json) throws(AttributeError) in
                switch name {
                case "AttributeName": attribute = try json.string()
                case "KeyType": type = try json.string()
                default: try json.skip()
                }
            }
            if type == "RANGE" { sort.append(attribute) } else { partition.append(attribute) }
        }
    }
}

extension Projection {
    fileprivate init(json: inout JSONReader) throws(AttributeError) {
        var (type, names) = ("ALL", [String]())
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "ProjectionType": type = try json.string()
            case "NonKeyAttributes": names = try json.elements { (json) throws(AttributeError) in try json.string() }
            default: try json.skip()
            }
        }
        self = type == "ALL" ? .all : type == "KEYS_ONLY" ? .keysOnly : .include(names)
    }
}
