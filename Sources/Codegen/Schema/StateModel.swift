/// What one state can become.
public struct StateTransitionModel: Hashable, Sendable, Codable {
    /// A value of the choice.
    public var from: String
    /// Others, in the order of the definition.
    public var to: [String]

    public init(from: String, to: [String]) {
        self.from = from
        self.to = to
    }
}

/// A move that generated code has a name for.
struct StateMoveModel: Hashable {
    /// `toPaid`, or `placedToPaid` where the state that it starts from is named.
    var name: String
    var from: ChoiceModel.Case?
    var to: ChoiceModel.Case
}

extension AttributeModel {
    /// Whether it changes by the transitions of the definition only.
    public var isState: Bool { transitions != nil }

    /// The moves that are legal: to each state that another can become, and each transition by itself.
    var moves: [StateMoveModel] {
        guard let transitions, case .choice(let choice) = type else { return [] }
        func state(_ text: String) -> ChoiceModel.Case? { choice.cases.first { $0.rawValue == text } }
        let reached = Set(transitions.flatMap(\.to))
        let general = choice.cases.filter { reached.contains($0.rawValue) }.map { state in
            StateMoveModel(name: "to" + SwiftName.upperFirst(state.name), from: nil, to: state)
        }
        let particular = transitions.flatMap { transition in
            transition.to.compactMap { text -> StateMoveModel? in
                guard let from = state(transition.from), let to = state(text) else { return nil }
                return StateMoveModel(name: from.name + "To" + SwiftName.upperFirst(to.name), from: from, to: to)
            }
        }
        return general + particular
    }
}
