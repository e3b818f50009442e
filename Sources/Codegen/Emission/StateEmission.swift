import EntityMacrosLite

/// Writes what there is to say of an attribute that changes by transitions.
enum StateEmission {
    /// `static let transitions: [Status: [Status]] = [.placed: [.paid, .cancelled]]`
    static func transitions(of attribute: AttributeModel, _ access: AccessLevel) -> [DeclarationSyntax] {
        guard let transitions = attribute.transitions else { return [] }
        func state(_ text: String) -> ExpressionSyntax {
            LiteralValue.string(text).expression(as: attribute.type)
        }
        let entries = transitions.map { transition in
            DictionaryEntrySyntax(key: state(transition.from), value: .array(transition.to.map(state)))
        }
        return [
            .property(
                PropertySyntax(
                    documentation: ["What each state can become."], modifiers: access.modifiers + ["static"],
                    isConstant: true, name: "transitions", type: "[Self: [Self]]",
                    content: .stored(.dictionary(entries))))
        ]
    }
}

extension EntityEmitter {
    /// The moves of each state: only those that the definition has a transition for.
    var moves: [DeclarationSyntax] {
        entity.attributes.filter(\.isState).map { attribute in
            let type = attribute.valueType(choicesIn: entity.typeName)
            return .type(
                TypeSyntax(
                    documentation: ["The moves of ``\(entity.typeName)/\(attribute.name)``."], keyword: .extension,
                    name: "Entities.StateMove<\(type)>", members: attribute.moves.map { .property(member($0)) }))
        }
    }

    /// `public static var placedToPaid: Self { .init(from: .placed, to: .paid) }`
    private func member(_ move: StateMoveModel) -> PropertySyntax {
        let from = move.from.map { [ArgumentSyntax("from", .member(nil, $0.name))] } ?? []
        return PropertySyntax(
            modifiers: staticModifiers, name: move.name, type: "Self",
            content: .computed([
                .expression(.implicitInit(from + [ArgumentSyntax("to", .member(nil, move.to.name))]))
            ]))
    }
}

extension AttributeModel {
    /// The type of what an update sets it to: a move, of a state.
    var changedType: String { isState ? "Entities.StateMove<\(recordType())>" : recordType() }

    /// The type of what an update says of it, among others that share a key with it.
    var partType: String {
        if isState { return "Entities.StatePart<\(recordType())>" }
        return "Entities.\(isUpdatable ? "CompositePart" : "KeptPart")<\(recordType())>"
    }
}
