import EntityMacrosLite

/// That states are known, can be reached from where records begin, and can change by themselves.
enum StateChecks {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        for entity in schema.entities {
            for attribute in entity.attributes {
                guard let transitions = attribute.transitions, case .choice(let choice) = attribute.type else {
                    continue
                }
                func error(_ code: String, _ message: String) {
                    collector.error(
                        code, "'\(attribute.name)' of \(entity.typeName) " + message, at: attribute.location)
                }
                checkNames(attribute, transitions, choice, error)
                checkReach(attribute, transitions, choice, error)
                checkPlace(of: attribute, in: entity, error)
            }
        }
    }

    private static func checkNames(
        _ attribute: AttributeModel, _ transitions: [StateTransitionModel], _ choice: ChoiceModel,
        _ error: (String, String) -> Void
    ) {
        let known = choice.cases.map(\.rawValue)
        let unknown = transitions.flatMap { [$0.from] + $0.to }.filter { !known.contains($0) }
        for state in Set(unknown).sorted() {
            error(
                "state-unknown",
                "has a transition of \"\(state)\", which is none of its states (\(list(known))): list it, or take it away."
            )
        }
        if let source = repeated(transitions.map(\.from)) {
            error("state-repeated", "says twice what \"\(source)\" can become: write one list.")
        }
        for transition in transitions {
            guard let target = repeated(transition.to) else { continue }
            error(
                "state-repeated", "says twice that \"\(transition.from)\" can become \"\(target)\": take one away.")
        }
        if choice.cases.contains(where: { $0.name == "transitions" }) {
            error("state-name", "has a state '.transitions', which is what the list of all is called: rename it.")
        }
        // What is said twice is one move.
        guard unknown.isEmpty, let name = repeated(Set(attribute.moves).map(\.name).sorted()) else { return }
        error("state-name", "has two moves that would both be called '.\(name)': rename a state.")
    }

    private static func checkReach(
        _ attribute: AttributeModel, _ transitions: [StateTransitionModel], _ choice: ChoiceModel,
        _ error: (String, String) -> Void
    ) {
        guard case .string(let initial)? = attribute.defaultValue else {
            error("state-default", "has states, and none to begin with: give a '.default'.")
            return
        }
        var reached: Set<String> = [initial]
        var open = [initial]
        while let state = open.popLast() {
            for next in transitions.filter({ $0.from == state }).flatMap(\.to) where reached.insert(next).inserted {
                open.append(next)
            }
        }
        let lost = choice.cases.map(\.rawValue).filter { !reached.contains($0) }
        guard !lost.isEmpty else { return }
        error(
            "state-unreachable",
            "begins as \"\(initial)\", from where no transitions lead to \(list(lost)): add one, or take the state away."
        )
    }

    /// A state shares an update with others only where it can be left as it is.
    private static func checkPlace(
        of attribute: AttributeModel, in entity: EntityModel, _ error: (String, String) -> Void
    ) {
        if attribute.isPrimaryKeyPart {
            error("state-bound", "is a state, and part of the primary key, which never changes: use an index.")
            return
        }
        guard let model = entity.updateGroups.first(where: { $0.attributes.contains(attribute.name) }),
            let group = UpdateGroup(model, of: entity), group.settable.count > 1
        else { return }
        let others = group.settable.map(\.name).filter { $0 != attribute.name }.map { "'\($0)'" }.joined(
            separator: ", ")
        if let claim = group.claims.first?.attribute.name {
            error(
                "state-bound",
                "is a state that can only be set together with \(others), since '\(claim)' is unique: take it out of the scope or the key."
            )
        } else if let derived = group.derived.first?.name {
            error(
                "state-bound",
                "is a state that can only be set together with \(others), since '\(derived)' is computed from them: compute it from the state alone."
            )
        }
    }

    private static func repeated(_ texts: [String]) -> String? {
        var seen: Set<String> = []
        return texts.first { !seen.insert($0).inserted }
    }

    private static func list(_ texts: [String]) -> String { texts.map { "\"\($0)\"" }.joined(separator: ", ") }
}
