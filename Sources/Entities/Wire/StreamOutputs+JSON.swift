extension ListStreamsOutput {
    public init(json: inout JSONReader) throws(AttributeError) {
        self.init(streams: [])
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "Streams":
                streams = try json.elements { (json) throws(AttributeError) in
                    var stream = Stream(arn: "", label: "", tableName: "")
                    try json.object { (name, json) throws(AttributeError) in
                        switch name {
                        case "StreamArn": stream.arn = try json.string()
                        case "StreamLabel": stream.label = try json.string()
                        case "TableName": stream.tableName = try json.string()
                        default: try json.skip()
                        }
                    }
                    return stream
                }
            case "LastEvaluatedStreamArn": lastEvaluatedStreamARN = try json.string()
            default: try json.skip()
            }
        }
    }

    public init(_ response: DynamoDBResponse) throws(AttributeError) {
        guard case .listStreams(let output) = response else { throw .otherResponse }
        self = output
    }
}

extension DescribeStreamOutput {
    public init(json: inout JSONReader) throws(AttributeError) {
        var stream: StreamDescription?
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "StreamDescription": stream = try StreamDescription(json: &json)
            default: try json.skip()
            }
        }
        guard let stream else {
            throw AttributeError(.malformed, path: "StreamDescription", reason: "the response describes no stream")
        }
        self.init(stream: stream)
    }

    public init(_ response: DynamoDBResponse) throws(AttributeError) {
        guard case .describeStream(let output) = response else { throw .otherResponse }
        self = output
    }
}

extension StreamDescription {
    fileprivate init(json: inout JSONReader) throws(AttributeError) {
        self.init(
            arn: "", label: "", status: .enabling, viewType: .keysOnly, tableName: "", keys: KeySchema(partition: []),
            creationDate: Date(timeIntervalSince1970: 0))
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "StreamArn": arn = try json.string()
            case "StreamLabel": label = try json.string()
            case "StreamStatus": status = Status(rawValue: try json.string()) ?? .enabling
            case "StreamViewType": viewType = StreamViewType(rawValue: try json.string()) ?? .keysOnly
            case "TableName": tableName = try json.string()
            case "KeySchema": keys = try KeySchema(json: &json)
            case "CreationRequestDateTime": creationDate = Date(timeIntervalSince1970: try json.double())
            case "Shards": shards = try json.elements { (json) throws(AttributeError) in try Shard(json: &json) }
            case "LastEvaluatedShardId": lastEvaluatedShardID = try json.string()
            default: try json.skip()
            }
        }
    }
}

extension StreamDescription.Shard {
    fileprivate init(json: inout JSONReader) throws(AttributeError) {
        self.init(id: "")
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "ShardId": id = try json.string()
            case "ParentShardId": parentID = try json.string()
            case "SequenceNumberRange":
                try json.object { (name, json) throws(AttributeError) in
                    switch name {
                    case "StartingSequenceNumber": startingSequenceNumber = try json.string()
                    case "EndingSequenceNumber": endingSequenceNumber = try json.string()
                    default: try json.skip()
                    }
                }
            default: try json.skip()
            }
        }
    }
}

extension GetShardIteratorOutput {
    public init(json: inout JSONReader) throws(AttributeError) {
        self.init(shardIterator: "")
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "ShardIterator": shardIterator = try json.string()
            default: try json.skip()
            }
        }
    }

    public init(_ response: DynamoDBResponse) throws(AttributeError) {
        guard case .getShardIterator(let output) = response else { throw .otherResponse }
        self = output
    }
}

extension GetRecordsOutput {
    public init(json: inout JSONReader) throws(AttributeError) {
        self.init(records: [])
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "Records":
                records = try json.elements { (json) throws(AttributeError) in try StreamRecord(json: &json) }
            case "NextShardIterator": nextShardIterator = try json.string()
            default: try json.skip()
            }
        }
    }

    public init(_ response: DynamoDBResponse) throws(AttributeError) {
        guard case .getRecords(let output) = response else { throw .otherResponse }
        self = output
    }
}
