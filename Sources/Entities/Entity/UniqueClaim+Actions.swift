// The writes that take and give back unique values.
//
// Where records expire, a claim says whose it is and expires with its record. So it does not stay when DynamoDB deletes the record, and
// whoever comes after that time can take it. No write of the former record's touches it then, even if the clocks of two machines differ.

extension UniqueClaim {
    /// The attribute of a claim that says whose it is: the key of the record.
    static let holderAttribute = "_holder"

    /// The write that takes the value, if nobody has it.
    func claim(
        in schema: EntitySchema, table: String, for holder: ClaimHolder?
    ) throws(AttributeError) -> TransactWriteItemsRequest.Action {
        var request = PutItemRequest(tableName: table, item: try item(in: schema, for: holder))
        request.condition = schema.isVacant(at: holder?.now)
        return .put(request)
    }

    /// The write that lets a claim last as long as its record does from now on.
    func renewal(
        in schema: EntitySchema, table: String, for holder: ClaimHolder
    ) throws(AttributeError) -> TransactWriteItemsRequest.Action {
        var request = PutItemRequest(tableName: table, item: try item(in: schema, for: holder))
        request.condition = holder.isHolder
        return .put(request)
    }

    /// The write that gives the value back.
    func release(
        in schema: EntitySchema, table: String, for holder: ClaimHolder?
    ) throws(AttributeError) -> TransactWriteItemsRequest.Action {
        var request = DeleteItemRequest(tableName: table, key: try itemKey(in: schema))
        request.condition = holder?.isHolder
        return .delete(request)
    }

    private func item(in schema: EntitySchema, for holder: ClaimHolder?) throws(AttributeError) -> EncodedItem {
        var attributes = try itemKey(in: schema).attributes
        attributes[schema.entityAttribute] = .string("\(schema.name).\(attribute)")
        if let holder, let expiry = schema.expiry {
            attributes[Self.holderAttribute] = holder.key
            if let end = lifetime?.end { attributes[expiry.name] = .number(Number(end)) }
        }
        return EncodedItem(attributes)
    }
}

/// The record that a claim is for, where records expire, and the time by which they have or have not.
struct ClaimHolder: Sendable {
    /// The values of the table's key attributes.
    let key: AttributeValue
    /// In seconds since 1970.
    let now: Int64

    /// The condition that a claim is the record's own. It is as well if it does not say whose it is: then it was made before records of the
    /// entity expired, and the record's having the value is proof.
    fileprivate var isHolder: Condition {
        let path = Operand.path(AttributePath(UniqueClaim.holderAttribute))
        return .or(.notExists(path), .compare(path, .equal, .value(key)))
    }
}

extension EntitySchema {
    /// Who claims something for the record of this key; `nil` where records do not expire.
    /// - Parameter now: the time of the write in seconds since 1970.
    func holder(_ key: EncodedItem, at now: Int64?) -> ClaimHolder? {
        guard let now, expiry != nil else { return nil }
        return ClaimHolder(key: .list(table.keys.names.compactMap { key[$0] }), now: now)
    }

    /// The condition that there is nothing, or what has expired at this time.
    func isVacant(at now: Int64?) -> Condition {
        let isAbsent = Condition.notExists(.path(partitionPath))
        guard let now, let expiry else { return isAbsent }
        return .or(isAbsent, expiry.isOver(at: now))
    }

    /// The time of a write, where records expire.
    var writeTime: Int64? { expiry == nil ? nil : EpochTime.now }
}
