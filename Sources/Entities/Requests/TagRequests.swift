/// Adds tags to a table, or changes those with the same keys. A table can have up to 50.
public struct TagResourceRequest: Hashable, Sendable {
    /// The table's ARN.
    public var resourceARN: String
    public var tags: [String: String]

    public init(resourceARN: String, tags: [String: String]) {
        self.resourceARN = resourceARN
        self.tags = tags
    }
}

/// Takes tags away. Keys that the table has no tag with are passed over.
public struct UntagResourceRequest: Hashable, Sendable {
    /// The table's ARN.
    public var resourceARN: String
    public var tagKeys: [String]

    public init(resourceARN: String, tagKeys: [String]) {
        self.resourceARN = resourceARN
        self.tagKeys = tagKeys
    }
}

/// Asks for a table's tags.
public struct ListTagsOfResourceRequest: Hashable, Sendable {
    /// The table's ARN.
    public var resourceARN: String
    public var nextToken: String?

    public init(resourceARN: String, nextToken: String? = nil) {
        self.resourceARN = resourceARN
        self.nextToken = nextToken
    }
}

/// The answer to TagResource and UntagResource, which say nothing but that it is done.
public struct TaggingOutput: DynamoDBOutput {
    public var consumedCapacity: [ConsumedCapacity] { [] }

    public init() {}
}

/// The answer to ListTagsOfResource.
public struct ListTagsOfResourceOutput: DynamoDBOutput {
    public var tags: [String: String]
    /// Where the next page starts; `nil` after the last page.
    public var nextToken: String?
    public var consumedCapacity: [ConsumedCapacity] { [] }

    public init(tags: [String: String], nextToken: String? = nil) {
        self.tags = tags
        self.nextToken = nextToken
    }
}
