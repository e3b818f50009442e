package import Codegen

/// Golden vectors: models of ElectroDB's, and what it asks of DynamoDB for them. The file's own `about` text says what is in it.
package struct VectorFile: Sendable {
    package let models: [VectorModel]
    package let cases: [VectorCase]

    /// No models and no cases.
    package init() { (models, cases) = ([], []) }

    /// - Throws: `ImportError` if the text is no file of vectors.
    package init(json text: [UInt8]) throws(ImportError) {
        let root = PlacedValue(try JSONTree(json: text))
        var models: [VectorModel] = []
        for model in try root.required("models").elements() { models.append(try VectorModel(model)) }
        var cases: [VectorCase] = []
        for element in try root.required("cases").elements() { cases.append(try VectorCase(element)) }
        self.models = models
        self.cases = cases
    }

    /// The model that is called so.
    package func model(_ id: String) -> VectorModel? { models.first { $0.id == id } }
}

/// A model, as the vectors have it.
package struct VectorModel: Sendable {
    package let id: String
    package let tree: JSONTree
    package let entity: String
    package let version: String
    /// The fields that items carry the entity's name and version in.
    package let identifierFields: (entity: String, version: String)

    init(_ value: PlacedValue) throws(ImportError) {
        id = try value.required("id").string()
        tree = value.tree
        entity = try value.required("entity").string()
        version = try value.required("version").string()
        identifierFields = (
            value["identifiers"]?.tree["entity"]?.string ?? "__edb_e__",
            value["identifiers"]?.tree["version"]?.string ?? "__edb_v__"
        )
    }

    /// Whether a record has to have the attribute.
    package func requires(_ attribute: String) -> Bool {
        tree["attributes"]?[attribute]?["required"] == .bool(true)
    }

    /// The attributes that are left out of a record without an error.
    package func hasDefault(_ attribute: String) -> Bool { tree["attributes"]?[attribute]?["default"] != nil }

    /// The name that an attribute is stored under.
    package func field(_ attribute: String) -> String {
        tree["attributes"]?[attribute]?["field"]?.string ?? attribute
    }

    package var attributes: [String] { tree["attributes"]?.members.map(\.name) ?? [] }

    /// An access pattern, by its name.
    package func index(_ name: String) -> JSONTree? { tree["indexes"]?[name] }
}
