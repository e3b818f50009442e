import Entities

/// What a page says of a collection.
struct CollectionSection {
    let model: CollectionModel
    private let emission: CollectionEmission
    private let service: ServiceEmitter
    /// The read units of one record of each kind.
    let capacity: Double?

    init?(_ model: CollectionModel, of service: ServiceEmitter, _ entities: [EntitySection]) {
        guard let emission = CollectionEmission(model, of: service) else { return nil }
        self.model = model
        self.emission = emission
        self.service = service
        let members = model.members.compactMap { member in
            entities.first { $0.entity.typeName == member.entity }?.patterns[member.accessPattern]
        }
        capacity = EntityCapacity.together(members, in: model.index)
    }

    var lines: [String] {
        let members = model.members.map { "`.\($0.propertyName)` (`\($0.entity).\($0.accessPattern)`)" }
        let filter = model.filtersByEntity ? " Items of others in the partition are filtered out." : ""
        return ["### \(model.name)", "", "One query reads \(members.joined(separator: ", ")).\(filter)", ""]
            + Markdown.table(["call", "on", "key condition"], rows)
    }

    private var rows: [[String]] {
        let partition = emission.pattern.partition.map { "\($0.keyAttribute) = \(KeyNotation.text($0))" }
        return emission.functions.map { function in
            var terms = partition
            if function.parameters.count == emission.parameters.count, !model.sortPrefix.segments.isEmpty,
                let key = emission.pattern.sort.first?.keyAttribute
            {
                terms.append("begins_with(\(key), \(KeyNotation.text(model.sortPrefix)))")
            }
            let given = function.parameters.dropFirst(emission.parameters.count).map { "{\($0.name)}" }
            if !given.isEmpty {
                terms.append("what all members' sort keys begin with: \(given.joined(separator: ", "))")
            }
            return [
                Markdown.code(SwiftNotation.call(function, on: service.schema.typeName)),
                model.index.map(Markdown.code) ?? "the table", Markdown.code(terms.joined(separator: " AND ")),
            ]
        }
    }
}
