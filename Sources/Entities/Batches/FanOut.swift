/// How far the writes from a sequence have come.
public struct BatchProgress: Hashable, Sendable {
    /// How many elements of the sequence are done, from its first one on: what one that begins again can leave out.
    public internal(set) var elements = 0
    /// How many writes are done.
    public internal(set) var writes = 0
}

/// Writes that come one after the other, on their way in batches, several at a time. It holds no more than these batches and the next one.
struct FanOut {
    /// Writes of one request.
    private struct Batch {
        var items: [ItemWrite] = []
        var addresses: [ItemAddress] = []
        /// The element that the first of them is of.
        var element = 0
    }

    /// What became of a batch.
    struct Sent: Sendable {
        fileprivate let number: Int
        fileprivate let error: DynamoDBError?
    }

    private let db: Database
    private let concurrency: Int
    private let keyNames: [String: [String]]
    private var next = Batch()
    /// Writes of an element that are not in a batch yet.
    private var waiting: ArraySlice<ItemWrite> = []
    private var running: [Int: Batch] = [:]
    /// The keys of all of these. Writes of one key are done in their order, so that the second waits for the first.
    private var pending: Set<ItemAddress> = []
    private var number = 0
    private var taken = 0
    private var done = 0
    private var unprocessed: [ItemWrite] = []
    /// Why a batch was not written.
    private(set) var failure: DynamoDBError?

    private static var batchSize: Int { 25 }

    /// - Throws: `invalidRequest` for a concurrency below 1.
    init(on db: Database, concurrency: Int) throws(DynamoDBError) {
        try DynamoDBError.check(concurrency: concurrency, db.origin)
        self.db = db
        self.concurrency = concurrency
        keyNames = db.keyNames
    }

    var progress: BatchProgress {
        let unfinished = running.values.map(\.element) + (next.items.isEmpty ? [] : [next.element])
        return BatchProgress(elements: unfinished.min() ?? taken, writes: done)
    }

    /// Takes the writes of the next element, and sends full batches.
    /// - Throws: why an element has no writes that can be sent, and then takes none of them; why a batch was not written.
    mutating func add(_ writes: [any BatchWrite], _ group: inout TaskGroup<Sent>) async throws(DynamoDBError) {
        var items: [ItemWrite] = []
        var addresses: [ItemAddress] = []
        for write in writes {
            let item = try write.batchWrite(on: db)
            addresses.append(try db.address(of: item, keyNames))
            items.append(item)
        }
        waiting = items[...]
        for address in addresses {
            if pending.contains(address) { try await finish(&group) }
            if next.items.isEmpty { next.element = taken }
            next.items.append(waiting.removeFirst())
            next.addresses.append(address)
            pending.insert(address)
            if next.items.count == Self.batchSize { try await send(&group) }
        }
        taken += 1
    }

    /// Sends the rest, and waits for all.
    mutating func finish(_ group: inout TaskGroup<Sent>) async throws(DynamoDBError) {
        if !next.items.isEmpty { try await send(&group) }
        while !running.isEmpty { try await settle(&group) }
    }

    /// Waits for what is on its way, behind an error.
    /// - Returns: the error with all that is not done.
    mutating func abandon(_ failure: DynamoDBError, _ group: inout TaskGroup<Sent>) async -> DynamoDBError {
        while !running.isEmpty { try? await settle(&group) }
        var error = failure
        error.unprocessedWrites = unprocessed + next.items + waiting
        return error.at("BatchWriteItem", table: nil, origin: db.origin)
    }

    private mutating func send(_ group: inout TaskGroup<Sent>) async throws(DynamoDBError) {
        while running.count >= concurrency { try await settle(&group) }
        number += 1
        running[number] = next
        group.addTask { [db, number, items = next.items] in
            do throws(DynamoDBError) {
                try await db.send(items, concurrency: 1)
                return Sent(number: number, error: nil)
            } catch {
                return Sent(number: number, error: error)
            }
        }
        next = Batch()
    }

    /// Waits for one batch.
    private mutating func settle(_ group: inout TaskGroup<Sent>) async throws(DynamoDBError) {
        guard let sent = await group.next(), let batch = running.removeValue(forKey: sent.number) else { return }
        pending.subtract(batch.addresses)
        done += batch.items.count - (sent.error?.unprocessedWrites.count ?? 0)
        guard let error = sent.error else { return }
        unprocessed += error.unprocessedWrites
        failure = failure ?? error
        throw error
    }
}
