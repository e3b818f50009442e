public import Entities

/// What somebody is about to buy of one seller: listings as the buyer saw them, each once.
public struct Basket: Hashable, Sendable {
    /// A listing, and how many of it.
    public struct Item: Hashable, Sendable {
        public internal(set) var listing: Listing
        public internal(set) var quantity: Int
    }

    public let sellerID: ULID
    public internal(set) var items: [Item] = []

    /// A basket with its first listing.
    public init(_ listing: Listing, quantity: Int = 1) throws(PurchaseRefusal) {
        sellerID = listing.sellerID
        try add(listing, quantity: quantity)
    }

    /// Adds a listing, or more of one that is there already.
    public mutating func add(_ listing: Listing, quantity: Int = 1) throws(PurchaseRefusal) {
        guard listing.sellerID == sellerID else { throw .severalSellers }
        guard (1...1000).contains(quantity) else { throw .quantity }
        if let index = items.firstIndex(where: { $0.listing.listingID == listing.listingID }) {
            guard items[index].quantity + quantity <= 1000 else { throw .quantity }
            items[index] = Item(listing: listing, quantity: items[index].quantity + quantity)
        } else {
            guard items.count < 50 else { throw .quantity }
            items.append(Item(listing: listing, quantity: quantity))
        }
    }

    /// What all of it costs, in cents.
    public var total: Int { items.reduce(0) { $0 + $1.listing.price * $1.quantity } }

    func order(of buyerID: ULID) -> Order.Draft {
        let lines = items.map { item in
            OrderLine(
                listingID: item.listing.listingID, title: item.listing.title, quantity: item.quantity,
                price: item.listing.price)
        }
        return .init(buyerID: buyerID, sellerID: sellerID, lines: lines, total: total)
    }
}
