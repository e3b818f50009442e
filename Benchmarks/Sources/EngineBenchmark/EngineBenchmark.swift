import BenchmarkModel
import Entities
import Foundation
import InMemoryDynamoDB
import Synchronization

/// Measures typed requests against the in-memory DynamoDB, on tables of several sizes: `engine [ITEMS…]`.
///
/// All figures but the last are operations per second of processor time, the median of five rounds. A Swift dictionary of the same
/// items is measured beside them, as the machine's yardstick.
@main struct EngineBenchmark {
    static func main() async throws {
        let sizes = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        for size in sizes.isEmpty ? [10_000, 1_000_000] : Array(sizes) {
            print("\n\(size) items of about 1 KB")
            try await Workload(size: size).measure()
        }
    }
}

/// Runs with and figures of one table.
struct Workload {
    let size: Int
    let db: Database
    /// How many offers a seller has; a seller is a partition.
    static let offersPerSeller = 100
    static let rounds = 5
    private var operations: Int { min(size, 20_000) }
    private var sellers: Int { max(1, size / Self.offersPerSeller) }

    init(size: Int) {
        self.size = size
        db = Database(InMemoryDynamoDB(), table: Shop.table)
    }

    func measure() async throws {
        try await db.createTables()
        let memory = Process.residentBytes
        let start = Process.cpuSeconds
        for number in 0..<size { try await insert(number) }
        let inserted = Double(size) / (Process.cpuSeconds - start)
        let stored = try await db.executor.execute(PlainOperation(DescribeTableRequest(tableName: "shop"))).table
        let overhead = Double(Process.residentBytes - memory) / Double(stored.sizeInBytes)
        print(Row("insert, the table growing", inserted))
        print(
            "  memory: \(String(format: "%.2f", overhead)) of the items' size (\(stored.sizeInBytes / size) bytes each)"
        )

        var random = SystemRandomNumberGenerator()
        try await row("get") {
            guard try await Offer.get(Self.key(Int.random(in: 0..<size, using: &random))).run(on: db) != nil else {
                throw Failure(description: "an item is missing")
            }
        }
        try await row("put, in the place of another") { try await insert(Int.random(in: 0..<size, using: &random)) }
        try await row("update, on condition") {
            let key = Self.key(Int.random(in: 0..<size, using: &random))
            try await Offer.update(seller: key.seller, number: key.number) {
                $0.stock.add(1)
                $0.price.set(5)
            }.if { $0.isOpen == true }.run(on: db)
        }
        try await row("query, page of 100 items", factor: Self.offersPerSeller) {
            let page = try await Offer.offer(seller: Int.random(in: 0..<sellers, using: &random)).page(on: db)
            guard page.items.count == Self.offersPerSeller else { throw Failure(description: "items are missing") }
        }
        try await row("transaction of 4 updates") {
            let keys = Set((0..<4).map { _ in Int.random(in: 0..<size, using: &random) }).map(Self.key)
            try await db.transact {
                for key in keys { Offer.update(seller: key.seller, number: key.number) { $0.stock.add(1) } }
            }
        }
        try await dictionaryRows()
        try await parallelRow()
        try await expiryRow()
    }

    // MARK: Parts

    private func row(_ name: String, factor: Int = 1, _ body: () async throws -> Void) async throws {
        var rates: [Double] = []
        let count = max(1, operations / factor)
        for _ in 0..<Self.rounds {
            let start = Process.cpuSeconds
            for _ in 0..<count { try await body() }
            rates.append(Double(count) / (Process.cpuSeconds - start))
        }
        rates.sort()
        print(Row(name, rates[rates.count / 2], spread: rates[0]...rates[rates.count - 1], itemsPerOperation: factor))
    }

    static func key(_ number: Int) -> Offer.Key {
        Offer.Key(seller: number / offersPerSeller, number: number % offersPerSeller)
    }

    private func insert(_ number: Int, expiresAt: Date? = nil, on db: Database? = nil) async throws {
        let key = Self.key(number)
        _ = try await Offer.put(
            .init(
                seller: key.seller, number: key.number, title: "Offer \(number)", details: Self.details, price: number,
                stock: 5, isOpen: true, weight: 1.5, tags: ["new", "small", "blue"], status: .open,
                listedAt: Date(timeIntervalSince1970: 1_700_000_000), expiresAt: expiresAt)
        ).run(on: db ?? self.db)
    }

    private static let details = String(repeating: "A thing of some use, and of little beauty. ", count: 18)

    /// What the standard library's dictionary does with as many keys and values of the same size.
    private func dictionaryRows() async throws {
        let value = [UInt8](repeating: 7, count: 1000)
        var items: [String: [UInt8]] = [:]
        for number in 0..<size { items["SELLER#\(number / 100)|OFFER#\(number % 100)"] = value }
        var random = SystemRandomNumberGenerator()
        try await row("yardstick: Dictionary, get") {
            let number = Int.random(in: 0..<size, using: &random)
            guard items["SELLER#\(number / 100)|OFFER#\(number % 100)"]?.count == 1000 else {
                throw Failure(description: "a value is missing")
            }
        }
    }

    /// All items of a table expire, and are deleted when the clock says so.
    private func expiryRow() async throws {
        let clock = Mutex(Date(timeIntervalSince1970: 1_800_000_000))
        let engine = InMemoryDynamoDB(clock: { clock.withLock { $0 } })
        let db = Database(engine, table: Shop.table)
        try await db.createTables()
        let start = Process.cpuSeconds
        for number in 0..<size {
            try await insert(
                number, expiresAt: Date(timeIntervalSince1970: 1_800_000_100 + Double(number % 1000)), on: db)
        }
        print(Row("insert, with a time to live", Double(size) / (Process.cpuSeconds - start)))
        clock.withLock { $0 += 10_000 }
        let purge = Process.cpuSeconds
        guard await engine.purgeExpiredItems() == size else { throw Failure(description: "not all items have expired") }
        print(Row("expire", Double(size) / (Process.cpuSeconds - purge)))
    }

    /// Readers and writers on different partitions: how much more two tasks do than one, in the same time on the clock.
    private func parallelRow() async throws {
        let count = operations
        func run(_ tasks: Int) async throws -> Double {
            let start = ContinuousClock.now
            try await withThrowingTaskGroup(of: Void.self) { group in
                for task in 0..<tasks {
                    group.addTask {
                        for step in 0..<count {
                            let number = (step &* 7919 &+ task &* size / 2) % size
                            if step % 4 == 0 {
                                try await insert(number)
                            } else {
                                _ = try await Offer.get(Self.key(number)).run(on: db)
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            return Double(tasks * count) / ((ContinuousClock.now - start) / .seconds(1))
        }
        var ratios: [Double] = []
        for _ in 0..<Self.rounds {
            let one = try await run(1)
            ratios.append(try await run(2) / one)
        }
        ratios.sort()
        print(
            "  three gets and a put, two tasks against one: \(String(format: "%.2f", ratios[ratios.count / 2])) times as many"
                + " (\(String(format: "%.2f to %.2f", ratios[0], ratios[ratios.count - 1])))")
    }
}

struct Failure: Error, CustomStringConvertible {
    let description: String
}
