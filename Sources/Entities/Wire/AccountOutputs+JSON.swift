extension DescribeLimitsOutput {
    public init(json: inout JSONReader) throws(AttributeError) {
        self.init(accountMaxReads: 0, accountMaxWrites: 0, tableMaxReads: 0, tableMaxWrites: 0)
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "AccountMaxReadCapacityUnits": accountMaxReads = try json.int()
            case "AccountMaxWriteCapacityUnits": accountMaxWrites = try json.int()
            case "TableMaxReadCapacityUnits": tableMaxReads = try json.int()
            case "TableMaxWriteCapacityUnits": tableMaxWrites = try json.int()
            default: try json.skip()
            }
        }
    }

    public init(_ response: DynamoDBResponse) throws(AttributeError) {
        guard case .describeLimits(let output) = response else { throw .otherResponse }
        self = output
    }
}

extension DescribeEndpointsOutput {
    public init(json: inout JSONReader) throws(AttributeError) {
        self.init(endpoints: [])
        try json.object { (name, json) throws(AttributeError) in
            guard name == "Endpoints" else { return try json.skip() }
            endpoints = try json.elements { (json) throws(AttributeError) in
                var endpoint = Endpoint(address: "", cachePeriod: 0)
                try json.object { (name, json) throws(AttributeError) in
                    switch name {
                    case "Address": endpoint.address = try json.string()
                    case "CachePeriodInMinutes": endpoint.cachePeriod = try json.int()
                    default: try json.skip()
                    }
                }
                return endpoint
            }
        }
    }

    public init(_ response: DynamoDBResponse) throws(AttributeError) {
        guard case .describeEndpoints(let output) = response else { throw .otherResponse }
        self = output
    }
}
