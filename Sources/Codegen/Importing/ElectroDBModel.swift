/// An ElectroDB model, as its JSON says it.
struct ElectroDBModel {
    /// The fields that items carry their entity's name and version in.
    struct Identifiers: Hashable {
        var entity = "__edb_e__"
        var version = "__edb_v__"
    }

    /// Where it stands: `models[2]`; empty for a text that is one model.
    var place: String
    var entity: String
    var service: String
    var version: String
    /// Whether it is of ElectroDB's beta, whose partition keys hold the version.
    var isBeta: Bool
    var identifiers = Identifiers()
    /// The table's name, if the export has it.
    var table: String?
    var attributes: [ElectroDBAttribute] = []
    /// The table's own access pattern first.
    var indexes: [ElectroDBIndex] = []

    func attribute(_ name: String) -> ElectroDBAttribute? { attributes.first { $0.name == name } }
}

/// An attribute of a model or of a map.
struct ElectroDBAttribute {
    struct Padding: Hashable {
        var length: Int
        var fill: String
    }

    /// What a record gets that leaves the attribute out.
    enum Initial {
        case nothing
        case value(JSONTree)
        /// What a function returns, of which JSON has only a trace.
        case function
    }

    /// What checks values.
    enum Validation {
        case nothing
        /// A regular expression, as Swift writes it.
        case pattern(String)
        case function
    }

    /// Whose changes make the attribute be worked out again.
    enum Watch {
        case nothing
        case everything
        case attributes([String])
    }

    var name: String
    var type: ElectroDBType
    var field: String?
    var isRequired = false
    var isReadOnly = false
    var isHidden = false
    var label: String?
    var padding: Padding?
    var initial = Initial.nothing
    var validation = Validation.nothing
    var hasGetter = false
    var hasSetter = false
    var watch = Watch.nothing

    /// The name that it is stored under.
    var storedName: String { field ?? name }
}

indirect enum ElectroDBType {
    case string, number, boolean, any
    case choice([String])
    /// Nil for elements of any type.
    case list(ElectroDBAttribute?)
    case set(ElectroDBType)
    /// Without properties, a map of anything.
    case map([ElectroDBAttribute])
}

/// An access pattern of a model.
struct ElectroDBIndex {
    enum Kind: String {
        case isolated, clustered, composite
    }

    enum Projection: Hashable {
        case all, keysOnly
        /// Names of attributes.
        case include([String])
    }

    var name: String
    /// Nil for the table itself.
    var index: String?
    var kind = Kind.isolated
    /// The widest first.
    var collections: [String] = []
    var scope: String?
    var projection = Projection.all
    var hasCondition = false
    var partition: ElectroDBKey
    var sort: ElectroDBKey?
}

/// How an access pattern makes one key.
struct ElectroDBKey {
    enum Casing: String {
        case lower, upper, none
    }

    enum Cast: String {
        case string, number
    }

    enum Segment: Hashable {
        case text(String)
        case attribute(String)
    }

    /// Nil in a multi-attribute index, whose keys are the attributes themselves.
    var field: String?
    /// The names of the attributes that it is made of.
    var attributes: [String]
    var template: [Segment]?
    var casing: Casing?
    var cast: Cast?
}
