/// The attributes of one member of a collection in a condition: `$0.articles.status == .draft`.
@dynamicMemberLookup
public struct CollectionMember<E: Entity>: Sendable {
    /// Called by generated code.
    public init() {}

    public subscript<Field>(dynamicMember field: KeyPath<E.Fields, Field>) -> Field { E.Fields()[keyPath: field] }
}
