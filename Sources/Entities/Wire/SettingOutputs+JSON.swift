extension ListTablesOutput {
    public init(json: inout JSONReader) throws(AttributeError) {
        self.init(tableNames: [])
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "TableNames": tableNames = try json.elements { (json) throws(AttributeError) in try json.string() }
            case "LastEvaluatedTableName": lastEvaluatedTableName = try json.string()
            default: try json.skip()
            }
        }
    }

    public init(_ response: DynamoDBResponse) throws(AttributeError) {
        guard case .listTables(let output) = response else { throw .otherResponse }
        self = output
    }
}

extension TimeToLiveOutput {
    public init(json: inout JSONReader) throws(AttributeError) {
        self.init(attributeName: nil, status: .disabled)
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "TimeToLiveDescription", "TimeToLiveSpecification":
                try json.object { (name, json) throws(AttributeError) in
                    switch name {
                    case "AttributeName": attributeName = try json.string()
                    case "TimeToLiveStatus": status = Status(rawValue: try json.string()) ?? .disabled
                    // UpdateTimeToLive answers with what was asked for, DescribeTimeToLive with the state.
                    case "Enabled": status = try json.bool() ? .enabled : .disabled
                    default: try json.skip()
                    }
                }
            default: try json.skip()
            }
        }
    }

    public init(_ response: DynamoDBResponse) throws(AttributeError) {
        switch response {
        case .updateTimeToLive(let output), .describeTimeToLive(let output): self = output
        default: throw .otherResponse
        }
    }
}

extension ContinuousBackupsOutput {
    public init(json: inout JSONReader) throws(AttributeError) {
        self.init(pointInTimeRecovery: false)
        try json.object { (name, json) throws(AttributeError) in
            guard name == "ContinuousBackupsDescription" else { return try json.skip() }
            try json.object { (name, json) throws(AttributeError) in
                guard name == "PointInTimeRecoveryDescription" else { return try json.skip() }
                try json.object { (name, json) throws(AttributeError) in
                    switch name {
                    case "PointInTimeRecoveryStatus": pointInTimeRecovery = try json.string() == "ENABLED"
                    case "RecoveryPeriodInDays": recoveryPeriodInDays = try json.int()
                    case "EarliestRestorableDateTime": earliestRestorableDate = try json.date()
                    case "LatestRestorableDateTime": latestRestorableDate = try json.date()
                    default: try json.skip()
                    }
                }
            }
        }
    }

    public init(_ response: DynamoDBResponse) throws(AttributeError) {
        switch response {
        case .updateContinuousBackups(let output), .describeContinuousBackups(let output): self = output
        default: throw .otherResponse
        }
    }
}
