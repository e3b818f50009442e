/// Something that must not be.
struct Finding: Hashable, CustomStringConvertible {
    /// What is looked at.
    enum Check: String, CaseIterable {
        case surprises = "nothing failed that nobody expects"
        case promises = "what was promised is there, once"
        case money = "money is conserved to the cent"
        case stock = "stock adds up, and is never negative"
        case orders = "orders, payments and shipments agree"
        case bookings = "no pickup is booked twice"
        case reviews = "nobody reviews twice"
        case counters = "counters equal counts"
        case unread = "unread counts equal unread messages"
        case history = "a listing has all its revisions"
        case claims = "claims equal records"
        case regions = "regions are apart"
        case keys = "keys are what attributes say"
        case indexes = "indexes agree with items"
    }

    let check: Check
    let text: String

    init(_ check: Check, _ text: String) {
        self.check = check
        self.text = text
    }

    var description: String { text }
}
