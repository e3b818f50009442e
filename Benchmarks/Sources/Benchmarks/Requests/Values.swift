/// What requests and answers are made of.
enum Values {
    static let shop = "bookshop-berlin"
    static let customer = "customer-0042"
    static let from = "2026-01-01T00:00:00.000Z"
    static let to = "2026-06-30T23:59:59.999Z"
    static let placedAt = "2026-03-14T15:09:26.535Z"
    static let note = "Leave it with the neighbour, please."
    static let numbers = (0..<128).map { "order-\(10_000 + $0)" }

    /// A number of an order, another one each time.
    static func number(_ index: Int) -> String { numbers[index & 127] }
}
