/// The partitions that a query reads, where they are several.
enum PartitionSpread: Hashable, Sendable {
    /// All at once, merged by the sort key: what each of them asks to be equal.
    case shards([[KeyCondition.Equality]])
    /// One after the other.
    case buckets(BucketWalk)

    /// What tells two spreads apart that begin with the same request.
    var fingerprint: [UInt8] {
        switch self {
        case .shards(let partitions): Array(" in \(partitions.count) shards".utf8)
        case .buckets(let walk): Array(" to \(walk.last) by \(walk.unit.rawValue)".utf8)
        }
    }

    /// What an explanation says beside the first request.
    func note(descending: Bool) -> String {
        switch self {
        case .shards(let partitions):
            return "Shards 0 to \(partitions.count - 1) are read at once, each by such a request, and merged by the "
                + "sort key."
        case .buckets(let walk):
            let (from, to) = walk.ends(descending: descending)
            return "One such request after the other, from \(walk.text(of: from)) to \(walk.text(of: to)), as far as "
                + "pages are asked for."
        }
    }
}

extension QueryPlan {
    /// The plan of each shard.
    func shards(_ partitions: [[KeyCondition.Equality]]) -> [QueryPlan] {
        partitions.map { partition in
            var plan = self
            plan.spread = nil
            plan.read.ask(equalities: partition)
            return plan
        }
    }

    /// Reads one page of several partitions.
    /// - Parameter keepsPlaces: whether it is told for each item where to go on behind it.
    func spreadPage(
        on db: Database, limit: Int?, from start: PageStart?, keepsPlaces: Bool
    ) async throws(DynamoDBError) -> SpreadPage {
        try DynamoDBError.checkCancellation()
        try checkRefusal()
        try check(limit: limit)
        if isEmpty { return SpreadPage() }
        switch spread {
        case nil: return SpreadPage()
        case .shards(let partitions):
            var merge = ShardMerge(self, partitions, from: start, keepsPlaces: keepsPlaces)
            return try await merge.page(limit: limit, on: db)
        case .buckets(let walk): return try await page(of: walk, on: db, limit: limit, from: start)
        }
    }

    func count(of spread: PartitionSpread, on db: Database) async throws(DynamoDBError) -> Int {
        try checkRefusal()
        if isEmpty { return 0 }
        switch spread {
        case .shards(let partitions):
            let counts = try await ShardMerge.each(shards(partitions)) { (plan) throws(DynamoDBError) in
                try await plan.count(on: db)
            }
            return counts.reduce(0, +)
        case .buckets(let walk):
            var (count, bucket) = (0, Int64?.some(walk.first))
            while let place = bucket {
                count += try await plan(of: place, in: walk).count(on: db)
                bucket = walk.bucket(after: place, descending: false)
            }
            return count
        }
    }
}

/// A page of several partitions: the items as they are stored.
struct SpreadPage {
    var items: [EncodedItem] = []
    /// Where to go on behind each item, if that was asked for.
    var ends: [PageStart] = []
    var next: PageStart?

    func items<Item: ItemDecodable>(
        as type: Item.Type, _ origin: RequestOrigin
    ) throws(DynamoDBError) -> [Item] {
        var decoded: [Item] = []
        decoded.reserveCapacity(items.count)
        for item in items {
            decoded.append(try DynamoDBError.decoding(origin) { () throws(AttributeError) in try item.decode() })
        }
        return decoded
    }
}

extension Paging where Element: ItemDecodable {
    /// The items of several partitions as they are, or some of their attributes.
    init(spread plan: QueryPlan, selecting paths: [AttributePath]?) {
        // The order and the places come from the key attributes.
        let names = (plan.startKeyNames ?? []).sorted()
        let paths = paths.map { $0 + names.map { AttributePath($0) } }
        self.init(plan) { (plan, db, limit, start) throws(DynamoDBError) in
            let part = plan.selecting(paths)
            let page = try await part.spreadPage(on: db, limit: limit, from: start, keepsPlaces: false)
            return FetchedPage(items: try page.items(as: Element.self, part.origin), next: page.next)
        } _: { (plan, db, limit, start) throws(DynamoDBError) in
            let part = plan.selecting(paths)
            let page = try await part.spreadPage(on: db, limit: limit, from: start, keepsPlaces: true)
            let items = zip(try page.items(as: Element.self, part.origin), page.ends).map {
                KeyedElement(element: $0, end: $1)
            }
            return FetchedPage(items: items, next: page.next)
        }
    }
}
