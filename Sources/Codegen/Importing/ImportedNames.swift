/// Gives Swift names to what a model calls otherwise, each once in its place.
struct ImportedNames {
    private(set) var taken: Set<String>
    /// Enums inside of records: as many may be called the same, but nothing around them.
    private(set) var choices: Set<String> = []

    init(taken: Set<String> = []) { self.taken = taken }

    /// Keeps names from what is claimed later, which enums of those names would hide.
    mutating func avoid(_ choices: Set<String>) { self.choices.formUnion(choices) }

    /// Claims a name, with a number behind it where it is taken.
    mutating func claim(_ name: String) -> String {
        var unique = name
        var count = 1
        while choices.contains(unique) || !taken.insert(unique).inserted {
            count += 1
            unique = "\(name)\(count)"
        }
        return unique
    }

    /// Claims a type's name for a text: `bazaar-eu` → `BazaarEu`. One that means something else already gets the word behind it.
    mutating func type(for text: String, otherwise word: String) -> String {
        let name = Self.words(of: text).map(SwiftName.upperFirst).joined()
        let identifier = Self.identifier(name, otherwise: word)
        return claim(
            Self.reservedTypes.contains(identifier) || taken.contains(identifier) || choices.contains(identifier)
                ? identifier + word : identifier)
    }

    /// Claims a member's name for a text: the text itself where it is an identifier, `first-name` → `firstName`.
    ///
    /// - Parameter reserved: Names that mean something else there, and get the word behind them.
    mutating func member(for text: String, reserved: Set<String>, otherwise word: String) -> String {
        var name = text
        if !SwiftName.isIdentifier(text) {
            let words = Self.words(of: text)
            let camel = words.prefix(1).map(SwiftName.lowerFirst) + words.dropFirst().map(SwiftName.upperFirst)
            name = Self.identifier(camel.joined(), otherwise: SwiftName.lowerFirst(word))
        }
        return claim(reserved.contains(name) ? name + word : name)
    }

    /// Claims an attribute's name.
    ///
    /// - Parameter types: Those around it, which neither it nor the enum of its values must hide.
    mutating func attribute(
        _ attribute: ElectroDBAttribute, types: Set<String>, reserved others: Set<String> = []
    ) -> String {
        let reserved = Self.reservedAttributes.union(types).union(others)
        guard attribute.type.isChoice else {
            return member(for: attribute.name, reserved: reserved, otherwise: "Value")
        }
        var candidates = self
        var name = candidates.member(for: attribute.name, reserved: reserved, otherwise: "Value")
        if types.union(choices).union(taken).contains(SwiftName.typeName(of: name)) {
            candidates = self
            name = candidates.claim(name + "Value")
        }
        self = candidates
        avoid([SwiftName.typeName(of: name)])
        return name
    }

    private static func words(of text: String) -> [String] {
        text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    }

    /// The name where it is one; behind a stroke, where only its beginning is none: `2fa` → `_2fa`.
    private static func identifier(_ name: String, otherwise word: String) -> String {
        if SwiftName.isIdentifier(name) { return name }
        return SwiftName.isIdentifier("_" + name) && !name.isEmpty ? "_" + name : word
    }

    /// What a definition, or generated code, means something else by.
    private static let reservedTypes = GeneratedNames.recordTypes.union(GeneratedNames.modules).union([
        "Array", "Attribute", "AttributeValue", "Bool", "Choice", "Data", "Date", "Decimal", "DeletionProtection",
        "Dictionary", "Double", "EntityDefinition", "EntityList", "EntityMacrosLite", "GlobalIndex", "Index",
        "IndexName",
        "Init", "Int", "KeyFormat", "KeyTemplate", "LocalIndex", "Map", "MapDefinition", "Number", "OnDemand",
        "Optional",
        "PointInTimeRecovery", "Primary", "Provisioned", "ServiceDefinition", "Set", "Stream", "String", "Table",
        "TableTag", "TimeToLive", "ULID", "URL", "UUID", "AccessPatterns",
    ])

    /// What a definition of an entity has besides its attributes, and a record besides its properties.
    private static let reservedAttributes = GeneratedNames.attributes.union(reservedTypes).union([
        "accessPatterns", "entityName", "entityVersion", "pluralName", "version",
    ])
}

extension ElectroDBType {
    /// Whether an enum is made of it, in a list or a set as well.
    fileprivate var isChoice: Bool {
        switch self {
        case .choice: true
        case .list(let items): items?.type.isChoice ?? false
        case .set(let element): element.isChoice
        case .string, .number, .boolean, .any, .map: false
        }
    }
}
