/// A list of nested maps in an update. Maps that are added have to satisfy the rules of their definition.
public protocol UpdatableMapList<Map>: UpdatableAttribute where Value == [Map] {
    associatedtype Map: MapRecord
}

extension UpdatableMapList {
    /// The element at an index, from 0.
    public subscript(index: Int) -> UpdatableMapField<Map> { UpdatableMapField(path: path.appending(index: index)) }

    /// Appends to the list; it is made where there is none.
    public func append(_ maps: Map...) -> Change { append(contentsOf: maps) }

    /// Appends all maps of another list.
    public func append(contentsOf maps: [Map]) -> Change {
        if let reason = RuleCheck.objection(to: maps) { return .refused(path, reason) }
        return .set(path, .listAppend(.ifNotExists(path, .operand(.value(.list([])))), .operand(operand(maps))))
    }

    /// Puts maps in front of the list, in their order; it is made where there is none.
    public func prepend(_ maps: Map...) -> Change { prepend(contentsOf: maps) }

    /// Puts all maps of another list in front of the list.
    public func prepend(contentsOf maps: [Map]) -> Change {
        if let reason = RuleCheck.objection(to: maps) { return .refused(path, reason) }
        return .set(path, .listAppend(.operand(operand(maps)), .ifNotExists(path, .operand(.value(.list([]))))))
    }

    /// Replaces the map at an index, from 0; an index behind the end appends.
    public func set(at index: Int, _ map: Map) -> Change { self[index].set(map) }
}

/// A list of nested maps in an update: `$0.lines.append(line)`, `$0.lines[0].quantity.set(2)`.
public struct UpdatableMapListField<Map: MapRecord>: UpdatableMapList {
    public typealias Value = [Map]
    public let path: AttributePath
    public let rule: Rule<[Map]>?

    public init(path: AttributePath, _ rule: Rule<[Map]>? = nil) {
        self.path = path
        self.rule = rule
    }

    public init(_ name: String, _ rule: Rule<[Map]>? = nil) { self.init(path: AttributePath(name), rule) }

    public func operand(_ value: [Map]) -> Operand { Operand(converting: value) }
    public func isAbsent(_ value: [Map]) -> Bool { false }
    public func objection(to value: [Map]) -> String? { rule?.check(value) ?? RuleCheck.objection(to: value) }
}

/// An optional list of nested maps in an update.
public struct OptionalUpdatableMapListField<Map: MapRecord>: UpdatableMapList {
    public typealias Value = [Map]
    private let field: UpdatableMapListField<Map>
    public var path: AttributePath { field.path }
    public var rule: Rule<[Map]>? { field.rule }

    public init(path: AttributePath, _ rule: Rule<[Map]>? = nil) { field = UpdatableMapListField(path: path, rule) }
    public init(_ name: String, _ rule: Rule<[Map]>? = nil) { field = UpdatableMapListField(name, rule) }

    public func operand(_ value: [Map]) -> Operand { field.operand(value) }
    public func isAbsent(_ value: [Map]) -> Bool { false }
    public func objection(to value: [Map]) -> String? { field.objection(to: value) }

    /// Removes the list.
    public func remove() -> Change { .remove(path) }

    /// Sets the list, or removes it where it is `nil`.
    public func set(_ value: [Map]?) -> Change {
        guard let value else { return remove() }
        return set(value)
    }
}
