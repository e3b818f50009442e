import EntityMacrosLite

extension ServicePage {
    /// The table's keys, indexes and settings.
    var table: [String] {
        let table = schema.table
        var rows = [["the table", keys(table.partition), keys(table.sort), "everything", patterns(on: nil)]]
        rows += table.indexes.map { index in
            [
                Markdown.code(index.name), keys(index.partition), keys(index.sort), projection(index.projection),
                patterns(on: index.name),
            ]
        }
        return ["## Table \(Markdown.code(table.name))", ""]
            + Markdown.table(["", "partition key", "sort key", "holds", "access patterns"], rows)
            + ["Settings: \(settings.joined(separator: ", ")).", ""]
    }

    private func keys(_ elements: [KeyElementModel]) -> String {
        elements.map { "\(Markdown.code($0.name)) (\($0.type.rawValue))" }.joined(separator: ", ")
    }

    private func projection(_ projection: ProjectionModel) -> String {
        switch projection {
        case .all: "everything"
        case .keysOnly: "keys"
        case .include(let attributes): "keys, " + attributes.map(Markdown.code).joined(separator: ", ")
        }
    }

    private func patterns(on index: String?) -> String {
        let histories = index == nil ? schema.entities.compactMap(\.history) : []
        return "\((schema.entities.flatMap(\.accessPatterns) + histories).count { $0.index == index })"
    }

    private var settings: [String] {
        let table = schema.table
        var settings: [String] = []
        switch table.capacity {
        case .onDemand: settings.append("on demand")
        case .provisioned(let units): settings.append("\(units.read) read and \(units.write) write units a second")
        }
        if let stream = table.stream { settings.append("a stream (\(stream.rawValue))") }
        if let attribute = table.timeToLiveAttribute { settings.append("time to live in \(Markdown.code(attribute))") }
        if table.pointInTimeRecovery { settings.append("point-in-time recovery") }
        if table.deletionProtection { settings.append("deletion protection") }
        settings += table.tags.sorted { $0.key < $1.key }.map { Markdown.code("\($0.key)=\($0.value)") }
        return settings
    }
}
