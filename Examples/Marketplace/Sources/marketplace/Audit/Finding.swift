/// Something that must not be.
struct Finding: Hashable, CustomStringConvertible {
    /// What is looked at.
    enum Check: String, CaseIterable {
        case money = "money is conserved"
        case stock = "stock is what was not sold"
        case orders = "orders add up"
        case indexes = "indexes agree with items"
    }

    let check: Check
    let text: String

    var description: String { text }
}
