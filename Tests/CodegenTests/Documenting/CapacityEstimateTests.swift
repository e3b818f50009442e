import GeneratedModel
import InMemoryDynamoDB
import Testing

import struct Foundation.Date

@testable import Codegen
@testable import Entities

@Suite("Estimates of capacity are what the engine reports")
struct CapacityEstimateTests {
    private static let tables: [(DocumentedService, TableSchema)] = [
        (.press, Press.table), (.meters, Meters.table), (.ledger, Ledger.table), (.gallery, Gallery.table),
        (.depot, Depot.table), (.choreApp, ChoreApp.table), (.spread, Spread.table), (.archive, Archive.table),
        (.states, States.table), (.theater, Theater.table), (.campus, Campus.table),
    ]

    /// Nothing expires.
    private static var engine: InMemoryDynamoDB { InMemoryDynamoDB(clock: { Date(timeIntervalSince1970: 0) }) }

    @Test("Writing, reading and deleting a sample item", arguments: tables.indices)
    func items(_ index: Int) async throws {
        let (service, table) = Self.tables[index]
        let executor = Self.engine
        try await Database(executor, table: table).createTables()
        for (pattern, sample) in service.items {
            let capacity = EntityCapacity(sample, in: service.schema)
            let name = "\(sample.record.entity.typeName).\(pattern.name)"
            let key = EncodedItem(sample.attributes.filter { table.keys.names.contains($0.key) })

            var put = PutItemRequest(tableName: table.name, item: sample.encoded)
            put.returnConsumedCapacity = .total
            let written = try await units(of: WriteItemOperation<EncodedItem>(put), on: executor)
            // Those of the transaction that claims and copies take are in other tests.
            let others = Double(capacity.claims) + capacity.copy
            let transacted = others > 0 ? CapacityEstimate.write(capacity.itemSize) + 2 * others : 0
            #expect(written == capacity.create - transacted, "\(name): create")

            var get = GetItemRequest(tableName: table.name, key: key)
            get.returnConsumedCapacity = .total
            #expect(
                try await units(of: GetItemOperation<EncodedItem>(get), on: executor) == capacity.get, "\(name): get")

            var delete = DeleteItemRequest(tableName: table.name, key: key)
            delete.returnConsumedCapacity = .total
            let deleted = try await units(of: WriteItemOperation<EncodedItem>(delete), on: executor)
            #expect(deleted == written, "\(name): delete")
        }
    }

    private func units(of operation: some DynamoDBOperation, on executor: InMemoryDynamoDB) async throws -> Double {
        try await executor.execute(operation).consumedCapacity.map(\.units.total).reduce(0, +)
    }

    @Test("Creating, changing and deleting a record with a unique value, and reading a page of it")
    func records() async throws {
        let service = DocumentedService.press
        let sample = try #require(service.items.first { $0.pattern.name == "article" }?.item)
        let capacity = EntityCapacity(sample, in: service.schema)
        let db = Database(Self.engine, table: Press.table)
        try await db.createTables()
        let article = try sample.encoded.decode(as: Article.self)
        func measure(_ body: (Database) async throws -> Void) async throws -> ReadWriteUnits {
            try await CapacityMeter.measure(db, body).consumption.units
        }

        let created = try await measure { _ = try await Create(article).run(on: $0) }
        #expect(created.writes == capacity.create)
        let changed = try await measure { db in
            let update = Article.update(article.key) { $0.body.set("another text") }
            _ = try await update.run(on: db)
        }
        #expect(changed.writes == capacity.update)
        let slug = String(article.slug.reversed())
        let renamed = try await measure { db in
            let update = Article.update(article.key) {
                $0.set(slug: slug, expiresAt: article.expiresAt, replacing: article.slug)
            }
            _ = try await update.run(on: db)
        }
        let attribute = try #require(sample.record.entity.attribute("slug"))
        #expect(renamed.writes == capacity.change(ofUnique: attribute))
        let deleted = try await measure { db in
            let delete = Article.delete(tenantID: article.tenantID, articleID: article.articleID, slug: slug)
            _ = try await delete.run(on: db)
        }
        #expect(deleted.writes == capacity.create)
    }

    @Test("A page of twenty")
    func pages() async throws {
        let service = DocumentedService.press
        let (pattern, sample) = try #require(service.items.first { $0.pattern.name == "stock" })
        let capacity = EntityCapacity(sample, in: service.schema)
        let db = Database(Self.engine, table: Press.table)
        try await db.createTables()
        var stock = try sample.encoded.decode(as: Stock.self)
        let place = stock.place.dropLast(2)
        for number in 10..<(10 + CapacityEstimate.pageSize) {
            stock.place = "\(place)\(number)"
            _ = try await Put(stock).run(on: db)
        }
        let read = try await CapacityMeter.measure(db) { db in
            let items = try await Stock.stock(sku: stock.sku).page(limit: CapacityEstimate.pageSize, on: db).items
            #expect(items.count == CapacityEstimate.pageSize)
        }
        #expect(read.consumption.units.reads == capacity.page(of: pattern))
    }
}
