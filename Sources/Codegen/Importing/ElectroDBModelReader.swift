/// Reads ElectroDB models from JSON: one, an array of them, or an object with `models`.
///
/// A model is ElectroDB's own (`{"model": {"entity", "version", "service"}, "attributes", "indexes"}`), or has the three names at its
/// root, as the models of ElectroDB's beta do.
struct ElectroDBModelReader {
    /// Whether models with the three names at their root are of ElectroDB's beta even if nothing else says so.
    var readsBeta = false
    private(set) var notes: [ImportNote] = []

    mutating func read(_ tree: JSONTree) throws(ImportError) -> [ElectroDBModel] {
        let root = PlacedValue(tree)
        let values: [PlacedValue]
        if case .array = tree {
            values = try root.elements()
        } else if let models = root["models"] {
            values = try models.elements()
        } else {
            values = [root]
        }
        guard !values.isEmpty else { throw root.error("There is no model in it.") }
        var models: [ElectroDBModel] = []
        for value in values { models.append(try model(value)) }
        return models
    }

    private mutating func model(_ value: PlacedValue) throws(ImportError) -> ElectroDBModel {
        let indexValues = try value.required("indexes").members()
        let names = value["model"] ?? value
        let isOldStyle = indexValues.contains { $0.value["pk"]?["facets"] != nil }
        var model = ElectroDBModel(
            place: value.place, entity: try names.required("entity").string(),
            service: try names.required("service").string(), version: try names.required("version").string(),
            isBeta: value["model"] == nil && (readsBeta || isOldStyle), table: try value["table"].string())
        if let identifiers = value["identifiers"] {
            model.identifiers.entity = try identifiers["entity"].string() ?? model.identifiers.entity
            model.identifiers.version = try identifiers["version"].string() ?? model.identifiers.version
        }
        if value["filters"] != nil {
            note(
                model.entity,
                "'filters' are functions, which JSON does not hold: write a function that returns a query.")
        }
        for (name, attribute) in try value.required("attributes").members() {
            var reader = ElectroDBAttributeReader(subject: "\(model.entity).\(name)", isNested: false)
            model.attributes.append(try reader.attribute(name, attribute))
            notes += reader.notes
        }
        for (name, index) in indexValues {
            var reader = ElectroDBIndexReader(model: model, subject: "\(model.entity).\(name)")
            let pattern = try reader.index(name, index)
            notes += reader.notes
            model.indexes.append(pattern)
        }
        guard model.indexes.count(where: { $0.index == nil }) == 1 else {
            throw value.error(
                "of the indexes exactly one has to be the table's own, which is the one without 'index'")
        }
        model.indexes.sort { $0.index == nil && $1.index != nil }
        return model
    }

    private mutating func note(_ subject: String, _ message: String) { notes.append(ImportNote(subject, message)) }
}
