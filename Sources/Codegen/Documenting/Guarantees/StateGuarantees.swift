import EntityMacrosLite

// What is promised of states, and of leases.

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
                "Each move carries the states that it starts from as a condition: from another it is refused.",
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
}
