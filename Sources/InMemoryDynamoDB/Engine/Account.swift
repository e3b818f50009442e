import Entities

/// Where the engine says that it is: the region and the account in the names of its resources.
struct Account: Sendable {
    let region: String
    /// Twelve digits.
    let id: String

    func arn(ofTable name: String) -> String { "arn:aws:dynamodb:\(region):\(id):table/\(name)" }

    /// The name of the table in an ARN that stands in the place of a table's name.
    func tableName(named arn: String) throws(DynamoDBError) -> String {
        let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        func refusal(_ reason: String) -> DynamoDBError { .invalid("1 validation error detected: \(reason) '\(arn)'") }
        guard parts.count == 6, parts[2] == "dynamodb" else { throw refusal("Invalid ARN:") }
        guard parts[1] == "aws" else { throw refusal("Invalid AWS partition in") }
        guard parts[3] == region else { throw refusal("Invalid AWS region in") }
        guard let name = Self.tableName(inResource: parts[5]) else { throw refusal("Invalid resource type in") }
        guard parts[4] == id else { throw accessDenied(nil, on: arn) }
        return name
    }

    /// Whether a text has the parts of an ARN and names a resource of some type. What has not is nobody's to touch, which is found
    /// out before anything else.
    static func namesResource(_ arn: String) -> Bool {
        let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        return parts.count == 6 && parts[5].contains("/")
    }

    /// `cms` of `table/cms`.
    static func tableName(inResource resource: Substring) -> String? {
        guard resource.hasPrefix("table/") else { return nil }
        let name = String(resource.dropFirst(6))
        let isName = Limits.tableNameLength.contains(name.utf8.count) && name.utf8.allSatisfy(Constraints.isNameByte)
        return isName ? name : nil
    }

    /// - Parameter operation: the operation's name on the wire, where it is known.
    func accessDenied(_ operation: String?, on resource: String) -> DynamoDBError {
        let action = operation.map { "dynamodb:\($0)" } ?? "this operation"
        return DynamoDBError(
            .accessDenied,
            "User: arn:aws:iam::\(id):user/local is not authorized to perform: \(action) on resource: "
                + (resource.isEmpty ? "*" : resource))
    }

    /// What a table is encrypted with.
    /// - Parameter until: when that is done.
    func encryption(_ encryption: ServerSideEncryption?, _ until: Date?) -> EncryptionSetting? {
        guard let encryption, encryption.enabled ?? (encryption.type != nil) else { return nil }
        let key = encryption.keyID ?? "alias/aws/dynamodb"
        if key.hasPrefix("arn:") { return EncryptionSetting(keyARN: key, until: until) }
        // The key that an alias stands for is known by an identifier of its own.
        let id =
            key.hasPrefix("alias/") ? Table.identifier(of: key, number: 0, date: Date(timeIntervalSince1970: 0)) : key
        return EncryptionSetting(keyARN: "arn:aws:kms:\(region):\(self.id):key/\(id)", until: until)
    }
}
