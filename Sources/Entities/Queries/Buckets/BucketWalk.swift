/// The partitions of a query over buckets: the texts that have a date's bucket in one place and are the same around it.
struct BucketWalk: Hashable, Sendable {
    /// The partition key attribute.
    let keyName: String
    /// What the key has before the bucket, and behind it.
    let prefix: KeyText
    let suffix: KeyText
    let unit: DateBucket
    /// The beginnings of the first and the last bucket, in milliseconds after 1970.
    let first: Int64
    let last: Int64

    func contains(_ bucket: Int64) -> Bool {
        bucket >= first && bucket <= last && unit.start(of: bucket) == bucket
    }

    /// The bucket that is read first, and the one that is read last.
    func ends(descending: Bool) -> (from: Int64, to: Int64) { descending ? (last, first) : (first, last) }

    /// The bucket that is read behind another; `nil` behind the last one.
    func bucket(after bucket: Int64, descending: Bool) -> Int64? {
        let next = descending ? unit.start(of: bucket - 1) : unit.next(after: bucket)
        return contains(next) ? next : nil
    }

    /// `2026-11-21`
    func text(of bucket: Int64) -> String {
        let text: KeyText = "\(Date(millisecondsSince1970: bucket), unit)"
        return text.text
    }

    /// The text of a partition key.
    func key(of bucket: Int64) -> KeyText { "\(prefix)\(Date(millisecondsSince1970: bucket), unit)\(suffix)" }
}

extension QueryPlan {
    /// The same in the partitions of all buckets that a span touches.
    /// - Parameters:
    ///   - keyName: the partition key attribute.
    ///   - prefix: what the key has before the bucket.
    ///   - suffix: what it has behind it.
    func walking(
        _ span: DateSpan, _ unit: DateBucket, of keyName: String, between prefix: KeyText, _ suffix: KeyText
    ) -> QueryPlan {
        var plan = self
        let last = span.end.millisecondsSince1970.map { span.includesEnd ? $0 : $0 - 1 }
        guard DateText.text(of: span.start) != nil, DateText.text(of: span.end) != nil,
            let first = span.start.millisecondsSince1970, let last
        else {
            plan.refusal = plan.refusal ?? "a query over buckets walks dates of the years 0000 to 9999"
            return plan
        }
        plan.isEmpty = plan.isEmpty || span.isEmpty
        plan.spread = .buckets(
            BucketWalk(
                keyName: keyName, prefix: prefix, suffix: suffix, unit: unit, first: unit.start(of: first),
                last: unit.start(of: last)))
        return plan
    }

    /// The plan of one bucket.
    func plan(of bucket: Int64, in walk: BucketWalk) -> QueryPlan {
        var plan = self
        plan.spread = nil
        plan.read.ask(
            equalities: read.equalities.map { equality in
                equality.name == walk.keyName ? .init(walk.keyName, Operand(walk.key(of: bucket))) : equality
            })
        return plan
    }

    /// Reads one page: of as many buckets as it takes to fill it, or to find something.
    func page(
        of walk: BucketWalk, on db: Database, limit: Int?, from start: PageStart?
    ) async throws(DynamoDBError) -> SpreadPage {
        let isDescending = read.isDescending
        var (bucket, key) = (walk.ends(descending: isDescending).from, EncodedItem?.none)
        if case .bucket(let place, let placeKey)? = start { (bucket, key) = (place, placeKey) }
        let names = startKeyNames ?? []
        var page = SpreadPage()
        var scanned = 0
        while true {
            let part = try await plan(of: bucket, in: walk).page(
                of: EncodedItem.self, on: db, limit: limit.map { $0 - scanned }, from: key)
            page.items += part.items
            page.ends += part.items.map { .bucket(bucket, $0.keeping(names)) }
            scanned += part.scannedCount
            if let key = part.lastEvaluatedKey {
                page.next = .bucket(bucket, key)
                return page
            }
            guard let next = walk.bucket(after: bucket, descending: isDescending) else {
                page.next = nil
                return page
            }
            (bucket, key) = (next, nil)
            page.next = .bucket(bucket, nil)
            if limit.map({ scanned >= $0 }) ?? !page.items.isEmpty { return page }
        }
    }
}
