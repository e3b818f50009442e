public import EntityMacrosLite

/// A way to find an entity's items.
public struct AccessPatternModel: Hashable, Sendable, Codable {
    public var name: String
    /// Nil for the table itself.
    public var index: String?
    /// The key attributes, in the order of the key schema.
    public var partition: [KeyAttributePatternModel]
    public var sort: [KeyAttributePatternModel]
    /// How a composite sort key is laid out.
    public var type: IndexType
    /// A text that keeps the partitions apart from others with the same values.
    public var scope: String?
    /// The collections that the pattern belongs to, the widest first.
    public var collections: [String]
    public var condition: IndexConditionModel?
    /// The earlier pattern of this entity that has the same keys on the same index, of which this is another name.
    public var aliasOf: String?
    /// Whether what a query of this pattern asks for can be another entity's, so that it filters by the entity's name.
    public var filtersByEntity = false
    public var location: SourceLocation = .unknown

    public init(
        name: String, index: String?, partition: [KeyAttributePatternModel], sort: [KeyAttributePatternModel] = [],
        type: IndexType = .isolated, scope: String? = nil, collections: [String] = [],
        condition: IndexConditionModel? = nil
    ) {
        self.name = name
        self.index = index
        self.partition = partition
        self.sort = sort
        self.type = type
        self.scope = scope
        self.collections = collections
        self.condition = condition
    }

    enum CodingKeys: CodingKey {
        case name, index, partition, sort, type, scope, collections, condition, aliasOf, filtersByEntity
    }

    /// What a query has to give, in order.
    public var partitionParts: [KeyPlaceholderModel] { partition.flatMap(\.parts) }
    /// What a query may give, in order: any number of them from the first.
    public var sortParts: [KeyPlaceholderModel] { sort.flatMap(\.parts) }
    public var parts: [KeyPlaceholderModel] { partitionParts + sortParts }
}

/// How an access pattern makes one key attribute.
public enum KeyAttributePatternModel: Hashable, Sendable, Codable {
    /// The key attribute holds a text of its own.
    case text(keyAttribute: String, template: KeyTemplateModel)
    /// The key attribute is the entity's: `part.attribute`, stored as `keyAttribute`.
    case native(keyAttribute: String, part: KeyPlaceholderModel)
    /// The key attribute is a number of its own, a copy of `part.attribute`.
    case number(keyAttribute: String, part: KeyPlaceholderModel)

    /// The key attribute's name as it is stored.
    public var keyAttribute: String {
        switch self {
        case .text(let name, _), .native(let name, _), .number(let name, _): name
        }
    }

    public var template: KeyTemplateModel? {
        if case .text(_, let template) = self { template } else { nil }
    }

    public var parts: [KeyPlaceholderModel] {
        switch self {
        case .text(_, let template): template.parts
        case .native(_, let part), .number(_, let part): [part]
        }
    }
}

/// Which items an index holds, beyond those that have all key parts. An absent attribute equals no value.
public indirect enum IndexConditionModel: Hashable, Sendable, Codable {
    case equals(attribute: String, value: LiteralValue)
    case isPresent(attribute: String)
    case not(IndexConditionModel)
    case all([IndexConditionModel])
    case any([IndexConditionModel])

    private enum NotCodingKeys: String, CodingKey { case _0 = "condition" }
    private enum AllCodingKeys: String, CodingKey { case _0 = "conditions" }
    private enum AnyCodingKeys: String, CodingKey { case _0 = "conditions" }

    /// The attributes that it names, each once, in order.
    public var attributes: [String] {
        var seen: Set<String> = []
        return named.filter { seen.insert($0).inserted }
    }

    private var named: [String] {
        switch self {
        case .equals(let attribute, _), .isPresent(let attribute): [attribute]
        case .not(let condition): condition.named
        case .all(let conditions), .any(let conditions): conditions.flatMap(\.named)
        }
    }
}
