import EntityMacrosLite

// What is promised of states, of leases and of reservations.

extension GuaranteeSource {
    static let states = GuaranteeSource { entity, _ in
        entity.attributes.compactMap { attribute in
            guard attribute.isState, case .choice(let choice) = attribute.type else { return nil }
            func name(_ text: String) -> String { choice.cases.first { $0.rawValue == text }?.name ?? text }
            var diagram = ["stateDiagram-v2"]
            if case .string(let initial)? = attribute.defaultValue { diagram.append("    [*] --> \(name(initial))") }
            for transition in attribute.transitions ?? [] {
                diagram += transition.to.map { "    \(name(transition.from)) --> \(name($0))" }
            }
            return Guarantee(
                "`\(attribute.name)` moves by transitions",
                "\(moves(of: attribute, in: entity)) carries the states that it starts from as a condition: from another it is refused.",
                diagram: diagram.joined(separator: "\n"))
        }
    }

    static let leases = GuaranteeSource { entity, _ in
        entity.attributes.filter { $0.role == .lease }.map {
            Guarantee(
                "One worker at a time, by `\($0.name)`",
                """
                Taking the lease is conditional on nobody having it. Its token grows each time, and writes made `whileLeased()` are \
                refused without it.
                """)
        }
    }

    /// `.toPaid`, `.toShipped`: how an update makes it another state, wherever it is.
    private static func moves(of attribute: AttributeModel, in entity: EntityModel) -> String {
        let names = attribute.moves.filter { $0.from == nil }.map { "`.\($0.name)`" }
        return entity.history == nil
            ? "A move (\(names.joined(separator: ", ")), or from one state alone)" : "A change of it"
    }

    static let reservations = GuaranteeSource { entity, _ in
        guard let holder = entity.holder, let expiry = entity.expiry else { return [] }
        return [
            Guarantee(
                "Reserved by `\(holder.name)`, until `\(expiry.name)`",
                """
                `reserve` holds what nobody holds, several records or none. `confirm` lets a hold last, and `release` gives it back, as long \
                as it is this one: who comes too late is refused.
                """)
        ]
    }
}
