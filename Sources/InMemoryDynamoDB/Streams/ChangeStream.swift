import Entities
import Synchronization

/// A table's stream: the changes of the last 24 hours, in shards.
///
/// It outlives being turned off, and its table, by 24 hours. Writers append with the table locked, so the records of an item are in
/// the order of its changes; those of one partition key are all in one lane.
final class ChangeStream: Sendable {
    /// How long records and closed shards are kept, in seconds.
    static let retention = 86_400.0
    /// How much GetRecords returns at most.
    static let pageSize = 1_048_576

    private struct State {
        var lanes: [StreamLane]
        var numbers: SequenceNumber
        /// When the stream was turned off.
        var endDate: Date?
        var shardCount = 0
    }

    let arn: String
    /// The time of creation, `2026-11-21T03:00:00.000`.
    let label: String
    let tableName: String
    let region: String
    let keys: KeySchema
    let viewType: StreamViewType
    let creationDate: Date
    private let options: InMemoryDynamoDB.Options.Streams
    private let state: Mutex<State>

    init(
        tableName: String, tableARN: String, label: String, keys: KeySchema, viewType: StreamViewType,
        creationDate: Date, options: InMemoryDynamoDB.Options.Streams
    ) {
        arn = "\(tableARN)/stream/\(label)"
        self.label = label
        self.tableName = tableName
        let parts = tableARN.split(separator: ":", omittingEmptySubsequences: false)
        region = parts.count > 3 ? String(parts[3]) : ""
        self.keys = keys
        self.viewType = viewType
        self.creationDate = creationDate
        self.options = options
        state = Mutex(
            State(
                lanes: Array(repeating: StreamLane(), count: max(1, options.shards)),
                numbers: SequenceNumber(firstOf: creationDate)))
        state.withLock { state in
            for lane in state.lanes.indices { open(lane, at: creationDate, &state) }
        }
    }

    // MARK: Writing

    /// Adds what a write did to an item, unless it did nothing.
    func append(_ change: ItemChange, partitionHash: UInt64, at date: Date, isExpiry: Bool) {
        // Streams do not tell of a change that changes nothing.
        guard change.old != change.new else { return }
        state.withLock { state in
            guard !state.lanes.isEmpty else { return }
            let lane = Int(partitionHash % UInt64(state.lanes.count))
            rollOver(lane, at: date, &state)
            state.lanes[lane].append(
                ChangeRecord(
                    change, number: state.numbers, at: date, isExpiry: isExpiry, viewType: viewType, keys: keys))
            state.numbers = state.numbers.next
            state.lanes[lane].trim(at: date)
        }
    }

    /// Turns the stream off: its shards are closed, and stay readable.
    func end(at date: Date) {
        state.withLock { state in
            guard state.endDate == nil else { return }
            state.endDate = date
            for lane in state.lanes.indices { state.lanes[lane].close(at: date, numbers: &state.numbers) }
        }
    }

    // MARK: Reading

    /// Whether the stream has been off for more than 24 hours, so that it is gone.
    func isGone(at date: Date) -> Bool {
        state.withLock { state in
            guard let end = state.endDate, date.timeIntervalSince(end) > Self.retention else { return false }
            state.lanes = []
            return true
        }
    }

    var isEnded: Bool { state.withLock { $0.endDate != nil } }

    /// All shards in the order of their identifiers.
    func shards(at date: Date) -> [ReadableShard] {
        let shards = state.withLock { state -> [ReadableShard] in
            settle(at: date, &state)
            return state.lanes.flatMap { lane in
                lane.shards.map { ReadableShard(shard: $0, start: lane.start(of: $0)) }
            }
        }
        return shards.sorted { $0.shard.id < $1.shard.id }
    }

    /// A shard, and the first number that can be read of it.
    struct ReadableShard {
        let shard: StreamLane.Shard
        let start: SequenceNumber
    }

    /// The number that the next record will have at least.
    var nextNumber: SequenceNumber { state.withLock { $0.numbers } }

    /// Records of a shard.
    /// - Returns: `nil` if there is no such shard any more.
    /// - Throws: `TrimmedDataAccessException` if records at or after `position` have been dropped.
    func read(
        shardID: String, from position: SequenceNumber, limit: Int, at date: Date
    ) throws(DynamoDBError) -> StreamLane.Page? {
        try state.withLock { state throws(DynamoDBError) -> StreamLane.Page? in
            settle(at: date, &state)
            for lane in state.lanes {
                guard let shard = lane.shards.first(where: { $0.id == shardID }) else { continue }
                guard position >= lane.start(of: shard) else { throw Self.trimmed }
                return lane.read(shard, from: position, limit: limit, of: self)
            }
            return nil
        }
    }

    static let trimmed = DynamoDBError(
        .trimmedDataAccess, "The data you are trying to access has been trimmed")

    // MARK: Shards

    private func settle(at date: Date, _ state: inout State) {
        for lane in state.lanes.indices {
            rollOver(lane, at: date, &state)
            state.lanes[lane].trim(at: date)
        }
    }

    /// Goes on in a new shard where the open one is old enough.
    private func rollOver(_ lane: Int, at date: Date, _ state: inout State) {
        guard state.endDate == nil, let open = state.lanes[lane].shards.last,
            date.timeIntervalSince(open.creationDate) >= options.shardLifetime
        else { return }
        state.lanes[lane].close(at: date, numbers: &state.numbers)
        self.open(lane, at: date, &state)
    }

    /// Identifiers have the service's form, and their order is that of time: `shardId-00000001795230000000-1a2b3c4d`.
    private func open(_ lane: Int, at date: Date, _ state: inout State) {
        let milliseconds = String(Int64(max(0, min(date.timeIntervalSince1970 * 1000, 9_000_000_000_000_000))))
        state.shardCount += 1
        let hash = StableHash.hash(Array("\(arn)/\(state.shardCount)".utf8))
        // The count is part of it: no two shards are alike, and those made at one time are in the order of their lanes.
        let suffix = String(UInt64(state.shardCount) << 16 & 0xFFFF_0000 | hash & 0xFFFF, radix: 16)
        let id =
            "shardId-" + String(repeating: "0", count: max(0, 20 - milliseconds.count)) + milliseconds + "-"
            + String(repeating: "0", count: max(0, 8 - suffix.count)) + suffix
        state.lanes[lane].open(id, at: date, numbers: &state.numbers)
    }
}
