import Codegen
import ElectroDBCases
import EntityMacrosLite

/// Writes the call of a case as a user would, knowing the case's input and the entity, and nothing of what is expected.
struct CallWriter {
    let vector: VectorCase
    /// The models of the case.
    let callees: [Callee]

    /// The lines of a function that makes the call on `db`.
    func lines() throws(Inexpressible) -> [String] {
        guard let callee = callees.first else { throw Inexpressible(.none, "there is no such model") }
        switch vector.operation {
        case .put, .create: return ["_ = try await \(try creation(of: callee)).run(on: db)"]
        case .upsert: return ["_ = try await \(try upsert(callee)).run(on: db)"]
        case .get, .delete:
            let key = try key(vector.input, of: callee)
            return ["_ = try await \(callee.entity.typeName).\(vector.operation.rawValue)(\(key)).run(on: db)"]
        case .update, .patch:
            return try UpdateWriter(vector: vector, callee: callee).lines(
                key: key(vector.input["key"] ?? .null, of: callee))
        case .query: return ["_ = try await \(try query(callee)).comparing(.keys).all(on: db)"]
        case .scan: return ["_ = try await \(try scan(callee)).all(on: db)"]
        case .collection:
            return ["_ = try await \(try CollectionWriter(vector: vector, callees: callees).call()).all(on: db)"]
        }
    }

    // MARK: Whole records

    private func creation(of callee: Callee) throws(Inexpressible) -> String {
        "\(callee.entity.typeName).\(vector.operation.rawValue)(\(try draft(callee)))"
    }

    /// An upsert is given the parts of index keys beside the draft, where a draft could leave them out.
    private func upsert(_ callee: Callee) throws(Inexpressible) -> String {
        let values = callee.values(vector.input)
        var arguments = [try draft(callee)]
        guard let demands = callee.entity.upsertDemands(in: callee.schema.keyFormat) else {
            throw Inexpressible(.none, "an upsert would leave a key behind that does not agree with its attributes")
        }
        for attribute in demands {
            arguments.append("\(label(attribute)) \(try argument(values[attribute.name], attribute, callee))")
        }
        return "\(callee.entity.typeName).upsert(\(arguments.joined(separator: ", ")))"
    }

    private func argument(
        _ value: JSONTree?, _ attribute: AttributeModel, _ callee: Callee
    ) throws(Inexpressible) -> String {
        if let value { return try callee.literal(value, attribute) }
        switch attribute.defaultValue {
        case .string(let text): return try callee.literal(.string(text), attribute)
        case .integer(let digits), .number(let digits): return digits
        case .bool(let value): return "\(value)"
        case .enumCase, nil: return "nil"
        }
    }

    private func draft(_ callee: Callee) throws(Inexpressible) -> String {
        let values = callee.values(vector.input)
        // ElectroDB checks values and required attributes first, and keys after that.
        var arguments: [String] = []
        var missing: Inexpressible?
        for attribute in callee.entity.attributes where attribute.isInDraft {
            if let value = values[attribute.name] {
                arguments.append("\(label(attribute)) \(try callee.literal(value, attribute))")
            } else if !attribute.isOptionalInDraft {
                let problem = Inexpressible(
                    callee.model.requires(callee.modelName(of: attribute.name)) ? .invalid : .missing,
                    "a draft needs \(attribute.name)")
                if problem.code == .invalid { throw problem }
                missing = problem
            }
        }
        if let missing { throw missing }
        return ".init(\(arguments.joined(separator: ", ")))"
    }

    private func label(_ attribute: AttributeModel) -> String { "\(SwiftKeyword.escapedParameter(attribute.name)):" }

    // MARK: Keys

    private func key(_ tree: JSONTree, of callee: Callee) throws(Inexpressible) -> String {
        let values = callee.values(tree)
        var arguments: [String] = []
        for name in callee.entity.primaryKeyAttributes {
            guard let attribute = callee.entity.attribute(name), let value = values[name] else {
                throw Inexpressible(.missing, "the primary key has \(name)")
            }
            arguments.append("\(label(attribute)) \(try callee.literal(value, attribute))")
        }
        return arguments.joined(separator: ", ")
    }

    // MARK: Reading

    private func query(_ callee: Callee) throws(Inexpressible) -> String {
        let name = vector.accessPattern.flatMap { callee.names.accessPatterns[$0] } ?? ""
        guard let pattern = callee.entity.accessPatterns.first(where: { $0.name == name }) else {
            throw Inexpressible(.none, "\(callee.entity.typeName) has no access pattern \(vector.accessPattern ?? "")")
        }
        let arguments = try KeyArguments(
            callee: callee, partition: pattern.partitionParts, sort: pattern.sortParts,
            ordered: OrderedSortParts(pattern, of: callee.entity)
        ).text(input: vector.input, range: vector.range)
        return "\(callee.entity.typeName).\(SwiftKeyword.escapedMember(name))(\(arguments))"
    }

    private func scan(_ callee: Callee) throws(Inexpressible) -> String {
        guard let name = vector.accessPattern else { return "\(callee.entity.typeName).scan()" }
        guard let pattern = callee.names.accessPatterns[name] else {
            throw Inexpressible(.none, "\(callee.entity.typeName) has no access pattern \(name)")
        }
        return "\(callee.entity.typeName).scan(.\(SwiftKeyword.escapedMember(pattern)))"
    }
}

extension AttributeModel {
    /// Whether a draft has the attribute: not those that the library sets by itself.
    fileprivate var isInDraft: Bool {
        switch role {
        case .plain, .generated, .timeToLive, .tenant: true
        case .counter, .version, .createdAt, .updatedAt, .lease: false
        }
    }
}
