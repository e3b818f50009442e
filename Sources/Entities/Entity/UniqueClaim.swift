/// A unique value that a record holds, by an item of its own beside it: whose key is made of the value, so that the same value
/// cannot be claimed twice.
public struct UniqueClaim: Hashable, Sendable {
    /// The attribute, as the definition names it.
    public let attribute: String
    /// The name under which the record stores it.
    let storedName: String
    let value: Operand
    /// The partition key of the claim's item.
    let key: KeyText

    /// - Parameters:
    ///   - attribute: the attribute's name in the definition.
    ///   - storedName: its name in the item.
    ///   - value: the unique value.
    ///   - key: the text that is made of entity, attribute, scope and value.
    public init<Value: AttributeConvertible>(
        _ attribute: String, storedAs storedName: String, _ value: Value, key: KeyText
    ) {
        self.attribute = attribute
        self.storedName = storedName
        self.value = Operand(converting: value)
        self.key = key
    }

    /// Whether the record has the value.
    var isHeld: Condition { .compare(.path(AttributePath(storedName)), .equal, value) }

    /// The sort key of every claim.
    package static let sortKey = "UNIQUE"

    func itemKey(in schema: EntitySchema) throws(AttributeError) -> EncodedItem {
        if let problem = key.problem { throw problem }
        var attributes: [String: AttributeValue] = [:]
        for name in schema.table.keys.partition { attributes[name] = .string(key.text) }
        for name in schema.table.keys.sort { attributes[name] = .string(Self.sortKey) }
        return EncodedItem(attributes)
    }

    /// The write that takes the value, if nobody has it.
    func claim(in schema: EntitySchema, table: String) throws(AttributeError) -> TransactWriteItemsRequest.Action {
        let key = try itemKey(in: schema)
        var attributes = key.attributes
        attributes[schema.entityAttribute] = .string("\(schema.name).\(attribute)")
        var request = PutItemRequest(tableName: table, item: EncodedItem(attributes))
        request.condition = .notExists(.path(schema.partitionPath))
        return .put(request)
    }

    /// The write that gives the value back.
    func release(in schema: EntitySchema, table: String) throws(AttributeError) -> TransactWriteItemsRequest.Action {
        .delete(DeleteItemRequest(tableName: table, key: try itemKey(in: schema)))
    }
}
