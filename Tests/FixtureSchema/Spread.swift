import EntityMacrosLite

// What is spread: partitions over shards and over time, counters over items.

/// Something on sale.
struct Offer: EntityDefinition {
    let offerID = Attribute<ULID>(.generated)
    let category = Attribute<String>()
    let title = Attribute<String>()
    let priceCents = Attribute<Int>()
    let listedAt = Attribute<Date>()
    let quantity = Attribute<Int>(.range(0...), .default(0))
    let shard = Attribute<Int>(.randomShard(of: 12))
    /// How often it was looked at.
    let views = Attribute<Int>(.shardedCounter(of: 8))
    let pieces = Attribute<Int>(.shardedCounter(of: 4), .range(0...))

    var accessPatterns: AccessPatterns {
        Primary("offer", partition: "OFFER#\(offerID)", sort: "OFFER")
        Index("active", on: .gsi1, partition: "ACTIVE#\(shard: offerID, of: 4)", sort: "\(priceCents, width: 8)")
        Index("newest", on: .gsi2, partition: "NEWEST#\(category)#\(shard)", sort: "\(listedAt)#\(offerID)")
        Index("titles", on: .gsi3, partition: "TITLES#\(shard)", sort: "\(title)")
    }
}

/// Somebody looked at a page.
struct PageView: EntityDefinition {
    let viewID = Attribute<ULID>(.generated)
    let page = Attribute<String>()
    let at = Attribute<Date>()
    let seconds = Attribute<Int>()
    let clicks = Attribute<Int>(.counter)

    var accessPatterns: AccessPatterns {
        Primary("visit", partition: "VIEW#\(viewID)", sort: "VIEW")
        Index("byDay", on: .gsi1, partition: "DAY#\(at, .day)", sort: "\(at)#\(viewID)")
        Index("byWeek", on: .gsi2, partition: "WEEK#\(page)#\(at, .week)", sort: "\(seconds, width: 6)#\(at)")
        Index("byMonth", on: .gsi3, partition: "MONTH#\(at, .month)#\(page)", sort: "\(at)")
    }
}

struct Spread: ServiceDefinition {
    let name = "spread"
    let table = Table("spread", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
        GlobalIndex(.gsi3, partitionKey: "gsi3pk", sortKey: "gsi3sk", projection: .keysOnly)
    }
    var entities: EntityList {
        Offer()
        PageView()
    }
}
