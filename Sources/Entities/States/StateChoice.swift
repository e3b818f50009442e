/// The states of an attribute whose changes the definition lists: an enum that the generator makes.
///
/// ```swift
/// Order.Status.placed.successors                  // [.paid, .cancelled]
/// Order.Status.placed.canBecome(.shipped)         // false
/// ```
public protocol StateChoice: AttributeChoice {
    /// What each state can become. One that is not among the keys is final.
    static var transitions: [Self: [Self]] { get }
}

extension StateChoice {
    /// What the state can become, in the order of the definition.
    public var successors: [Self] { Self.transitions[self] ?? [] }

    /// Whether a transition leads from this state to another, or to itself.
    public func canBecome(_ state: Self) -> Bool { successors.contains(state) }

    /// Whether no transition leads out of the state.
    public var isFinal: Bool { successors.isEmpty }
}
