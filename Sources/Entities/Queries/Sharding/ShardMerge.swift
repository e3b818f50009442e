/// Reads a page of a query over shards: asks those of which nothing is at hand, all at once, and gives out the least item of all until
/// the page is full, or what comes next has not been read.
///
/// Where sort keys are equal, a lower shard comes first, so that the order does not depend on the pages.
struct ShardMerge {
    private let shards: [QueryPlan]
    private let sortNames: [String]
    private let isDescending: Bool
    private let hasFilter: Bool
    private let keepsPlaces: Bool
    private var positions: [ShardPosition]
    /// How many items of each shard were read for this page, before the filter; `nil` where none was asked for.
    private var read: [Int?]
    private var page = SpreadPage()

    init(_ plan: QueryPlan, _ partitions: [[KeyCondition.Equality]], from start: PageStart?, keepsPlaces: Bool) {
        shards = plan.shards(partitions)
        sortNames = plan.sortKeyNames
        isDescending = plan.read.isDescending
        hasFilter = plan.hasFilter
        self.keepsPlaces = keepsPlaces
        if case .shards(let positions)? = start, positions.count == partitions.count {
            self.positions = positions
        } else {
            positions = partitions.map { _ in ShardPosition() }
        }
        read = partitions.map { _ in nil }
    }

    mutating func page(limit: Int?, on db: Database) async throws(DynamoDBError) -> SpreadPage {
        repeat {
            try await fill(limit: limit, on: db)
            giveOut(upTo: limit ?? .max)
        } while !dry(limit).isEmpty && page.items.count < limit ?? 0
        if !positions.allSatisfy(\.isDone) { page.next = .shards(positions) }
        return page
    }

    // MARK: Giving out

    private mutating func giveOut(upTo limit: Int) {
        while page.items.count < limit, let shard = nextShard, let item = positions[shard].giveOut() {
            page.items.append(item)
            if keepsPlaces { page.ends.append(.shards(positions)) }
        }
    }

    /// The shard that has the next item; one of which that item has not been read where it might be there.
    private var nextShard: Int? {
        var least: (shard: Int, place: SortPlace)?
        for offset in positions.indices {
            let shard = isDescending ? positions.count - 1 - offset : offset
            let position = positions[shard]
            if position.isDone { continue }
            guard let place = position.ahead.first?.place ?? position.frontier else { return shard }
            if let other = least?.place {
                guard isDescending ? other.precedes(place) : place.precedes(other) else { continue }
            }
            least = (shard, place)
        }
        return least?.shard
    }

    // MARK: Reading

    /// The shards that are to be asked. Without a limit each is asked once for a page; with one, until it has given so many.
    private func dry(_ limit: Int?) -> [Int] {
        positions.indices.filter { shard in
            guard positions[shard].isDry else { return false }
            guard let count = read[shard] else { return true }
            return limit.map { count < $0 } ?? false
        }
    }

    private mutating func fill(limit: Int?, on db: Database) async throws(DynamoDBError) {
        let requests = dry(limit).map { shard in
            Request(
                shard: shard, plan: shards[shard], limit: self.limit(of: shard, limit),
                start: positions[shard].startKey)
        }
        let pages = try await Self.each(requests) { (request) throws(DynamoDBError) in
            try await request.plan.page(of: EncodedItem.self, on: db, limit: request.limit, from: request.start)
        }
        for (request, page) in zip(requests, pages) {
            positions[request.shard].append(page, sortedBy: sortNames)
            read[request.shard, default: 0] += page.scannedCount
        }
    }

    private struct Request: Sendable {
        let shard: Int
        let plan: QueryPlan
        let limit: Int?
        let start: EncodedItem?
    }

    /// How many items a shard is asked for. Where all of them count, twice its share of what the page lacks: most pages need no second
    /// request, and less is read for nothing than the whole page of every shard.
    private func limit(of shard: Int, _ limit: Int?) -> Int? {
        guard let limit else { return nil }
        if hasFilter { return limit - (read[shard] ?? 0) }
        let missing = limit - page.items.count
        let open = max(1, positions.count { !$0.isDone })
        let share = (missing - 1) / open + 1
        return share > missing / 2 ? missing : 2 * share
    }
}

extension ShardMerge {
    /// How many requests are on their way at a time.
    private static let concurrency = 100

    /// The results of the same work on each of the inputs, in their order. The first error ends the others.
    static func each<Input: Sendable, Output: Sendable>(
        _ inputs: [Input], _ work: @escaping @Sendable (Input) async throws(DynamoDBError) -> Output
    ) async throws(DynamoDBError) -> [Output] {
        // A single request needs no task.
        if inputs.count == 1 { return [try await work(inputs[0])] }
        return try await withTaskGroup(of: (Int, Result<Output, DynamoDBError>).self) { group in
            var outputs = [Output?](repeating: nil, count: inputs.count)
            var failure: DynamoDBError?
            var next = 0
            func start() {
                guard failure == nil, next < inputs.count else { return }
                let (position, input) = (next, inputs[next])
                next += 1
                group.addTask {
                    do throws(DynamoDBError) {
                        return (position, .success(try await work(input)))
                    } catch {
                        return (position, .failure(error))
                    }
                }
            }
            for _ in 0..<concurrency { start() }
            for await (position, result) in group {
                switch result {
                case .success(let output):
                    outputs[position] = output
                    start()
                case .failure(let error):
                    if failure == nil {
                        failure = error
                        group.cancelAll()
                    }
                }
            }
            return failure.map { .failure($0) } ?? Result<[Output], DynamoDBError>.success(outputs.compactMap { $0 })
        }.get()
    }
}

extension QueryPlan {
    /// The sort key attributes of the table or the index that is read.
    var sortKeyNames: [String] {
        indexName == nil ? table.keys.sort : table.index(indexName)?.keys.sort ?? []
    }
}

extension Array {
    fileprivate subscript<Value>(position: Int, default value: Value) -> Value where Element == Value? {
        get { self[position] ?? value }
        set { self[position] = newValue }
    }
}
