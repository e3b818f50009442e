public import EntityMacrosLite

/// A kind of item.
public struct EntityModel: Hashable, Sendable, Codable {
    /// The definition's type, and that of the generated record: `Article`.
    public var typeName: String
    /// What items carry in the service's entity attribute, and composite sort keys begin with.
    public var name: String
    /// What items carry in the service's version attribute, and ElectroDB's keys hold.
    public var version: String
    /// The property of a collection's result that holds this entity's items: `articles`.
    public var pluralName: String
    public var documentation: [String]
    public var attributes: [AttributeModel]
    /// The primary pattern first, then the others as they were written.
    public var accessPatterns: [AccessPatternModel]
    /// Where the revisions of records are kept; nil where none are.
    public var history: AccessPatternModel?
    /// The key attributes that this entity's items have beside their own: the table's, then each used index's.
    public var keyAttributes: [KeyAttributeModel]
    public var updateGroups: [UpdateGroupModel]
    /// Numbers that are kept beside the records, in items of their own.
    public var counters: [ShardedCounterModel] = []
    /// Whether records are found by whatever attributes are at hand.
    public var isFindable = false
    public var location: SourceLocation = .unknown

    public init(
        typeName: String, name: String, version: String = "1", pluralName: String, documentation: [String] = [],
        attributes: [AttributeModel] = [], accessPatterns: [AccessPatternModel] = [],
        keyAttributes: [KeyAttributeModel] = [], updateGroups: [UpdateGroupModel] = []
    ) {
        self.typeName = typeName
        self.name = name
        self.version = version
        self.pluralName = pluralName
        self.documentation = documentation
        self.attributes = attributes
        self.accessPatterns = accessPatterns
        self.keyAttributes = keyAttributes
        self.updateGroups = updateGroups
    }

    enum CodingKeys: CodingKey {
        case typeName, name, version, pluralName, documentation, attributes, accessPatterns, history, keyAttributes,
            updateGroups, counters, isFindable
    }

    /// The attribute of that name.
    public func attribute(_ name: String) -> AttributeModel? { attributes.first { $0.name == name } }

    /// The attribute by which records expire.
    public var expiry: AttributeModel? { attributes.first { $0.role == .timeToLive } }

    /// The attribute that says whose a reservation is.
    public var holder: AttributeModel? { attributes.first(where: \.isHolder) }

    /// The pattern of the table itself.
    public var primary: AccessPatternModel? { accessPatterns.first { $0.index == nil } }

    /// The parts of the primary key, each once, in the order of the key.
    public var primaryKeyAttributes: [String] {
        var seen: Set<String> = []
        return (primary?.parts.map(\.attribute) ?? []).filter { seen.insert($0).inserted }
    }
}

/// A key attribute that is kept up to date by the library: `gsi1pk`.
///
/// It is present exactly when, for one of its sources, all parts of the template are present and the condition holds.
/// Attributes that are native keys are not listed: they are kept up to date by being set.
public struct KeyAttributeModel: Hashable, Sendable, Codable {
    /// How one access pattern makes the attribute. Several differ in their conditions, which exclude each other.
    public struct Source: Hashable, Sendable, Codable {
        /// The first of the patterns that make the attribute so.
        public var accessPattern: String
        public var template: KeyTemplateModel
        public var condition: IndexConditionModel?

        public init(accessPattern: String, template: KeyTemplateModel, condition: IndexConditionModel? = nil) {
            self.accessPattern = accessPattern
            self.template = template
            self.condition = condition
        }
    }

    /// The attribute's name as it is stored.
    public var name: String
    /// The indexes that it is a key of; empty for the table's keys alone.
    public var indexes: [String]
    /// Whether the table's primary key includes it.
    public var isPrimary: Bool
    public var sources: [Source]
    /// The attributes that it is made of, those of conditions included, each once.
    public var attributes: [String]
    /// Of a key that is the same for all items, in ElectroDB's formats: what the other keys of its indexes are made of. It is written
    /// with them.
    public var companions: [String] = []

    public init(name: String, indexes: [String], isPrimary: Bool, sources: [Source], attributes: [String]) {
        self.name = name
        self.indexes = indexes
        self.isPrimary = isPrimary
        self.sources = sources
        self.attributes = attributes
    }
}

/// Attributes that can only be set together, since each shares a key attribute with another of them, or a claim of a unique
/// value. Most have one member.
///
/// The parts of the primary key are not among them: they never change, and an update names them anyhow. A read-only
/// member cannot be set either, but the key cannot be made without it: an update has to name it.
public struct UpdateGroupModel: Hashable, Sendable, Codable {
    /// The members, in the order of the entity's attributes.
    public var attributes: [String]
    /// The key attributes that setting them writes.
    public var keyAttributes: [String]
    /// The members whose values are unique, so that setting them takes one claim and gives another back.
    public var uniqueAttributes: [String]

    public init(attributes: [String], keyAttributes: [String], uniqueAttributes: [String] = []) {
        self.attributes = attributes
        self.keyAttributes = keyAttributes
        self.uniqueAttributes = uniqueAttributes
    }
}

/// A nested map.
public struct MapModel: Hashable, Sendable, Codable {
    /// The definition's type, and that of the generated record.
    public var typeName: String
    public var documentation: [String]
    public var attributes: [AttributeModel]
    public var location: SourceLocation = .unknown

    public init(typeName: String, documentation: [String] = [], attributes: [AttributeModel] = []) {
        self.typeName = typeName
        self.documentation = documentation
        self.attributes = attributes
    }

    enum CodingKeys: CodingKey {
        case typeName, documentation, attributes
    }
}

/// Several entities that are read by one query of a partition.
public struct CollectionModel: Hashable, Sendable, Codable {
    public struct Member: Hashable, Sendable, Codable {
        /// The entity's type name.
        public var entity: String
        public var accessPattern: String
        /// The property of the result that holds the entity's items.
        public var propertyName: String

        public init(entity: String, accessPattern: String, propertyName: String) {
            self.entity = entity
            self.accessPattern = accessPattern
            self.propertyName = propertyName
        }
    }

    public var name: String
    /// What the function that queries it is called: the name, where Swift can and nothing else is called so.
    public var functionName: String
    /// Nil for the table itself.
    public var index: String?
    public var members: [Member]
    /// What the members' sort keys begin with, and no other's; empty where nothing does.
    public var sortPrefix: KeyTemplateModel
    /// Whether items of others can be in the partitions, so that a query filters by the members' names.
    public var filtersByEntity: Bool

    public init(
        name: String, functionName: String? = nil, index: String?, members: [Member],
        sortPrefix: KeyTemplateModel = KeyTemplateModel(segments: []), filtersByEntity: Bool = false
    ) {
        self.name = name
        self.functionName = functionName ?? name
        self.index = index
        self.members = members
        self.sortPrefix = sortPrefix
        self.filtersByEntity = filtersByEntity
    }
}
