public import EntityMacrosLite

/// An attribute of an entity or of a nested map.
public struct AttributeModel: Hashable, Sendable, Codable {
    /// The property's name, without backticks.
    public var name: String
    public var storedName: String
    /// The type without `Optional`.
    public var type: AttributeTypeModel
    public var isOptional: Bool
    /// The property's type in the generated record, fully qualified: `Swift.Set<Swift.String>`, `Article.Status?`.
    public var swiftType: String
    public var role: AttributeRole = .plain
    public var defaultValue: LiteralValue?
    public var length: LengthModel?
    /// How long values typically are, for estimates of capacity.
    public var typicalLength: Int?
    public var range: NumberRangeModel?
    public var uniqueness: UniquenessModel?
    /// Whether a function of the user's works the value out when a draft leaves it out.
    public var isComputed = false
    /// Whether a function of the user's checks each value.
    public var isValidated = false
    /// Whether it was declared so. Parts of the primary key never change either.
    public var isReadOnly = false
    public var isPrimaryKeyPart = false
    /// Whether it says whose a reservation is.
    public var isHolder = false
    /// What composite keys call it, where that is not its name.
    public var label: String?
    public var padding: PaddingModel?
    /// The text that is stored for a value: the attribute is a key whose text has more to it than the value.
    public var storedText: StoredTextModel?
    /// The attributes that a function of the user's always works the value out from; nil where a draft or an update gives it.
    public var computedFrom: [String]?
    /// The generated type that says how the value is stored, where a function of the user's normalizes it: `Author.EmailForm`.
    public var normalizedForm: String?
    /// Whether a function of the user's says how a stored value is presented.
    public var isPresented = false
    /// Whether it is written and never read back.
    public var isHidden = false
    /// Whether items without it are read as if they had the default.
    public var isBackfilled = false
    /// What a counter starts with, in decimal digits; nil for zero.
    public var counterStart: LiteralValue?
    /// Of how many shards it is one, where it is drawn by lot.
    public var shardCount: Int?
    /// A regular expression that texts have to match.
    public var pattern: String?
    /// The rules of a collection's elements.
    public var elementRules: ElementRulesModel?
    /// What each state can become; nil for an attribute that is none.
    public var transitions: [StateTransitionModel]?
    public var documentation: [String] = []
    public var location: SourceLocation = .unknown

    public init(
        name: String, storedName: String? = nil, type: AttributeTypeModel, isOptional: Bool = false, swiftType: String
    ) {
        self.name = name
        self.storedName = storedName ?? name
        self.type = type
        self.isOptional = isOptional
        self.swiftType = swiftType
    }

    enum CodingKeys: CodingKey {
        case name, storedName, type, isOptional, swiftType, role, defaultValue, length, typicalLength, range,
            uniqueness, isComputed,
            isValidated, isReadOnly, isPrimaryKeyPart, isHolder, label, padding, storedText, computedFrom,
            normalizedForm,
            isPresented, isHidden, isBackfilled, counterStart, shardCount, pattern, elementRules, transitions,
            documentation
    }

    /// Whether an update can set it.
    public var isUpdatable: Bool {
        guard !isReadOnly, !isPrimaryKeyPart else { return false }
        switch role {
        case .plain, .generated, .counter, .timeToLive, .tenant: return true
        case .version, .createdAt, .updatedAt, .lease: return false
        }
    }

    /// Whether it always follows from other attributes.
    public var isDerived: Bool { computedFrom != nil }

    /// Whether code of the user's has a say in it.
    public var hasHook: Bool {
        isComputed || isDerived || isValidated || normalizedForm != nil || isPresented
            || elementRules?.isValidated == true
    }

    /// Whether a draft may leave it out.
    public var isOptionalInDraft: Bool {
        if isOptional || isComputed || defaultValue != nil || type.isCollection { return true }
        switch role {
        case .plain, .timeToLive, .tenant: return false
        case .generated, .counter, .version, .createdAt, .updatedAt, .lease: return true
        }
    }
}

/// How a text is stored that is a key by itself: `INV-aB3`, or in small letters.
public struct StoredTextModel: Hashable, Sendable, Codable {
    public var prefix: String
    public var suffix: String
    public var casing: KeyTextCasing

    public init(prefix: String, suffix: String, casing: KeyTextCasing) {
        self.prefix = prefix
        self.suffix = suffix
        self.casing = casing
    }
}

/// What the library does with an attribute of its own accord.
public enum AttributeRole: String, Hashable, Sendable, Codable, CaseIterable {
    case plain
    /// A ULID or UUID that a draft need not give.
    case generated
    /// Starts at zero and is added to.
    case counter
    /// Counts the writes, and is what they are conditional on.
    case version
    case timeToLive
    /// Whose the item is: what its keys begin with.
    case tenant
    case createdAt
    case updatedAt
    /// Who has the record for the time being: an attribute of the type `Lease`.
    case lease
}

/// The lengths that a value may have: characters, bytes or elements.
public struct LengthModel: Hashable, Sendable, Codable {
    public var minimum: Int?
    public var maximum: Int?

    public init(minimum: Int?, maximum: Int?) {
        self.minimum = minimum
        self.maximum = maximum
    }
}

/// The rules that each element of a list or set, or each value of a dictionary, has to satisfy.
public struct ElementRulesModel: Hashable, Sendable, Codable {
    public var length: LengthModel?
    public var range: NumberRangeModel?
    public var pattern: String?
    /// Whether a function of the user's checks each element.
    public var isValidated = false

    public init() {}
}

/// The values that a number may have, in decimal digits.
public struct NumberRangeModel: Hashable, Sendable, Codable {
    public var minimum: LiteralValue?
    public var maximum: LiteralValue?

    public init(minimum: LiteralValue?, maximum: LiteralValue?) {
        self.minimum = minimum
        self.maximum = maximum
    }
}

/// That no two items of the entity have the same value.
public struct UniquenessModel: Hashable, Sendable, Codable {
    /// The attributes that it is unique together with; empty for the whole table.
    public var scope: [String]
    /// The partition key of the item that claims a value. Its sort key, where the table has one, is `UNIQUE`.
    public var template: KeyTemplateModel

    public init(scope: [String] = [], template: KeyTemplateModel) {
        self.scope = scope
        self.template = template
    }
}
