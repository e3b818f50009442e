/// What buyers, sellers and those who run the marketplace do.
enum Activity: String, CaseIterable {
    case open = "open an account"
    case changeEmail = "change the e-mail"
    case deposit = "deposit money"
    case statement = "read the statement"

    case browse = "browse a category"
    case newest = "look at the newest"
    case cart = "fill the cart"
    case buy = "buy"
    case follow = "follow an order"
    case cancel = "cancel an order"
    case receive = "accept and review"
    case search = "save a search"

    case offer = "offer something"
    case reprice = "change a price"
    case withdraw = "withdraw"
    case restock = "restock"
    case desk = "look at the desk"
    case pack = "pack and ship"
    case write = "write a message"
    case read = "read messages"

    case deliver = "deliver"
    case sweep = "sweep reservations"
    case oversee = "oversee"

    /// How often it happens, compared with others.
    var weight: Int {
        switch self {
        case .browse: 20
        case .buy: 18
        case .cart, .pack, .receive, .write: 8
        case .read, .deliver, .newest, .follow: 6
        case .reprice, .deposit, .desk: 4
        case .offer, .restock, .search, .statement: 3
        case .cancel, .sweep, .oversee: 2
        case .open, .changeEmail, .withdraw: 1
        }
    }

    /// Every activity as often as it has weight.
    static let lots = allCases.flatMap { Array(repeating: $0, count: $0.weight) }
}
