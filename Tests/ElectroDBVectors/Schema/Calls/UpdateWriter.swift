import Codegen
import ElectroDBCases

/// Writes an update: attributes by themselves, and those that share a key together.
struct UpdateWriter {
    let vector: VectorCase
    let callee: Callee

    private var entity: EntityModel { callee.entity }

    func lines(key: String) throws(Inexpressible) -> [String] {
        let set = callee.values(vector.input["set"] ?? .null)
        let added = callee.values(vector.input["add"] ?? .null)
        let removed = Set(
            (vector.input["remove"] ?? .null).elements.compactMap(\.string).compactMap { callee.attribute($0)?.name })
        for attribute in entity.attributes where !attribute.isUpdatable {
            if set[attribute.name] != nil || added[attribute.name] != nil || removed.contains(attribute.name) {
                throw Inexpressible(.invalid, "\(attribute.name) never changes")
            }
        }
        var changes: [String] = []
        /// The attributes of groups that change, whose supplied values are conditions already.
        var demanded: Set<String> = []
        let grouped = Set(entity.updateGroups.flatMap(\.attributes))
        for attribute in entity.attributes where !grouped.contains(attribute.name) {
            let property = "$0.\(SwiftKeyword.escapedMember(attribute.name))"
            if let value = set[attribute.name] {
                changes.append("\(property).set(\(try callee.literal(value, attribute)))")
            }
            if let value = added[attribute.name] {
                changes.append("\(property).add(\(try callee.literal(value, attribute)))")
            }
            if removed.contains(attribute.name) {
                guard attribute.isOptional else { throw Inexpressible(.invalid, "\(attribute.name) has to be there") }
                changes.append("\(property).remove()")
            }
        }
        for group in entity.updateGroups {
            let members = group.attributes.compactMap(entity.attribute)
            if let name = members.first(where: { added[$0.name] != nil })?.name {
                throw Inexpressible(.none, "\(name) is part of a key, and is set to a value there")
            }
            if let change = try change(members, set, removed) {
                changes.append(change)
                demanded.formUnion(group.attributes)
            }
        }
        // What is supplied for keys that stay as they are is a condition, and nothing else.
        var conditions: [String] = []
        let supplied = callee.values(vector.composite)
        for attribute in entity.attributes where !demanded.contains(attribute.name) {
            guard let value = supplied[attribute.name] else { continue }
            let field = "$0.\(SwiftKeyword.escapedMember(attribute.name))"
            conditions.append("\(field) == \(try callee.literal(value, attribute))")
        }
        let condition = conditions.isEmpty ? "" : ".if { \(conditions.joined(separator: " && ")) }"
        let creating = vector.operation == .update ? ".orCreate()" : ""
        return ["_ = try await \(entity.typeName).\(vector.operation.rawValue)(\(key)) {"] + changes.map { "    \($0)" }
            + ["}\(creating)\(condition).run(on: db)"]
    }

    /// The function that sets a group; nil where nothing of it changes.
    private func change(
        _ members: [AttributeModel], _ set: [String: JSONTree], _ removed: Set<String>
    ) throws(Inexpressible) -> String? {
        let supplied = callee.values(vector.composite)
        var arguments: [(label: String, value: String?, isSupplied: Bool)] = []
        for attribute in members {
            let label = "\(SwiftKeyword.escapedParameter(attribute.name)):"
            if let value = set[attribute.name] {
                arguments.append((label, try callee.literal(value, attribute), false))
            } else if removed.contains(attribute.name) {
                guard attribute.isOptional else { throw Inexpressible(.invalid, "\(attribute.name) has to be there") }
                arguments.append((label, "nil", false))
            } else if let value = supplied[attribute.name] {
                arguments.append((label, try callee.literal(value, attribute), true))
            } else {
                arguments.append((label, nil, false))
            }
        }
        guard arguments.contains(where: { $0.value != nil && !$0.isSupplied }) else { return nil }
        if arguments.allSatisfy({ $0.value != nil && !$0.isSupplied }) {
            return "$0.set(\(arguments.map { "\($0.label) \($0.value ?? "")" }.joined(separator: ", ")))"
        }
        guard arguments.contains(where: \.isSupplied) else {
            let names = members.map(\.name).joined(separator: ", ")
            throw Inexpressible(.missing, "\(names) are set together")
        }
        let parts = arguments.map { label, value, isSupplied in
            value.map { "\(label) .\(isSupplied ? "supplied" : "set")(\($0))" } ?? "\(label) .omitted"
        }
        return "$0.set(\(parts.joined(separator: ", ")))"
    }
}
