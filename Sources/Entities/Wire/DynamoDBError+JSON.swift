extension DynamoDBError {
    /// Reads the body of a response that is an error: `{"__type":"…#ResourceNotFoundException","message":"…"}`.
    /// - Throws: an `AttributeError` for a body that is no JSON object.
    package init(json: inout JSONReader) throws(AttributeError) {
        self.init(Code(rawValue: ""), "")
        try json.object { name, json throws(AttributeError) in
            switch name {
            case "__type": code = Self.code(named: try json.string())
            case "code" where code.rawValue.isEmpty: code = Self.code(named: try json.string())
            case "message", "Message":
                if try !json.nullIfPresent() { message = try json.string() }
            case "Item": item = try json.item()
            case "CancellationReasons":
                try json.array { json throws(AttributeError) in
                    cancellationReasons.append(try CancellationReason(json: &json))
                }
            case "ThrottlingReasons", "throttlingReasons":
                try json.array { json throws(AttributeError) in
                    throttlingReasons.append(try ThrottlingReason(json: &json))
                }
            default: try json.skip()
            }
        }
    }

    /// The code in `com.amazonaws.dynamodb.v20120810#ResourceNotFoundException`, or in `ResourceNotFoundException:http://…`.
    package static func code(named type: String) -> Code {
        let name = type.split(separator: "#", omittingEmptySubsequences: false).last ?? ""
        return Code(rawValue: String(name.prefix { $0 != ":" }))
    }
}

extension DynamoDBError.ThrottlingReason {
    fileprivate init(json: inout JSONReader) throws(AttributeError) {
        self.init(reason: "")
        try json.object { name, json throws(AttributeError) in
            switch name {
            case "reason": reason = try json.string()
            case "resource": resource = try json.string()
            default: try json.skip()
            }
        }
    }
}

extension DynamoDBError.CancellationReason {
    fileprivate init(json: inout JSONReader) throws(AttributeError) {
        self.init(code: "None")
        try json.object { name, json throws(AttributeError) in
            switch name {
            case "Code": code = try json.string()
            case "Message":
                if try !json.nullIfPresent() { message = try json.string() }
            case "Item":
                if try !json.nullIfPresent() { item = try json.item() }
            default: try json.skip()
            }
        }
    }
}
