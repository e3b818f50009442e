extension TagResourceRequest {
    func writeMembers(to json: inout JSONWriter) {
        json.member("ResourceArn", resourceARN)
        json.tags(tags)
    }
}

extension UntagResourceRequest {
    func writeMembers(to json: inout JSONWriter) {
        json.member("ResourceArn", resourceARN)
        json.key("TagKeys")
        json.beginArray()
        for key in tagKeys { json.value(key) }
        json.endArray()
    }
}

extension ListTagsOfResourceRequest {
    func writeMembers(to json: inout JSONWriter) {
        json.member("ResourceArn", resourceARN)
        if let nextToken { json.member("NextToken", nextToken) }
    }
}

extension TaggingOutput {
    public init(json: inout JSONReader) throws(AttributeError) {
        self.init()
        try json.skip()
    }

    public init(_ response: DynamoDBResponse) throws(AttributeError) {
        switch response {
        case .tagResource(let output), .untagResource(let output): self = output
        default: throw .otherResponse
        }
    }
}

extension ListTagsOfResourceOutput {
    public init(json: inout JSONReader) throws(AttributeError) {
        self.init(tags: [:])
        try json.object { (name, json) throws(AttributeError) in
            switch name {
            case "Tags":
                try json.array { (json) throws(AttributeError) in
                    var (key, value) = ("", "")
                    try json.object { (name, json) throws(AttributeError) in
                        switch name {
                        case "Key": key = try json.string()
                        case "Value": value = try json.string()
                        default: try json.skip()
                        }
                    }
                    tags[key] = value
                }
            case "NextToken": nextToken = try json.string()
            default: try json.skip()
            }
        }
    }

    public init(_ response: DynamoDBResponse) throws(AttributeError) {
        guard case .listTagsOfResource(let output) = response else { throw .otherResponse }
        self = output
    }
}
