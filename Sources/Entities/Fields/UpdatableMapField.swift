/// A nested map in an update: `$0.address.city.set("Paris")` changes one member, `$0.address.set(…)` the whole map.
@dynamicMemberLookup
public struct UpdatableMapField<Map: MapRecord>: UpdatableAttribute {
    public typealias Value = Map
    public let path: AttributePath
    public let rule: Rule<Map>?

    public init(path: AttributePath, _ rule: Rule<Map>? = nil) {
        self.path = path
        self.rule = rule
    }

    public init(_ name: String, _ rule: Rule<Map>? = nil) { self.init(path: AttributePath(name), rule) }

    public func operand(_ value: Map) -> Operand { Operand(converting: value) }
    public func isAbsent(_ value: Map) -> Bool { false }
    public func objection(to value: Map) -> String? { rule?.check(value) ?? RuleCheck.objection(to: value) }

    public subscript<Member>(dynamicMember member: KeyPath<Map.Changes, Member>) -> Member {
        Map.Changes(path: path)[keyPath: member]
    }
}

/// An optional nested map in an update.
///
/// Changing a member of a map that is absent is refused by DynamoDB (the path is not there): set the whole map first.
@dynamicMemberLookup
public struct OptionalUpdatableMapField<Map: MapRecord>: UpdatableAttribute {
    public typealias Value = Map
    private let field: UpdatableMapField<Map>
    public var path: AttributePath { field.path }
    public var rule: Rule<Map>? { field.rule }

    public init(path: AttributePath, _ rule: Rule<Map>? = nil) { field = UpdatableMapField(path: path, rule) }
    public init(_ name: String, _ rule: Rule<Map>? = nil) { field = UpdatableMapField(name, rule) }

    public func operand(_ value: Map) -> Operand { field.operand(value) }
    public func isAbsent(_ value: Map) -> Bool { false }
    public func objection(to value: Map) -> String? { field.objection(to: value) }

    /// Removes the map.
    public func remove() -> Change { .remove(path) }

    /// Sets the map, or removes it where it is `nil`.
    public func set(_ value: Map?) -> Change {
        guard let value else { return remove() }
        return set(value)
    }

    public subscript<Member>(dynamicMember member: KeyPath<Map.Changes, Member>) -> Member {
        Map.Changes(path: path)[keyPath: member]
    }
}
