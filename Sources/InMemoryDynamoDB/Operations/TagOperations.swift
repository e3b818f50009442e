import Entities

extension Engine {
    func tagResource(_ request: TagResourceRequest) throws(DynamoDBError) -> TaggingOutput {
        let name = try taggedName(request.resourceARN, "TagResource")
        guard !request.tags.isEmpty else { throw .invalid("Atleast one Tag needs to be provided as Input.") }
        try TagRules.check(request.tags)
        guard let table = try? describedTable(name) else { throw Self.unknownResource(request.resourceARN) }
        try table.locked { contents throws(DynamoDBError) in
            try checkSettled(contents, of: table)
            try TagRules.check(request.tags, after: contents.settings.tags)
            contents.settings.tags.merge(request.tags) { $1 }
        }
        return TaggingOutput()
    }

    func untagResource(_ request: UntagResourceRequest) throws(DynamoDBError) -> TaggingOutput {
        let name = try taggedName(request.resourceARN, "UntagResource")
        guard !request.tagKeys.isEmpty else { throw .invalid("Atleast one Tag Key needs to be provided as Input.") }
        for key in request.tagKeys { try TagRules.check(key: key) }
        guard let table = try? describedTable(name) else {
            throw DynamoDBError(.resourceNotFound, "Requested resource not found")
        }
        try table.locked { contents throws(DynamoDBError) in
            try checkSettled(contents, of: table)
            for key in request.tagKeys { contents.settings.tags[key] = nil }
        }
        return TaggingOutput()
    }

    /// All tags of a table fit on one page, so that there is none to go on with.
    func listTagsOfResource(
        _ request: ListTagsOfResourceRequest
    ) throws(DynamoDBError) -> ListTagsOfResourceOutput {
        let name = try taggedName(request.resourceARN, "ListTagsOfResource")
        guard let table = try? describedTable(name) else { throw Self.unknownResource(request.resourceARN) }
        guard request.nextToken == nil else { throw .invalid("Invalid NextToken: \(request.nextToken ?? "")") }
        return ListTagsOfResourceOutput(tags: table.locked { $0.settings.tags })
    }

    /// The missing letter is the service's.
    private static func unknownResource(_ arn: String) -> DynamoDBError {
        DynamoDBError(.resourceNotFound, "Requested resource not found: ResourcArn: \(arn) not found")
    }

    /// The name of the table that an ARN is of. What does not even name an account is nobody's to touch.
    private func taggedName(_ arn: String, _ operation: String) throws(DynamoDBError) -> String {
        guard !arn.isEmpty else { throw account.accessDenied(operation, on: arn) }
        let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count > 1 else { throw .invalidParameter("ARNs must start with 'arn:': \(arn)") }
        guard Account.namesResource(arn) else { throw account.accessDenied(operation, on: arn) }
        guard parts[0] == "arn", parts[1] == "aws", parts[2] == "dynamodb", parts[3] == account.region,
            let name = Account.tableName(inResource: parts[5])
        else {
            throw .invalid("Invalid TableArn: Invalid ResourceArn provided as input \(arn)")
        }
        guard parts[4] == account.id else { throw account.accessDenied(operation, on: arn) }
        return name
    }
}
