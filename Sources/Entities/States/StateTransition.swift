/// A change of state in an update: what the stored state has to be for it.
struct StateTransition: Hashable, Sendable {
    /// The name under which the state is stored.
    let attribute: String
    let from: [String]
    let to: String
    /// Whether an item without the attribute counts as one in a state that the transition starts from.
    var startsFromAbsence = false

    var condition: Condition {
        let here = Operand.path(AttributePath(attribute))
        let states = from.map { Operand.value(.string($0)) }
        let isThere = states.count == 1 ? Condition.compare(here, .equal, states[0]) : .isIn(here, states)
        return startsFromAbsence ? .or(.notExists(here), isThere) : isThere
    }

    /// Whether an item is in none of the states that the transition starts from.
    func isIllegal(for item: EncodedItem) -> Bool {
        guard let state = item[attribute] else { return !startsFromAbsence }
        return !from.contains { state == .string($0) }
    }

    /// What is wrong with an item that it is illegal for.
    func message(for item: EncodedItem, of name: String) -> String {
        let state =
            switch item[attribute] {
            case .string(let text)?: text
            case let other?: "\(other)"
            case nil: "absent"
            }
        return "\(attribute) of the \(name) cannot become \(to): it is \(state), and only "
            + "\(from.joined(separator: " or ")) can (see `item`)"
    }
}
