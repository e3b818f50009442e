import Entities
import FixtureTypes
import Foundation
import GeneratedModel
import InMemoryDynamoDB
import Testing

struct SlowOperations: OperationObserver {
    func operationStarted(_ operation: ObservedOperation) -> any OperationObservation { Watch(operation: operation) }

    struct Watch: OperationObservation {
        let operation: ObservedOperation
        func operationEnded(_ outcome: OperationOutcome) {
            if outcome.duration > .seconds(1) { print("\(operation) took \(outcome.duration)") }
        }
    }
}

@Suite("The page on observation")
struct ObservationPageTests {
    @Test("Its examples do what it says")
    func examples() async throws {
        let database = Database(InMemoryDynamoDB(), table: Press.table)
        try await database.createTables()

        let meter = CapacityMeter()
        let db = database.observed(by: meter, SlowOperations())

        let draft = Article.Draft(
            tenantID: "acme", authorID: "ada", slug: "one", region: "eu", category: "news", title: "Hello",
            publishedAt: Date(timeIntervalSince1970: 1_763_640_000))
        let article = try await Article.create(draft).run(on: db)
        let before = meter.consumption

        let (page, spent) = try await CapacityMeter.measure(db) { db in
            try await Article.published(tenantID: "acme").page(limit: 20, on: db)
        }
        #expect(spent.reads <= 2)

        try await CapacityMeter.withBudget(reads: 0.5, on: db) { db in
            _ = try await Article.get(article.key).run(on: db)
        }

        let budget: CapacityBudget = ["Article.published": .reads(2), "Article.get": .reads(0.5, perRequest: true)]
        #expect((meter.consumption - before).overruns(of: budget) == [])

        #expect(page.items == [article])
        #expect((meter.consumption - before).requests == 2)

        let ticket = Stock.Draft(sku: SKU(rawValue: "A-1"), place: "Rome", quantity: 1, minimum: 0)
        try await db.named("visit").transact {
            Article.patch(article.key) { $0.views.add(1) }
            Stock.put(ticket)
        }
        #expect(meter.consumption["visit"].requests == 1)
    }

    @Test("Its code is compiled here, word for word")
    func page() throws {
        let file = URL(filePath: #filePath)
        let root = (0..<4).reduce(file) { url, _ in url.deletingLastPathComponent() }
        let source = try String(contentsOf: file, encoding: .utf8)
        let dedented = source.components(separatedBy: "\n")
            .map { $0.hasPrefix("        ") ? String($0.dropFirst(8)) : $0 }.joined(separator: "\n")
        let page = try String(contentsOf: root.appending(path: "docs/Observation.md"), encoding: .utf8)
        let blocks = page.components(separatedBy: "```swift\n").dropFirst().compactMap {
            $0.components(separatedBy: "\n```").first
        }
        #expect(blocks.count == 4)
        for block in blocks { #expect(source.contains(block) || dedented.contains(block), "\(block)") }
    }
}
