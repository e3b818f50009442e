/// Why the marketplace does not do what it was asked for. Nothing was changed then.
public enum Refusal: String, Error, Hashable, CaseIterable {
    case emailTaken = "e-mail address taken"
    case noSuchAccount = "no such account"
    case balanceTooLow = "balance too low"
    /// A deposit, told again.
    case alreadyDeposited = "already deposited"

    /// The price is not the one that the buyer saw, or the listing is withdrawn.
    case offerChanged = "offer changed"
    case noSuchListing = "no such listing"
    /// There are less left than were wanted.
    case soldOut = "sold out"
    case ownListing = "own listing"
    /// A checkout is for one seller, as an order is.
    case severalSellers = "several sellers"
    /// From 1 to 10 listings, of each of them from 1 to 1,000.
    case quantity = "quantity out of range"
    /// The time for which the goods were reserved is over.
    case reservationOver = "reservation over"

    /// An order, its shipment or its payment is past that, or not there yet.
    case otherState = "not in that state"
    case slotTaken = "pickup slot taken"
    case alreadyReviewed = "already reviewed"
    case notPartOfIt = "neither buyer nor seller"
    /// Others were faster, again and again. To try once more may help.
    case conflict
}
