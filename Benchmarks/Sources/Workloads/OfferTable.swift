import BenchmarkModel
import Entities
import InMemoryDynamoDB

/// A table of offers of about 1 KB in memory, and what is done with it.
package struct OfferTable {
    package let size: Int
    /// How many offers a seller has; a seller is a partition.
    let offersPerSeller: Int
    package let db: Database

    /// - Complexity: about 5 µs of processor time for an offer.
    package init(size: Int, offersPerSeller: Int = 100) async throws {
        self.size = size
        self.offersPerSeller = offersPerSeller
        db = Database(InMemoryDynamoDB(), table: Shop.table)
        try await db.createTables()
        for number in 0..<size { try await put(number) }
    }

    package func get(_ number: Int) async throws {
        let offer = try await Offer.get(key(number)).run(on: db)
        guard offer?.price == number else { throw WrongAnswer() }
    }

    /// Puts an offer in the place of what is there.
    package func put(_ number: Int) async throws {
        let key = key(number)
        try await Offer.put(
            .init(
                seller: key.seller, number: key.number, title: "Offer \(number)", details: Self.details, price: number,
                stock: 5, isOpen: true, weight: 1.5, tags: ["new", "small", "blue"], status: .open,
                listedAt: Date(timeIntervalSince1970: 1_700_000_000))
        ).returningNothing().run(on: db)
    }

    package func update(_ number: Int) async throws {
        let key = key(number)
        try await Offer.update(seller: key.seller, number: key.number) {
            $0.stock.add(1)
            $0.weight.set(2.5)
        }.if { $0.isOpen == true }.returningNothing().run(on: db)
    }

    /// Reads 100 offers of a seller, from one of them on where he has more.
    package func query(_ number: Int) async throws {
        let key = key(number)
        let page =
            offersPerSeller == 100
            ? try await Offer.offer(seller: key.seller).page(on: db)
            : try await Offer.offer(seller: key.seller, number: min(key.number, size - 100)...).page(limit: 100, on: db)
        guard page.items.count == 100 else { throw WrongAnswer() }
    }

    package func transact(_ numbers: Set<Int>) async throws {
        try await db.transact {
            for key in numbers.map(key) { Offer.update(seller: key.seller, number: key.number) { $0.stock.add(1) } }
        }
    }

    /// The least that there can be: the first record of a table that has just been made.
    package static func firstRecord() async throws {
        let table = try await OfferTable(size: 1)
        try await table.get(0)
    }

    /// The size of all items as DynamoDB counts it.
    package var bytes: Int {
        get async throws {
            try await db.executor.execute(PlainOperation(DescribeTableRequest(tableName: "shop"))).table.sizeInBytes
        }
    }

    private func key(_ number: Int) -> Offer.Key {
        Offer.Key(seller: number / offersPerSeller, number: number % offersPerSeller)
    }

    private static let details = String(repeating: "A thing of some use, and of little beauty. ", count: 18)
}
