import Codegen
import ElectroDBCases
import EntityMacrosLite

/// Writes the query of a collection, cut to the members that the case's service has.
struct CollectionWriter {
    let vector: VectorCase
    let callees: [Callee]

    func call() throws(Inexpressible) -> String {
        let schema = callees[0].schema
        guard let collection = schema.collections.first(where: { $0.name == vector.collection }) else {
            throw Inexpressible(.none, "\(schema.typeName) has no collection \(vector.collection ?? "")")
        }
        let members = collection.members.filter { member in
            callees.contains { $0.entity.typeName == member.entity }
        }
        guard let (entity, pattern) = schema.leader(of: collection) else {
            throw Inexpressible(.none, "the collection has no members")
        }
        let callee = callees.first { $0.entity.typeName == entity.typeName } ?? callees[0]
        // What all members have is called by the first one's names.
        let own = Callee(model: callee.model, entity: entity, schema: schema, names: callee.names)
        let shared = pattern.sortParts.prefix { isShared($0, of: collection, own) }
        let arguments = try KeyArguments(callee: own, partition: pattern.partitionParts, sort: Array(shared))
            .text(input: vector.input, range: vector.range)
        var call = "\(schema.typeName).\(SwiftKeyword.escapedMember(collection.functionName))(\(arguments))"
        if members.count < collection.members.count {
            call += ".only(\(members.map { "\\.\($0.propertyName)" }.joined(separator: ", ")))"
        }
        return call + ".comparing(.keys)"
    }

    /// Whether all members have a part in the same place of their sort keys. Isolated keys have the entity's name before.
    private func isShared(_ part: KeyPlaceholderModel, of collection: CollectionModel, _ first: Callee) -> Bool {
        collection.members.allSatisfy { member in
            guard let entity = first.schema.entity(member.entity),
                let pattern = entity.accessPatterns.first(where: { $0.name == member.accessPattern }),
                pattern.type == .clustered || pattern.sort.allSatisfy(\.isNative),
                pattern.sort.allSatisfy({ $0.template?.isComposite ?? true })
            else { return false }
            return pattern.sortParts.contains { other in
                entity.attribute(other.attribute)?.keyName == first.entity.attribute(part.attribute)?.keyName
                    && other.encoding == part.encoding
            }
        }
    }
}

extension KeyAttributePatternModel {
    fileprivate var isNative: Bool { if case .native = self { true } else { false } }
}

extension AttributeModel {
    /// What composite keys call it.
    fileprivate var keyName: String { label ?? name }
}
