/// An entity whose records are found by whatever attributes are at hand; made by the generator of a definition that is `Findable`.
public protocol FindableEntity: Entity {
    /// What can be known of the records that are looked for.
    associatedtype Known: KnownAttributes
}

/// The attributes that are known of the records that are looked for; made by the generator.
public protocol KnownAttributes: Hashable, Sendable {
    /// All of the entity, those without a value among them.
    var attributes: [KnownAttribute] { get }
    /// The key of each access pattern, as far as it can be made of them, in the order of the patterns.
    var candidates: [KeyCandidate] { get }
}

/// An attribute whose value is known, or may be.
public struct KnownAttribute: Hashable, Sendable {
    let name: String
    let storedName: String
    /// `nil` where it is not known.
    let value: Operand?

    /// Called by generated code.
    public init<Value: AttributeConvertible>(_ name: String, storedAs storedName: String, _ value: Value?) {
        self.name = name
        self.storedName = storedName
        self.value = value.map { Operand(converting: $0) }
    }

    /// Called by generated code, for an attribute with an encoding of its own.
    public init<Coding: AttributeCoding & SendableMetatype>(
        _ name: String, storedAs storedName: String, _ value: Coding.Value?, as coding: Coding.Type
    ) {
        self.name = name
        self.storedName = storedName
        self.value = value.map { Operand($0, as: coding) }
    }
}

extension FindableEntity {
    /// The records that the best access pattern for these attributes finds: the table's own before an index, one whose whole key is known
    /// before one of which more parts are.
    ///
    /// ```swift
    /// let found = try await Article.find(.init(tenantID: "acme", slug: "hello")).all(on: db)       // asks bySlug
    /// ```
    /// It is a query by keys alone: an attribute that the pattern's key has no place for is an `invalidRequest` when it runs, unless it is
    /// told to go by the others with `ignoringUnused()`. `match` filters by all of them.
    public static func find(_ known: Known) -> Find<Self> { Find(known, isMatch: false) }

    /// The records with exactly these attributes, by the best access pattern for them; see `find`. What the key does not settle is a filter.
    public static func match(_ known: Known) -> Find<Self> { Find(known, isMatch: true) }
}
