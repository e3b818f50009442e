import Entities
import FixtureTypes
import Foundation
import GeneratedModel
import Synchronization
import TestExecutors
import Testing

@Suite("Batches of several entities")
struct MixedBatchTests {
    private let stock = Stock.Draft(sku: SKU(rawValue: "x"), place: "a", quantity: 1)

    @Test(
        "Records of several entities come as a tuple, as items, and as records of the service",
        arguments: TestExecutor.all)
    func mixed(_ executor: TestExecutor) async throws {
        let fixture = try await WriteFixture(executor)
        let (db, order) = (fixture.db, fixture.order)
        try await db.batchWrite(concurrency: 2) { Stock.put(stock) }
        let gets = (Order.get(order.key), Stock.get(Stock(stock).key), Stock.get(sku: stock.sku, place: "none"))
        let (first, second, third) = try await db.batchGet(gets.0, gets.1, gets.2)
        #expect(first == order)
        #expect(second == Stock(stock))
        #expect(third == nil)

        let all: [any BatchRead] = [gets.1, gets.0, gets.2, gets.1]
        #expect(
            try await db.batchGet(all, as: PressRecord.self)
                == [.stock(Stock(stock)), .order(order), nil, .stock(Stock(stock))])
        let items = try await db.batchGetItems(all)
        #expect(items.map { $0?["_entity"] } == ["Stock", "Order", nil, "Stock"])
    }

    @Test("Two tables are read and written by one request each", arguments: TestExecutor.all)
    func tables(_ executor: TestExecutor) async throws {
        let db = try executor.database(Press.table, Meters.table)
        try await db.createTables()
        let reading = Reading(.init(meterID: UUID(), at: Date(timeIntervalSince1970: 0), zone: "z", level: 1))
        let counts = RequestCounter()
        let counted = db.observed(by: counts)
        try await counted.batchWrite {
            Stock.put(stock)
            Put(reading)
        }
        let (first, second) = try await counted.batchGet(
            Stock.get(Stock(stock).key), Reading.get(reading.key).consistent())
        #expect(first == Stock(stock))
        #expect(second == reading)
        #expect(counts.operations == ["BatchWriteItem", "BatchGetItem"])
    }

    @Test("Several requests at a time read and write the same, in order", arguments: TestExecutor.all)
    func concurrency(_ executor: TestExecutor) async throws {
        let db = try executor.database(Press.table)
        try await db.createTables()
        let records = (0..<130).map { Stock(.init(sku: SKU(rawValue: "s\($0)"), place: "a", quantity: $0)) }
        try await db.batchWrite(records.map { Stock.put($0) }, concurrency: 3)
        let gets = (records + records.reversed()).map { Stock.get($0.key) }
        #expect(try await db.batchGet(gets, concurrency: 4) == records + records.reversed())
    }
}

/// What the generator makes of a service, with the entities of these tests.
private enum PressRecord: ServiceRecord {
    case order(Order)
    case stock(Stock)

    static let entities: [any Entity.Type] = [Order.self, Stock.self]
    static let table = Press.table

    init?(_ item: EncodedItem) throws(AttributeError) {
        switch item["_entity"] {
        case "Order": self = .order(try item.decode())
        case "Stock": self = .stock(try item.decode())
        default: return nil
        }
    }
}

/// Writes down the names of operations.
private final class RequestCounter: OperationObserver, OperationObservation {
    private let names = Mutex<[String]>([])
    var operations: [String] { names.withLock { $0 } }

    func operationStarted(_ operation: ObservedOperation) -> any OperationObservation {
        names.withLock { $0.append(operation.name) }
        return self
    }

    func operationEnded(_ outcome: OperationOutcome) {}
}
