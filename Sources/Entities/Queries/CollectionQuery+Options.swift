extension CollectionQuery {
    /// Keeps the items for which this holds too; what is filtered out is paid for.
    ///
    /// ```swift
    /// CMS.authored(authorID: "ada").where { $0.articles.status == .draft || $0.comments.mood == .glad }
    /// ```
    /// DynamoDB tests the attributes of each item, whichever member it is of: an attribute that several members store under one name is
    /// tested in all of them.
    public func `where`(_ condition: (C.Fields) -> Condition) -> Self {
        var copy = self
        copy.plan.filter(condition(C.Fields()))
        return copy
    }

    /// Keeps the records of these members: `.only(\.articles)`.
    public func only<each E: Entity>(_ members: repeat KeyPath<C.Fields, CollectionMember<each E>>) -> Self {
        var names: [String] = []
        repeat names.append((each E).schema.name)
        var copy = self
        copy.plan.filter(Field<String>(C.Record.entityAttribute).isIn(names))
        return copy
    }

    /// Reads what is committed at this moment, at twice the price. Not on global indexes, where DynamoDB refuses it.
    public func consistent() -> Self {
        var copy = self
        copy.plan.consistentRead = true
        return copy
    }
}

/// The attributes of one member of a collection in a condition: `$0.articles.status == .draft`.
@dynamicMemberLookup
public struct CollectionMember<E: Entity>: Sendable {
    /// Called by generated code.
    public init() {}

    public subscript<Field>(dynamicMember field: KeyPath<E.Fields, Field>) -> Field { E.Fields()[keyPath: field] }
}
