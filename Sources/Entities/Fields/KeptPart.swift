/// What an update says of an attribute that never changes and shares a key with others: the value that it has.
///
/// Keys that are made of such attributes alone are written once, so that there is nothing to set it with.
/// ```swift
/// Order.update(buyerID: "b", orderID: id) { $0.set(total: .set(5), isPaid: .set(true), placedAt: .supplied(order.placedAt)) }
/// ```
public enum KeptPart<Value: Sendable>: Sendable {
    /// The attribute has this value, or else nothing is changed.
    case supplied(Value)
    /// Nothing is said of the attribute. A key that is written and needs it refuses the update, before anything is sent.
    case omitted

    /// The same, among parts that change. Called by generated code.
    public var part: CompositePart<Value> {
        switch self {
        case .supplied(let value): .supplied(value)
        case .omitted: .omitted
        }
    }
}

extension KeptPart: Equatable where Value: Equatable {}
extension KeptPart: Hashable where Value: Hashable {}
