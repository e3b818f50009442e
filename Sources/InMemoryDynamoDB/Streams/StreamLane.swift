import Entities

/// The changes of those partitions whose hash leads here: a log, cut into shards that follow one another.
///
/// The service closes a shard after some hours and goes on in a child of it. A shard is gone 24 hours after it was closed; by then
/// its records are, too.
struct StreamLane {
    /// A stretch of the log.
    struct Shard {
        let id: String
        let parentID: String?
        let start: SequenceNumber
        /// The last number of a closed shard.
        var end: SequenceNumber?
        let creationDate: Date
        var closingDate: Date?
    }

    /// What is read of a shard at a time.
    struct Page {
        let records: [StreamRecord]
        /// Where to go on; `nil` at the end of a closed shard.
        let next: SequenceNumber?
    }

    private(set) var shards: [Shard] = []
    private(set) var records = RecordQueue()
    /// The first number that has not been trimmed.
    private(set) var horizon = SequenceNumber(value: 0)

    /// Opens a shard after the last one.
    mutating func open(_ id: String, at date: Date, numbers: inout SequenceNumber) {
        // The start is a number of its own, so that reading after it leaves no record out.
        shards.append(Shard(id: id, parentID: shards.last?.id, start: numbers, creationDate: date))
        numbers = numbers.next
    }

    /// Closes the shard that is open, if there is one.
    mutating func close(at date: Date, numbers: inout SequenceNumber) {
        guard let last = shards.indices.last, shards[last].end == nil else { return }
        shards[last].end = numbers
        shards[last].closingDate = date
        numbers = numbers.next
    }

    mutating func append(_ record: ChangeRecord) {
        records.append(record)
    }

    /// Drops records and shards that are older than 24 hours.
    mutating func trim(at date: Date) {
        while let first = records.first, date.timeIntervalSince(first.date) > ChangeStream.retention {
            horizon = first.number.next
            records.removeFirst()
        }
        while let closing = shards.first?.closingDate, date.timeIntervalSince(closing) > ChangeStream.retention {
            shards.removeFirst()
        }
    }

    /// The first number that can be read of a shard.
    func start(of shard: Shard) -> SequenceNumber { max(shard.start, horizon) }

    /// Up to `limit` records of a shard from `position` on, or as many as take 1 MB.
    func read(_ shard: Shard, from position: SequenceNumber, limit: Int, of stream: ChangeStream) -> Page {
        var found: [StreamRecord] = []
        var (next, bytes) = (position, 0)
        var index = records.lowerBound(position)
        while index < records.count, let stored = records[index] {
            if let end = shard.end, stored.number > end { return Page(records: found, next: nil) }
            if found.count == limit { return Page(records: found, next: next) }
            let record = stored.record(of: stream)
            bytes += record.sizeInBytes
            if !found.isEmpty, bytes > ChangeStream.pageSize { return Page(records: found, next: next) }
            found.append(record)
            next = stored.number.next
            index += 1
        }
        return Page(records: found, next: shard.end == nil ? next : nil)
    }
}
