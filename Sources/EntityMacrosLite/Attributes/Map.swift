/// A nested map whose attributes are defined by `Definition`: `Attribute<Map<Address>>`, `Attribute<[Map<Line>]>`.
///
/// A map that is not optional starts empty, so each of its attributes must be optional, have a default, or be a collection;
/// or the record's creator gives the map.
public struct Map<Definition: MapDefinition>: Sendable {
    private init() {}
}

/// The attributes of a nested map. It has no keys and no access patterns.
///
/// ```swift
/// struct Address: MapDefinition {
///     let street = Attribute<String>()
///     let city   = Attribute<String?>()
/// }
/// ```
public protocol MapDefinition {
    /// The generator makes one to read its attributes; a struct of attributes has this initializer without being asked.
    init()
}
