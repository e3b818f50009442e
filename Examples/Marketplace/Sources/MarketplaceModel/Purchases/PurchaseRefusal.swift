/// Why there was no purchase. Nothing was changed then.
public enum PurchaseRefusal: String, Error, Hashable, CaseIterable {
    /// There are less left than were wanted.
    case soldOut = "sold out"
    case withdrawn = "withdrawn"
    /// The price is not the one that the buyer saw.
    case priceChanged = "price changed"
    case balanceTooLow = "balance too low"
    /// Others were faster, again and again. To try once more may help.
    case conflict = "conflict"
    case noSuchListing = "no such listing"
    case noSuchAccount = "no such account"
    case ownListing = "own listing"
    /// A basket is for one seller, as an order is.
    case severalSellers = "several sellers"
    /// From 1 to 1,000 of a listing, and up to 50 listings.
    case quantity = "quantity out of range"
}
