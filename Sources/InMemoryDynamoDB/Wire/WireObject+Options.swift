import Entities

extension WireObject {
    /// The name of a member as messages show it: `tableName`.
    private func place(_ name: String) -> String { path + name.prefix(1).lowercased() + name.dropFirst() }

    /// A member that must be there.
    func require<Value>(_ name: String, _ value: Value?) throws(DynamoDBError) -> Value {
        if let value { return value }
        throw .invalid(
            "1 validation error detected: Value null at '\(place(name))' failed to satisfy constraint: "
                + "Member must not be null")
    }

    func tableName() throws(DynamoDBError) -> String {
        try require("TableName", try string("TableName"))
    }

    /// A member that is one of a few words.
    func option<Option: RawRepresentable<String> & CaseIterable>(
        _ name: String, _ type: Option.Type = Option.self
    ) throws(DynamoDBError) -> Option? {
        guard let text = try string(name) else { return nil }
        if let option = Option(rawValue: text) { return option }
        throw .invalid(
            "1 validation error detected: Value '\(text)' at '\(place(name))' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [\(Option.allCases.map(\.rawValue).joined(separator: ", "))]")
    }
}
