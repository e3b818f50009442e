/// Everything that a service's definitions say, resolved: the generator's input, and what a schema file holds.
///
/// Order is that of the definitions throughout. Locations and nothing else are left out of the coded form, so that
/// moving a line changes no file.
public struct ServiceSchema: Hashable, Sendable, Codable {
    /// The version of the coded form that this code writes. It changes whenever an older reader would misread it.
    public static let currentFormatVersion = 3

    public var formatVersion = Self.currentFormatVersion
    /// The service's name: `cms`.
    public var name: String
    /// The definition's type, and that of the generated namespace: `CMS`.
    public var typeName: String
    public var documentation: [String]
    public var keyFormat: KeyFormatName
    /// The attribute that every item carries its entity's name in, as it is stored.
    public var entityAttribute: String
    /// The attribute that every item carries its entity's version in, as it is stored; nil where it carries none.
    public var versionAttribute: String?
    public var table: TableModel
    public var entities: [EntityModel]
    /// The nested maps that the entities use, each once, sorted by type name.
    public var maps: [MapModel]
    public var collections: [CollectionModel]
    /// The modules that generated code imports for the user's own types, sorted.
    public var imports: [String]
    /// What the schema deliberately does not support, in Markdown.
    public var unsupported: [String] = []

    public init(
        name: String, typeName: String, documentation: [String] = [], keyFormat: KeyFormatName = .native,
        entityAttribute: String = "_entity", versionAttribute: String? = nil, table: TableModel,
        entities: [EntityModel] = [], maps: [MapModel] = [],
        collections: [CollectionModel] = [], imports: [String] = []
    ) {
        self.name = name
        self.typeName = typeName
        self.documentation = documentation
        self.keyFormat = keyFormat
        self.entityAttribute = entityAttribute
        self.versionAttribute = versionAttribute
        self.table = table
        self.entities = entities
        self.maps = maps
        self.collections = collections
        self.imports = imports
    }
}

/// How the text of a composite key is derived from its attributes.
public enum KeyFormatName: String, Hashable, Sendable, Codable, CaseIterable {
    case native
    case electroDB
    case electroDBBeta

    /// Whether keys are those of ElectroDB.
    var isElectroDB: Bool { self != .native }
}

extension ServiceSchema {
    /// The entity that is generated as `typeName`.
    public func entity(_ typeName: String) -> EntityModel? { entities.first { $0.typeName == typeName } }

    /// The nested map that is generated as `typeName`.
    public func map(_ typeName: String) -> MapModel? { maps.first { $0.typeName == typeName } }
}
