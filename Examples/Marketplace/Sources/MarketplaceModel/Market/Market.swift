public import Entities

/// The marketplace of one region: what all repositories work on. A request for anything of another region is refused before it is sent.
public struct Market: Sendable {
    public let db: Database
    public let regionID: String

    public init(_ db: Database, region regionID: String) {
        self.db = db.narrowed(to: Marketplace.tenant(regionID))
        self.regionID = regionID
    }

    public var accounts: AccountRepository { AccountRepository(market: self) }
    public var carts: CartRepository { CartRepository(market: self) }
    public var checkout: Checkout { Checkout(market: self) }
    public var listings: ListingRepository { ListingRepository(market: self) }
    public var messages: MessageRepository { MessageRepository(market: self) }
    public var orders: OrderRepository { OrderRepository(market: self) }
    public var reviews: ReviewRepository { ReviewRepository(market: self) }
    public var sales: SalesRepository { SalesRepository(market: self) }
    public var searches: SearchRepository { SearchRepository(market: self) }
    public var shipments: ShipmentRepository { ShipmentRepository(market: self) }
    public var wallets: WalletRepository { WalletRepository(market: self) }
}
