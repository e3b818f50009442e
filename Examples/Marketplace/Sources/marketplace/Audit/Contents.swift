import Entities
import MarketplaceModel

/// Everything that is stored.
struct Contents: Sendable {
    /// How many items there are.
    private(set) var count = 0
    var accounts: [Account] = []
    var reputations: [Reputation] = []
    var balances: [Balance] = []
    var entries: [Entry] = []
    var listings: [Listing] = []
    /// What listings were, and are.
    var revisions: [Revision<Listing>] = []
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
    /// How many payments are remembered, each with the order that it led to.
    var remembered = 0
    /// What the shards of counters add up to, by their partition keys without the shard.
    var counters: [String: Int] = [:]
    /// What the items say that each index should hold.
    var indexes: [String: IndexContents] = [:]
    /// What is no record, or not as the record would be written: an index key that its attributes do not give, for one.
    var findings: [Finding] = []

    static func read(_ db: Database) async throws -> Contents {
        try await PlainScan(db: db, index: nil).reduce(Contents(), { $0.enter($1) }) { $0.join($1) }
    }

    private mutating func enter(_ item: EncodedItem) {
        count += 1
        for index in Marketplace.table.indexes {
            if let keys = item.texts(of: index.keys) {
                indexes[index.name, default: IndexContents()].enter(keys, item)
            }
        }
        guard let key = item.texts(of: Marketplace.table.keys), key.count == 2 else { return }
        switch (key[0], key[1]) {
        case (let claim, "UNIQUE"): claims.insert(claim)
        case (_, "IDEMPOTENCY"): remembered += 1
        case (let shard, "COUNTER"): enterShard(shard, item)
        case (_, let sortKey) where sortKey.hasPrefix("CHANGE#"): enterRevision(key, item)
        default: enterRecord(key, item)
        }
    }

    private mutating func enterShard(_ shard: String, _ item: EncodedItem) {
        guard let end = shard.lastIndex(of: "#"), case .number(let number)? = item["value"],
            let value = Int(exactly: number)
        else {
            findings.append(Finding(.keys, "\(shard) is no shard of a counter"))
            return
        }
        counters[String(shard[..<end]), default: 0] += value
    }

    private mutating func enterRevision(_ key: [String], _ item: EncodedItem) {
        do {
            revisions.append(try item.decode(as: Revision<Listing>.self))
        } catch {
            findings.append(Finding(.keys, "\(key) cannot be read: \(error)"))
        }
    }

    private mutating func enterRecord(_ key: [String], _ item: EncodedItem) {
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
        case .stock(let record): Self.enter(record, item, &stocks, &findings)
        case .stockHold(let record): Self.enter(record, item, &stockHolds, &findings)
        case .cartLine(let record): Self.enter(record, item, &cartLines, &findings)
        case .order(let record): Self.enter(record, item, &orders, &findings)
        case .orderLine(let record): Self.enter(record, item, &orderLines, &findings)
        case .payment(let record): Self.enter(record, item, &payments, &findings)
        case .shipment(let record): Self.enter(record, item, &shipments, &findings)
        case .pickupSlot(let record): Self.enter(record, item, &pickupSlots, &findings)
        case .dailySales(let record): Self.enter(record, item, &dailySales, &findings)
        // It is counted in shards, and has no item of its own.
        case .regionSales: findings.append(Finding(.keys, "there is an item of RegionSales"))
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
        count += other.count
        accounts += other.accounts
        reputations += other.reputations
        balances += other.balances
        entries += other.entries
        listings += other.listings
        revisions += other.revisions
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
        remembered += other.remembered
        counters.merge(other.counters, uniquingKeysWith: +)
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
