extension PlainOperation<ListStreamsOutput> {
    public init(_ input: ListStreamsRequest) { self.init(.listStreams(input), origin: RequestOrigin()) }
}

extension PlainOperation<DescribeStreamOutput> {
    public init(_ input: DescribeStreamRequest) { self.init(.describeStream(input), origin: RequestOrigin()) }
}

extension PlainOperation<GetShardIteratorOutput> {
    public init(_ input: GetShardIteratorRequest) { self.init(.getShardIterator(input), origin: RequestOrigin()) }
}

extension PlainOperation<GetRecordsOutput> {
    public init(_ input: GetRecordsRequest) { self.init(.getRecords(input), origin: RequestOrigin()) }
}

extension DynamoDBRequest {
    /// The value of the header `X-Amz-Target`, such as `DynamoDB_20120810.GetItem`: streams are a service of their own.
    public var target: String {
        switch self {
        case .listStreams, .describeStream, .getShardIterator, .getRecords: "DynamoDBStreams_20120810.\(operationName)"
        default: "DynamoDB_20120810.\(operationName)"
        }
    }
}
