/// A unique value that a record holds, by an item of its own beside it: whose key is made of the value, so that the same value
/// cannot be claimed twice.
public struct UniqueClaim: Hashable, Sendable {
    /// The attribute, as the definition names it.
    public let attribute: String
    /// The name under which the record stores it.
    let storedName: String
    let value: Operand
    /// The attributes that the value is unique within and that can change, with their values: they are part of the key.
    private(set) var scope: [String: Operand] = [:]
    /// The partition key of the claim's item.
    let key: KeyText
    /// How long the record has it, where records expire.
    private(set) var lifetime: Lifetime?

    /// Until when a claim lasts: as long as its record.
    struct Lifetime: Hashable, Sendable {
        /// In seconds since 1970; `nil` for ever.
        let end: Int64?
    }

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

    /// A claim of a value that has a coding of its own.
    public init<Coding: AttributeCoding & SendableMetatype>(
        _ attribute: String, storedAs storedName: String, _ value: Coding.Value, as coding: Coding.Type, key: KeyText
    ) {
        self.attribute = attribute
        self.storedName = storedName
        self.value = Operand(value, as: coding)
        self.key = key
    }

    /// The claim, made within the value of another attribute, which the record must have for the claim to be its own.
    public func within<Value: AttributeConvertible>(_ storedName: String, _ value: Value) -> UniqueClaim {
        within(storedName, Operand(converting: value))
    }

    /// The claim, made within the value of another attribute that has a coding of its own.
    public func within<Coding: AttributeCoding & SendableMetatype>(
        _ storedName: String, _ value: Coding.Value, as coding: Coding.Type
    ) -> UniqueClaim {
        within(storedName, Operand(value, as: coding))
    }

    private func within(_ storedName: String, _ value: Operand) -> UniqueClaim {
        var copy = self
        copy.scope[storedName] = value
        return copy
    }

    /// The claim of a record that expires at this time, or never.
    public func until(_ date: Date?) -> UniqueClaim { lasting(EpochTime.seconds(of: date)) }

    /// The claim of a record that expires at this time in seconds since 1970, or never.
    public func until(_ seconds: (some BinaryInteger)?) -> UniqueClaim { lasting(EpochTime.seconds(of: seconds)) }

    private func lasting(_ end: Int64?) -> UniqueClaim {
        var copy = self
        copy.lifetime = Lifetime(end: end)
        return copy
    }

    /// Whether the record has the value, and so the claim.
    var isHeld: Condition {
        scope.sorted { $0.key < $1.key }.reduce(.compare(.path(AttributePath(storedName)), .equal, value)) {
            .and($0, .compare(.path(AttributePath($1.key)), .equal, $1.value))
        }
    }

    /// The sort key of every claim.
    package static let sortKey = "UNIQUE"

    func itemKey(in schema: EntitySchema) throws(AttributeError) -> EncodedItem {
        try schema.table.itemKey(key, Self.sortKey)
    }
}
