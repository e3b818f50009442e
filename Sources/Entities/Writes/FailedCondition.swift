extension EntitySchema {
    /// The condition that a record has the version that is expected, if one is.
    func isVersion(_ version: Int?) -> Condition? {
        guard let version, let versionAttribute else { return nil }
        return .compare(.path(AttributePath(versionAttribute)), .equal, .value(.number(Number(version))))
    }

    /// The version that is expected, with the attribute that has it.
    func expected(_ version: Int?) -> (attribute: String, version: Int)? {
        guard let version, let versionAttribute else { return nil }
        return (versionAttribute, version)
    }
}

extension DynamoDBError {
    /// A failed condition told as what it means: there is no record, or it has another version.
    func explained(by schema: EntitySchema, key: some EntityKey, expectedVersion: Int?) -> DynamoDBError {
        guard code == .conditionalCheckFailed else { return self }
        var error = self
        guard let item else {
            error.message = "there is no \(schema.name) with this key: \(key)"
            return error
        }
        if let expectedVersion, let name = schema.versionAttribute, item[name] != .number(Number(expectedVersion)) {
            error.code = .versionConflict
            error.message =
                "someone else changed the \(schema.name): version \(expectedVersion) was expected, "
                + "\(item[name]?.description ?? "none") is stored (see `item` for the current state)"
        } else {
            error.message = "a condition does not hold for the \(schema.name) that is stored (see `item`)"
        }
        return error
    }
}
