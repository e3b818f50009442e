extension TenantSlice {
    /// An IAM policy that lets its holder at the items of the tenant, by `dynamodb:LeadingKeys`: the same boundary, kept by the service.
    ///
    /// IAM compares the partition keys of the table, and of an index that is queried. It does not look at the index keys of what is
    /// written, as the executor does. Meant for credentials that are made for a tenant, as by STS's `AssumeRole` with a session policy.
    /// - Parameter tables: the ARNs, `arn:aws:dynamodb:eu-central-1:123456789012:table/cms`.
    /// - Returns: the policy as JSON, in a fixed order.
    /// - Throws: `outsideTenant` for a tenant that is none.
    public func policy(tables: [String]) throws -> String {
        if let problem { throw DynamoDBError(.outsideTenant, "the tenant is none: \(problem)", underlying: problem) }
        var keys = [Self.pattern(key.text), Self.pattern(key.text) + "#*"]
        if !valueAttributes.isEmpty, case .value(.string(let text)) = value { keys.append(Self.pattern(text)) }
        var json = JSONWriter()
        json.beginObject()
        json.key("Version")
        json.value("2012-10-17")
        json.key("Statement")
        json.beginArray()
        json.beginObject()
        json.key("Effect")
        json.value("Allow")
        json.key("Action")
        json.texts(Self.actions)
        json.key("Resource")
        json.texts(tables.flatMap { [$0, "\($0)/index/*"] })
        json.key("Condition")
        json.beginObject()
        json.key("ForAllValues:StringLike")
        json.beginObject()
        json.key("dynamodb:LeadingKeys")
        json.texts(keys)
        json.endObject()
        json.endObject()
        json.endObject()
        json.endArray()
        json.endObject()
        return IndentedJSON.text(of: json.bytes)
    }

    /// What can be confined to partition keys; a scan cannot.
    private static let actions = [
        "BatchGetItem", "BatchWriteItem", "ConditionCheckItem", "DeleteItem", "GetItem", "PutItem", "Query",
        "UpdateItem",
    ].map { "dynamodb:\($0)" }

    /// IAM's wildcards, and what its variables begin with, as themselves.
    /// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
    private static func pattern(_ text: String) -> String {
        var pattern = ""
        for character in text.unicodeScalars {
            if "*?$".unicodeScalars.contains(character) {
                pattern += "${\(character)}"
            } else {
                pattern.unicodeScalars.append(character)
            }
        }
        return pattern
    }
}

extension JSONWriter {
    fileprivate mutating func texts(_ texts: [String]) {
        beginArray()
        for text in texts { value(text) }
        endArray()
    }
}
