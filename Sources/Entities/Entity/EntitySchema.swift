/// What the run time has to know of an entity besides its generated code: one for each entity, shared by all of its requests.
public final class EntitySchema: Sendable {
    /// The entity's name, which every item carries in `entityAttribute`.
    public var name: String { identifiers.entity.value }
    public let table: TableSchema
    /// The attribute that tells the entities of a table apart.
    public var entityAttribute: String { identifiers.entity.attribute }
    /// What every item of the entity carries.
    let identifiers: EntityIdentifiers
    /// What writes that in an update.
    let identifierActions: [UpdateExpression.SetAction]
    /// The condition that an item carries it.
    let isOwn: Condition
    /// The table's partition key attribute: an item is there exactly when this is.
    let partitionPath: AttributePath
    /// The condition that there is an item.
    let exists: Condition
    /// The attribute of the version for optimistic locking.
    public let versionAttribute: String?
    /// The attribute by which the records expire, in seconds since 1970.
    let expiry: ExpiryAttribute?
    /// The attribute that says whose a reservation is.
    let holderAttribute: String?
    /// Attributes that an upsert sets only where there is no item yet: creation time, counters.
    public let setOnce: [String]
    /// Attributes that an upsert removes when the record has none: index keys and optional parts of them. Kept, they would
    /// disagree with each other.
    public let definite: [String]
    /// Optional attributes that are unique where they are present.
    public let optionalUnique: [String]
    /// Whether every update writes the identifiers and the attributes of the primary key as well, as ElectroDB's do.
    public let identityInUpdates: Bool
    /// How revisions are kept; `nil` where there are none.
    public let history: EntityHistory?

    /// - Parameter versionIdentifier: the entity's own version, where items carry one: those of another version are not its records.
    public init(
        _ name: String, table: TableSchema, entityAttribute: String, versionIdentifier: EntityIdentifier? = nil,
        identityInUpdates: Bool = false, versionAttribute: String? = nil, expiryAttribute: String? = nil,
        holderAttribute: String? = nil, setOnce: [String] = [], definite: [String] = [], optionalUnique: [String] = [],
        history: EntityHistory? = nil
    ) {
        self.table = table
        identifiers = EntityIdentifiers(entity: EntityIdentifier(entityAttribute, name), version: versionIdentifier)
        identifierActions = identifiers.actions
        isOwn = identifiers.condition
        partitionPath = AttributePath(table.keys.partition.first ?? "")
        exists = .exists(.path(partitionPath))
        self.versionAttribute = versionAttribute
        expiry = expiryAttribute.map(ExpiryAttribute.init)
        self.holderAttribute = holderAttribute
        self.setOnce = setOnce
        self.definite = definite
        self.optionalUnique = optionalUnique
        self.identityInUpdates = identityInUpdates
        self.history = history
    }

    /// Whether an item is one of the entity's, by its name and version.
    public func owns(_ item: EncodedItem) -> Bool { identifiers.own(item) }

    /// The attributes that tell whether an item is one of the entity's, and whether it has expired.
    var identityPaths: [AttributePath] { identifiers.paths + [expiry].compactMap { $0.map { AttributePath($0.name) } } }
}

/// There is one for each entity: it is equal to itself.
extension EntitySchema: Hashable {
    public static func == (left: EntitySchema, right: EntitySchema) -> Bool { left === right }

    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
