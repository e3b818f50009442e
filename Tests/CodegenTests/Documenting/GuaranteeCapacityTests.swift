import GeneratedModel
import InMemoryDynamoDB
import Testing

import struct Foundation.Date

@testable import Codegen
@testable import Entities

@Suite("What a page says that requests with guarantees take is what the engine reports")
struct GuaranteeCapacityTests {
    /// A table with nothing in it, and what its service's page says.
    private struct Subject {
        let service: DocumentedService
        let db: Database

        /// Nothing expires in the engine.
        init(_ service: DocumentedService, _ table: TableSchema) async throws {
            self.service = service
            db = Database(InMemoryDynamoDB(clock: { Date(timeIntervalSince1970: 0) }), table: table)
            try await db.createTables()
        }

        /// The record of a sample.
        func record<E: Entity>(_ type: E.Type, _ pattern: String) throws -> E {
            let found = service.items.first {
                $0.item.record.entity.typeName == "\(type)" && $0.pattern.name == pattern
            }
            return try #require(found).item.encoded.decode()
        }

        /// Whether a request takes what its row says.
        func expect(
            _ request: String, of entity: String, sourceLocation: SourceLocation = #_sourceLocation,
            _ body: (Database) async throws -> Void
        ) async throws {
            let units = try await CapacityMeter.measure(db, body).consumption.units
            let parts = [(units.writes, "write"), (units.reads, "read")].filter { $0.0 > 0 }
            let measured = parts.map { "\(CapacityEstimate.text($0.0)) \($0.1)" }.joined(separator: ", ")
            #expect(
                service.units(of: request, entity) == measured, "\(entity): \(request)", sourceLocation: sourceLocation)
        }
    }

    /// Before anything in the samples is over, and always the same.
    private func fixed(_ body: () async throws -> Void) async throws {
        let generators = Generators.fixed(now: Date(timeIntervalSince1970: 1_793_000_000), seed: 1)
        try await Generators.$current.withValue(generators) { try await body() }
    }

    @Test("A history: writes with their copies, and reads of these")
    func history() async throws {
        let archive = try await Subject(.archive, Archive.table)
        let leaflet = try archive.record(Leaflet.self, "leaflets")
        try await archive.expect("`create`", of: "Leaflet") { _ = try await Create(leaflet).run(on: $0) }
        try await archive.expect("`revise`, `restoring` of what is in no key", of: "Leaflet") {
            _ = try await leaflet.revise { $0.text = "another" }.run(on: $0)
        }
        try await archive.expect("`revision`", of: "Leaflet") {
            let revision = Leaflet.revision(
                place: leaflet.place, path: leaflet.path, revision: leaflet.revision)
            let found = try await revision.run(on: $0)
            #expect(found?.record == leaflet)
        }
        try await archive.expect("`delete`, `remove`", of: "Leaflet") {
            _ = try await Remove<Leaflet>(leaflet.key).run(on: $0)
        }

        let contract = try archive.record(Contract.self, "contract")
        try await archive.expect("`create`", of: "Contract") { _ = try await Create(contract).run(on: $0) }
        let renamed = contract.revise { $0.number += "-2" }
        try await archive.expect("`revise` of the unique `number`", of: "Contract") {
            _ = try await renamed.run(on: $0)
        }
        try await archive.expect("`delete`, `remove`", of: "Contract") {
            _ = try await renamed.record.remove().run(on: $0)
        }
    }

    @Test("The copy of a revision is the one that is stored")
    func copies() async throws {
        let archive = try await Subject(.archive, Archive.table)
        for (pattern, name) in [("contract", "Contract"), ("leaflets", "Leaflet")] {
            let sample = try #require(archive.service.items.first { $0.pattern.name == pattern }?.item)
            let copy = try #require(sample.revision(in: archive.service.schema))
            if name == "Contract" {
                _ = try await Create(archive.record(Contract.self, pattern)).run(on: archive.db)
            } else {
                _ = try await Create(archive.record(Leaflet.self, pattern)).run(on: archive.db)
            }
            let request = GetItemRequest(tableName: Archive.table.name, key: copy.keeping(Archive.table.keys.names))
            #expect(
                try await archive.db.execute(GetItemOperation<EncodedItem>(request), table: Archive.table.name).item
                    == copy)
        }
    }

    @Test("Counters and stocks")
    func counters() async throws {
        let spread = try await Subject(.spread, Spread.table)
        let offer = try spread.record(Offer.self, "offer")
        try await fixed {
            try await spread.expect("`views.add`, `views.subtract`", of: "Offer") {
                try await offer.views.add(1).run(on: $0)
            }
            try await spread.expect("`views.value`", of: "Offer") {
                let views = try await offer.views.value(on: $0)
                #expect(views == 1)
            }
            try await spread.expect("`views.reset`", of: "Offer") { try await offer.views.reset().run(on: $0) }
            try await spread.expect("`pieces.fill`, `pieces.reset`", of: "Offer") {
                try await offer.pieces.fill(40).run(on: $0)
            }
            try await spread.expect("`pieces.add`, `pieces.take`", of: "Offer") {
                try await offer.pieces.take(2).run(on: $0)
            }
            try await spread.expect("`pieces.take(…).located`", of: "Offer") {
                _ = try await offer.pieces.take(2).located(on: $0)
            }
        }
    }

    @Test("A page of all shards")
    func shards() async throws {
        let spread = try await Subject(.spread, Spread.table)
        let offer = try spread.record(Offer.self, "offer")
        try await fixed {
            for number in 0..<240 {
                var other = offer
                other.offerID = Generators.current.ulid()
                other.shard = number % 12
                other.priceCents = number
                other.title = "title-\(1_000 + number)"
                _ = try await Put(other).run(on: spread.db)
            }
            for (pattern, shards) in [("newest", 12), ("titles", 12), ("active", 4)] {
                let model = try #require(spread.service.items.first { $0.pattern.name == pattern })
                let expected = EntityCapacity(model.item, in: spread.service.schema).page(
                    of: model.pattern, shards: shards)
                let read = try await CapacityMeter.measure(spread.db) { db in
                    switch pattern {
                    case "newest": _ = try await Offer.newest(category: offer.category).page(limit: 20, on: db)
                    case "titles": _ = try await Offer.titles().page(limit: 20, on: db)
                    default: _ = try await Offer.active().page(limit: 20, on: db)
                    }
                }
                #expect(read.consumption.units.reads == expected, "\(pattern)")
            }
        }
    }

    @Test("Leases")
    func leases() async throws {
        let states = try await Subject(.states, States.table)
        var job = try states.record(Job.self, "job")
        try await fixed {
            job.lease = nil
            _ = try await Create(job).run(on: states.db)
            try await states.expect("`lease` by key", of: "Job") {
                job = try await Job.lease(jobID: job.jobID, by: "worker-1", for: .seconds(30)).run(on: $0)
            }
            let row = "`lease` of a record, `renewingLease`, `releasingLease`"
            try await states.expect(row, of: "Job") { job = try await job.renewingLease(for: .seconds(30)).run(on: $0) }
            try await states.expect(row, of: "Job") { job = try await job.releasingLease().run(on: $0) }
            try await states.expect(row, of: "Job") {
                _ = try await job.lease(by: "worker-2", for: .seconds(30)).run(on: $0)
            }
        }
    }

    @Test("Moves of a state, by each transition")
    func states() async throws {
        let states = try await Subject(.states, States.table)
        let sample = try states.record(Delivery.self, "delivery")
        let moves: [(Delivery.Status, StateMove<Delivery.Status>)] = [
            (.placed, .placedToPaid), (.placed, .placedToCancelled), (.paid, .paidToInTransit),
            (.paid, .paidToCancelled), (.inTransit, .inTransitToDelivered),
        ]
        let row = states.service.lines(of: "Delivery").first { $0.contains(".placedToPaid") }
        let request = try #require(row?.split(separator: "|").first.map { $0.trimmingPrefix(" ").dropLast() })
        for (from, move) in moves {
            var delivery = sample
            delivery.status = from
            _ = try await states.db.execute(
                WriteItemOperation<EncodedItem>(
                    PutItemRequest(tableName: States.table.name, item: try EncodedItem(delivery))),
                table: States.table.name)
            try await states.expect(String(request), of: "Delivery") { db in
                _ = try await delivery.patch { $0.set(status: move, dueAt: delivery.dueAt) }.run(on: db)
            }
        }
    }

    @Test("Reservations, and the end of what has unique values")
    func reservations() async throws {
        let theater = try await Subject(.theater, Theater.table)
        let seat = try theater.record(Seat.self, "seats")
        try await fixed {
            try await theater.expect("`create`", of: "Seat") { _ = try await Create(seat).run(on: $0) }
            try await theater.expect("`release`", of: "Seat") { _ = try await seat.release().run(on: $0) }
            _ = try await Create(seat).run(on: theater.db)
            try await theater.expect("`update` of its end, `heldUntil`", of: "Seat") { db in
                let later = seat.heldUntil?.addingTimeInterval(60)
                let patch = seat.patch { $0.set(ticket: seat.ticket, heldUntil: later, replacing: seat.ticket) }
                _ = try await patch.run(on: db)
            }
            let held = try #require(try await Seat.get(seat.key).run(on: theater.db))
            try await theater.expect("`confirm`", of: "Seat") { _ = try await held.confirm().run(on: $0) }

            let box = try theater.record(TheaterBox.self, "boxes")
            _ = try await Create(box).run(on: theater.db)
            try await theater.expect("`confirm`", of: "TheaterBox") { _ = try await box.confirm().run(on: $0) }
        }
    }

    @Test("A check in a transaction, and a deletion of all")
    func others() async throws {
        let press = try await Subject(.press, Press.table)
        let article = try press.record(Article.self, "article")
        try await fixed {
            _ = try await Create(article).run(on: press.db)
            try await press.expect("`check` in a transaction", of: "Article") { db in
                try await db.transact { Article.check(article.key) { $0.title == article.title } }
            }
            let deleted = try await CapacityMeter.measure(press.db) { db in
                _ = try await Article.article(tenantID: article.tenantID, articleID: article.articleID).deleteAll(
                    on: db)
            }
            let writes = CapacityEstimate.text(deleted.consumption.units.writes)
            #expect(press.service.units(of: "`deleteAll`, for each record", "Article") == "\(writes) write")
        }
    }
}
