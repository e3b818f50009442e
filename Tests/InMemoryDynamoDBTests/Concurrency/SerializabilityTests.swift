import Entities
import InMemoryDynamoDB
import Testing

/// Transactions that append their name to several lists, and others that read all lists, from many tasks.
///
/// The lists tell in which order transactions happened. They are serialisable if one order of all transactions explains every
/// list and every read: no transaction comes before another by one list and after it by another, and no read sees half of one.
@Suite("Transactions are serialisable")
struct SerializabilityTests {
    static let lists = (0..<6).map { "list\($0)" }

    /// What a transaction of reads has seen.
    typealias Snapshot = [String: [Int]]

    @Test(arguments: InMemoryDynamoDB.Transport.allCases, [1, 2] as [UInt64])
    func listsAgreeOnOneOrder(_ transport: InMemoryDynamoDB.Transport, _ seed: UInt64) async throws {
        let db = try await TestDatabase.withTable(transport, sort: nil)
        try await db.createTable("other", sort: nil)
        let (writes, snapshots) = try await run(db, seed)
        let final = try await Self.read(db)

        // Every read sees the beginning of every list, and of each transaction everything or nothing.
        for snapshot in snapshots {
            for (name, seen) in snapshot { #expect(final[name]?.starts(with: seen) == true) }
            for (number, names) in writes {
                let count = names.count { snapshot[$0]?.contains(number) == true }
                #expect(count == 0 || count == names.count, "transaction \(number) was seen in part")
            }
        }
        // Nothing is lost, nothing is there twice.
        for name in Self.lists {
            #expect(final[name]?.sorted() == writes.filter { $0.value.contains(name) }.keys.sorted())
        }
        #expect(Self.hasOneOrder(final, snapshots))
        #expect(snapshots.count > 20)
    }

    /// Each list and each read says that some things come before others; they must not come full circle.
    static func hasOneOrder(_ lists: Snapshot, _ snapshots: [Snapshot]) -> Bool {
        var successors: [Int: Set<Int>] = [:]
        for list in lists.values {
            for (earlier, later) in zip(list, list.dropFirst()) { successors[earlier, default: []].insert(later) }
        }
        for (index, snapshot) in snapshots.enumerated() {
            // Reads are nodes with negative numbers: behind the last thing that they saw, before the next.
            let node = -1 - index
            for (name, seen) in snapshot {
                if let last = seen.last { successors[last, default: []].insert(node) }
                if let list = lists[name], seen.count < list.count {
                    successors[node, default: []].insert(list[seen.count])
                }
            }
        }
        var incoming: [Int: Int] = [:]
        for targets in successors.values { for target in targets { incoming[target, default: 0] += 1 } }
        let nodes = Set(successors.keys).union(incoming.keys)
        var free = nodes.filter { incoming[$0] == nil }
        var done = 0
        while let node = free.popFirst() {
            done += 1
            for target in successors[node] ?? [] {
                incoming[target, default: 0] -= 1
                if incoming[target] == 0 { free.insert(target) }
            }
        }
        return done == nodes.count
    }

    @Test func theCheckFindsAContradiction() {
        #expect(Self.hasOneOrder(["a": [1, 2], "b": [1, 2]], [["a": [1], "b": [1]]]))
        #expect(!Self.hasOneOrder(["a": [1, 2], "b": [2, 1]], []))
        #expect(!Self.hasOneOrder(["a": [1], "b": [2]], [["a": [1], "b": []], ["a": [], "b": [2]]]))
    }

    // MARK: The run

    private func run(_ db: TestDatabase, _ seed: UInt64) async throws -> ([Int: [String]], [Snapshot]) {
        try await withThrowingTaskGroup(of: ([Int: [String]], [Snapshot]).self) { group in
            for task in 0..<8 {
                group.addTask {
                    var random = SplitMix64(seed: seed &* 100 &+ UInt64(task))
                    var writes: [Int: [String]] = [:]
                    var snapshots: [Snapshot] = []
                    for step in 0..<25 {
                        if Int.random(in: 0..<4, using: &random) == 0 {
                            snapshots.append(try await Self.read(db))
                        } else {
                            let number = task * 1000 + step
                            let names = Array(
                                Self.lists.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random)))
                            try await Self.append(number, to: names, db)
                            writes[number] = names
                        }
                        await Task.yield()
                    }
                    return (writes, snapshots)
                }
            }
            return try await group.reduce(into: ([:], [])) { all, part in
                all.0.merge(part.0) { first, _ in first }
                all.1 += part.1
            }
        }
    }

    /// Half of the lists are in another table.
    private static func table(of list: String) -> String { list < "list3" ? "tbl" : "other" }

    private static func append(_ number: Int, to names: [String], _ db: TestDatabase) async throws {
        let path = AttributePath("l")
        let actions = names.map { name in
            let appended = SetValue.listAppend(
                .ifNotExists(path, .operand(.value(.list([])))),
                .operand(.value(.list([.number(Number(number))]))))
            return TransactWriteItemsRequest.Action.update(
                UpdateItemRequest(
                    tableName: table(of: name), key: ["pk": .string(name)],
                    update: UpdateExpression(set: [.init(path, appended)])))
        }
        _ = try await db.engine.execute(PlainOperation(TransactWriteItemsRequest(actions: actions)))
    }

    private static func read(_ db: TestDatabase) async throws -> Snapshot {
        let gets = lists.map { TransactGetItemsRequest.Get(tableName: table(of: $0), key: ["pk": .string($0)]) }
        let items = try await db.engine.execute(PlainOperation(TransactGetItemsRequest(gets: gets))).items
        var snapshot: Snapshot = [:]
        for (name, item) in zip(lists, items) {
            guard case .list(let values)? = item?["l"] else {
                snapshot[name] = []
                continue
            }
            snapshot[name] = values.compactMap { value in
                guard case .number(let number) = value else { return nil }
                return Int(exactly: number)
            }
        }
        return snapshot
    }
}
