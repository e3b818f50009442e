/// The attribute by which items expire, and what it says of them.
///
/// What is over by it counts as expired however long ago that was. (DynamoDB does not delete what has been over for five years: it takes
/// that for a mistake.) An item without the attribute, or with one that is no number, never expires.
struct ExpiryAttribute: Hashable, Sendable {
    let name: String

    private var path: AttributePath { AttributePath(name) }

    /// The condition that an item has not expired.
    func isAlive(at now: Int64) -> Condition {
        .or(.notExists(.path(path)), .compare(.path(path), .greater, .value(.number(Number(now)))))
    }

    /// The condition that there is an item, and that it has expired.
    func isOver(at now: Int64) -> Condition {
        .compare(.path(path), .lessOrEqual, .value(.number(Number(now))))
    }

    /// Whether an item has expired.
    func isOver(_ item: EncodedItem, at now: Int64) -> Bool {
        let time = item.withPacked { $0[name]?.number }
        return time.map { $0 <= Number(now) } ?? false
    }
}

extension ItemReader {
    /// The number that an item expires at. Its attributes can still be read in their order.
    mutating func number(of attribute: ExpiryAttribute) throws(AttributeError) -> Number? {
        let place = place
        guard try find(attribute.name) else { return nil }
        let number = try? value.number()
        try leave()
        goBack(to: place)
        return number
    }
}
