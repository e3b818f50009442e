/// Collects what is wrong with a record that is to come after another one, and what the stored one must have for it to be right.
public struct ReplacementCheck: Hashable, Sendable {
    private(set) var problem: AttributeError?
    private(set) var condition: Condition?
    /// The changes of state.
    private(set) var transitions: [StateTransition] = []
    /// That nobody has touched the lease since the record was read.
    private(set) var lease: LeaseDemand?
    /// Whether the record becomes what it was once, its lease aside: that is no state of the record.
    var keepsLease = false

    /// Checks an attribute that never changes.
    /// - Parameters:
    ///   - isSame: whether both records have the same value.
    ///   - holding: the change that demands the former value of what is stored: a record may have been changed since it was read.
    public mutating func unchanged(_ name: String, _ isSame: Bool, _ holding: Change) {
        if !isSame { refuse(name, "is set when the item is created, and never changed") }
        demand(holding)
    }

    /// Checks a state, which changes by the transitions of the definition only.
    /// - Parameter initial: the state of items without the attribute, where they are read as if they had one.
    public mutating func state<State: StateChoice>(
        _ name: String, from former: State, to state: State, absentAs initial: State? = nil
    ) {
        let part = former == state ? StatePart.supplied(state) : .set(StateMove(from: former, to: state))
        demand(.part(name, part, absentAs: initial))
    }

    /// Checks a lease, which changes by taking it, renewing it and giving it back only. None of that counts as a version, but the whole item
    /// is written, the lease with it: whoever has taken or renewed it since the record was read is in the way.
    public mutating func lease(_ name: String, from former: Lease?, to lease: inout Lease?) {
        if keepsLease { lease = former }
        if lease != former { refuse(name, "is a lease, which is taken and given back, and not set") }
        // Whether it is over is of no account.
        let demand = LeaseDemand(attribute: name, kind: .untouched(former), date: .distantPast)
        condition = Condition.joined(condition, demand.condition)
        self.lease = demand
    }

    /// Refuses the record: nothing is sent.
    public mutating func refuse(_ name: String, _ reason: String) {
        problem = problem ?? AttributeError(.invalidValue, path: name, reason: reason)
    }

    /// Lets nothing be written unless what a change demands holds for what is stored; what it sets is of no account.
    public mutating func demand(_ change: Change) {
        condition = Condition.joined(condition, change.condition)
        transitions += change.transitions
        problem = problem ?? change.problem
    }
}
