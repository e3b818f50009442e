import Entities

/// Where the engine says that it is: the region and the account in the names of its resources.
struct Account: Sendable {
    let region: String
    /// Twelve digits.
    let id: String

    func arn(ofTable name: String) -> String { "arn:aws:dynamodb:\(region):\(id):table/\(name)" }

    /// The name of the table that an ARN is of; `nil` unless it is the ARN of a table here.
    func tableName(arn: String) -> String? {
        let prefix = self.arn(ofTable: "")
        guard arn.hasPrefix(prefix) else { return nil }
        let name = String(arn.dropFirst(prefix.count))
        return Limits.tableNameLength.contains(name.utf8.count) && name.utf8.allSatisfy(Constraints.isNameByte)
            ? name : nil
    }
}
