import Entities
import MarketplaceModel

/// Everything that is stored.
struct Contents: Sendable {
    var accounts: [Account] = []
    var reputations: [Reputation] = []
    var balances: [Balance] = []
    var entries: [Entry] = []
    var listings: [Listing] = []
    var listingChanges: [ListingChange] = []
    var stocks: [Stock] = []
    var stockHolds: [StockHold] = []
    var cartLines: [CartLine] = []
    var orders: [Order] = []
    var orderLines: [OrderLine] = []
    var payments: [Payment] = []
    var shipments: [Shipment] = []
    var pickupSlots: [PickupSlot] = []
    var dailySales: [DailySales] = []
    var reviews: [Review] = []
    var messages: [Message] = []
    var conversations: [Conversation] = []
    var savedSearches: [SavedSearch] = []
    /// The partition keys of the items that keep values unique.
    var claims: Set<String> = []
    /// What the items say that each index should hold.
    var indexes: [String: IndexContents] = [:]
    /// What is no record, or not as the record would be written: an index key that its attributes do not give, for one.
    var findings: [Finding] = []

    static func read(_ db: Database) async throws -> Contents {
        try await PlainScan(db: db, index: nil).reduce(Contents(), { $0.enter($1) }) { $0.join($1) }
    }

    private mutating func enter(_ item: EncodedItem) {
        for index in Marketplace.table.indexes {
            if let keys = item.texts(of: index.keys) {
                indexes[index.name, default: IndexContents()].enter(keys, item)
            }
        }
        guard let key = item.texts(of: Marketplace.table.keys) else { return }
        if key.last == "UNIQUE", let claim = key.first {
            claims.insert(claim)
            return
        }
        do {
            guard let record = try Marketplace.Record(item) else {
                findings.append(Finding(.keys, "\(key) is of no entity"))
                return
            }
            enter(record, item)
        } catch {
            findings.append(Finding(.keys, "\(key) cannot be read: \(error)"))
        }
    }

    private mutating func enter(_ record: Marketplace.Record, _ item: EncodedItem) {
        switch record {
        case .account(let record): Self.enter(record, item, &accounts, &findings)
        case .reputation(let record): Self.enter(record, item, &reputations, &findings)
        case .balance(let record): Self.enter(record, item, &balances, &findings)
        case .entry(let record): Self.enter(record, item, &entries, &findings)
        case .listing(let record): Self.enter(record, item, &listings, &findings)
        case .listingChange(let record): Self.enter(record, item, &listingChanges, &findings)
        case .stock(let record): Self.enter(record, item, &stocks, &findings)
        case .stockHold(let record): Self.enter(record, item, &stockHolds, &findings)
        case .cartLine(let record): Self.enter(record, item, &cartLines, &findings)
        case .order(let record): Self.enter(record, item, &orders, &findings)
        case .orderLine(let record): Self.enter(record, item, &orderLines, &findings)
        case .payment(let record): Self.enter(record, item, &payments, &findings)
        case .shipment(let record): Self.enter(record, item, &shipments, &findings)
        case .pickupSlot(let record): Self.enter(record, item, &pickupSlots, &findings)
        case .dailySales(let record): Self.enter(record, item, &dailySales, &findings)
        case .review(let record): Self.enter(record, item, &reviews, &findings)
        case .message(let record): Self.enter(record, item, &messages, &findings)
        case .conversation(let record): Self.enter(record, item, &conversations, &findings)
        case .savedSearch(let record): Self.enter(record, item, &savedSearches, &findings)
        }
    }

    /// A record, written again, has to be the item that was read: with all keys of all indexes.
    private static func enter<E: Entity>(
        _ record: E, _ item: EncodedItem, _ records: inout [E], _ findings: inout [Finding]
    ) {
        records.append(record)
        guard (try? EncodedItem(record)) != item else { return }
        let (stored, made) = (item.attributes, (try? EncodedItem(record))?.attributes ?? [:])
        let names = Set(stored.keys).union(made.keys).filter { stored[$0] != made[$0] }.sorted()
        let differences = names.map { "\($0) is \(stored[$0].map { "\($0)" } ?? "absent")" }
        findings.append(Finding(.keys, "\(E.schema.name) \(record.key): \(differences.joined(separator: ", "))"))
    }

    private mutating func join(_ other: Contents) {
        accounts += other.accounts
        reputations += other.reputations
        balances += other.balances
        entries += other.entries
        listings += other.listings
        listingChanges += other.listingChanges
        stocks += other.stocks
        stockHolds += other.stockHolds
        cartLines += other.cartLines
        orders += other.orders
        orderLines += other.orderLines
        payments += other.payments
        shipments += other.shipments
        pickupSlots += other.pickupSlots
        dailySales += other.dailySales
        reviews += other.reviews
        messages += other.messages
        conversations += other.conversations
        savedSearches += other.savedSearches
        claims.formUnion(other.claims)
        indexes.merge(other.indexes) { $0.joined($1) }
        findings += other.findings
    }
}

extension EncodedItem {
    /// The texts of key attributes; `nil` unless all of them are there.
    func texts(of keys: KeySchema) -> [String]? {
        var texts: [String] = []
        for name in keys.names {
            guard case .string(let text)? = self[name] else { return nil }
            texts.append(text)
        }
        return texts
    }
}
