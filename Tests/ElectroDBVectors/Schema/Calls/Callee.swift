import Codegen
import ElectroDBCases

/// A model of the vectors, and the entity that it has become.
struct Callee {
    let model: VectorModel
    let entity: EntityModel
    let schema: ServiceSchema
    let names: ElectroDBImporter.Output.Entity

    /// The entity's attribute that the model calls so.
    func attribute(_ name: String) -> AttributeModel? { names.attributes[name].flatMap(entity.attribute) }

    /// How the model calls an attribute of the entity's.
    func modelName(of attribute: String) -> String {
        names.attributes.first { $0.value == attribute }?.key ?? attribute
    }

    /// Values by the entity's names, without those that it has no attribute for: ElectroDB drops them as well.
    func values(_ tree: JSONTree) -> [String: JSONTree] {
        var values: [String: JSONTree] = [:]
        for member in tree.members {
            if let attribute = attribute(member.name) { values[attribute.name] = member.value }
        }
        return values
    }

    /// An attribute's value as it is written in Swift.
    ///
    /// - Throws: That the value is none of its type's.
    func literal(_ value: JSONTree, _ attribute: AttributeModel) throws(Inexpressible) -> String {
        let definition = model.tree["attributes"]?[modelName(of: attribute.name)]
        guard let text = ValueLiteral(schema: schema).text(value, attribute.type, definition) else {
            throw Inexpressible(.invalid, "\(attribute.name) is a \(attribute.swiftType), which this is not")
        }
        return text
    }
}

/// Why a call cannot be written: it would not compile.
struct Inexpressible: Error {
    /// ElectroDB's codes for what it finds out when it is called.
    enum Code: Int {
        case missing = 2002
        case invalid = 3001
        /// Nothing that ElectroDB minds.
        case none = 0
    }

    let code: Code
    let reason: String

    init(_ code: Code, _ reason: String) {
        self.code = code
        self.reason = reason
    }
}
