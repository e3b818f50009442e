/// A change of state: `$0.set(status: .toPaid)`.
///
/// The generator makes a static member for each state that can be reached, `.toPaid`, which goes there from whichever state may, and one
/// for each transition, `.placedToPaid`. An illegal one does not compile. The update demands that the stored state is one of those that
/// the move starts from, and is refused with `illegalTransition` otherwise.
///
/// Moves of states that are known at run time only are made here, and refused with `invalidValue` where no transition leads.
/// ```swift
/// order.patch { $0.set(status: .init(to: next)) }
/// ```
public struct StateMove<State: StateChoice>: Hashable, Sendable {
    /// The states that it starts from; empty where none can become `to`.
    public let from: [State]
    /// The state that it leads to.
    public let to: State

    /// A move from whichever state can become this one.
    public init(to state: State) {
        from = State.allCases.filter { $0.canBecome(state) }
        to = state
    }

    /// A move from one state to another.
    public init(from source: State, to state: State) {
        from = [source]
        to = state
    }

    /// Why there is no such move; `nil` where there is.
    var objection: String? {
        if from.isEmpty { return "cannot become \(to.rawValue): no transition of the definition leads there" }
        guard let source = from.first(where: { !$0.canBecome(to) }) else { return nil }
        let possible = source.successors.map(\.rawValue).joined(separator: ", ")
        return "cannot become \(to.rawValue) where it is \(source.rawValue), which "
            + (possible.isEmpty ? "is final" : "can become \(possible)")
    }
}

/// What an update says of a state that shares a key with other attributes: where it moves, or what it is.
public enum StatePart<State: StateChoice>: Hashable, Sendable {
    /// The state changes.
    case set(StateMove<State>)
    /// The state is this one, or else nothing is changed.
    case supplied(State)
    /// Nothing is said of the state. A key that is written and needs it refuses the update, before anything is sent.
    case omitted

    /// The same, among parts that change freely. Called by generated code.
    public var part: CompositePart<State> {
        switch self {
        case .set(let move): .set(move.to)
        case .supplied(let state): .supplied(state)
        case .omitted: .omitted
        }
    }
}

// What generated code makes of them.
extension Change {
    /// Moves a state, on condition that the stored one is among those that the move starts from.
    /// - Parameter initial: the state of items without the attribute, where they are read as if they had one.
    public static func move<State>(
        _ name: String, _ move: StateMove<State>, absentAs initial: State? = nil
    ) -> Change {
        if let objection = move.objection { return .refused(AttributePath(name), objection) }
        let transition = StateTransition(
            attribute: name, from: move.from.map(\.rawValue), to: move.to.rawValue,
            startsFromAbsence: initial.map(move.from.contains) ?? false)
        var change = Change.set(name, move.to)
        change.condition = transition.condition
        change.transitions = [transition]
        return change
    }

    /// What is said of a state.
    /// - Parameter initial: the state of items without the attribute, where they are read as if they had one.
    public static func part<State>(
        _ name: String, _ part: StatePart<State>, absentAs initial: State? = nil
    ) -> Change {
        switch part {
        case .set(let move): .move(name, move, absentAs: initial)
        case .supplied(let state): .staying(name, state, orAbsent: state == initial)
        case .omitted: Change([])
        }
    }

    private static func staying<State: StateChoice>(_ name: String, _ state: State, orAbsent: Bool) -> Change {
        var change = Change([])
        change.condition =
            StateTransition(
                attribute: name, from: [state.rawValue], to: state.rawValue, startsFromAbsence: orAbsent
            ).condition
        return change
    }
}
