import Entities
import Foundation
import GeneratedModel
import TestExecutors
import Testing

/// Many tasks move the same deliveries to wherever they like.
@Suite("States under concurrency")
struct StateConcurrencyTests {
    private static let deliveries = 24
    private static let tasks = 16

    /// A change that a write made, as the service told it.
    private struct Step: Hashable, Sendable {
        var delivery: String
        var from: Delivery.Status
        var to: Delivery.Status
    }

    private func database() async throws -> Database {
        let db = try TestExecutor.standard.database(States.table)
        try await db.createTables()
        for number in 0..<Self.deliveries {
            try await Delivery.create(.init(depotID: "d", deliveryID: "\(number)", courierID: "c")).run(on: db)
        }
        return db
    }

    /// Lets all tasks write all states to all deliveries, each in an order of its own, and returns what was changed for all that is known.
    private func steps(
        on db: Database, _ write: @escaping @Sendable (Delivery.Key, Delivery.Status) -> Update<Delivery>
    ) async throws -> [Step] {
        try await withThrowingTaskGroup(of: [Step].self) { group in
            for task in 0..<Self.tasks {
                group.addTask {
                    var steps: [Step] = []
                    var chance = SystemRandomNumberGenerator()
                    for number in 0..<Self.deliveries {
                        let key = Delivery.Key(depotID: "d", deliveryID: "\((number + task) % Self.deliveries)")
                        for status in Delivery.Status.allCases.shuffled(using: &chance) {
                            do {
                                guard let old = try await write(key, status).returningOld().run(on: db) else {
                                    continue
                                }
                                steps.append(Step(delivery: key.deliveryID, from: old.status, to: status))
                            } catch let error as DynamoDBError {
                                let isExpected = error.code == .illegalTransition || error.code == .invalidValue
                                guard isExpected || error.isRetryable || error.isOutcomeUnknown else { throw error }
                            }
                        }
                    }
                    return steps
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    private static let faults = [
        FaultRule(.throttle(), operations: ["UpdateItem"], probability: 0.05),
        FaultRule(.transactionConflict(), operations: ["UpdateItem"], probability: 0.05),
        FaultRule(.connectionLost(isCarriedOut: true), operations: ["UpdateItem"], probability: 0.05),
        FaultRule(.timeOut(isCarriedOut: false), operations: ["UpdateItem"], probability: 0.05),
    ]

    @Test(
        "No delivery is changed but by a transition, and none is in a state twice",
        arguments: TestExecutor.sample([faults, []]))
    func guarantee(_ faults: [FaultRule]) async throws {
        let db = try await database()
        let faulty = try db.faulty(faults)
        let steps = try await steps(on: faulty) { key, status in
            Delivery.update(key) { $0.set(status: .init(to: status), dueAt: nil) }
        }
        #expect(steps.count > Self.deliveries)
        #expect(steps.filter { !$0.from.canBecome($0.to) } == [])
        for (delivery, steps) in Dictionary(grouping: steps, by: \.delivery) {
            // Nothing leads back to where a delivery was.
            #expect(Set(steps.map(\.to)).count == steps.count, "\(delivery): \(steps)")
            let reached = Set(steps.map(\.to))
            #expect(!reached.isSuperset(of: [.cancelled, .inTransit]), "\(delivery) was cancelled and sent")
            let stored = try await Delivery.get(depotID: "d", deliveryID: delivery).consistent().run(on: db)
            // A step whose answer was lost is not known.
            #expect(try #require(stored).revision >= steps.count + 1)
            #expect(!faults.isEmpty || stored?.revision == steps.count + 1)
        }
    }

    @Test("A write of the state as it comes breaks it: the test can fail")
    func withoutTheGuarantee() async throws {
        let steps = try await steps(on: try await database()) { key, status in
            Delivery.update(key) { _ in
                Change(
                    update: UpdateExpression(
                        set: [.init(AttributePath("status"), .operand(.value(.string(status.rawValue))))]))
            }
        }
        #expect(steps.contains { !$0.from.canBecome($0.to) })
        let together = Dictionary(grouping: steps, by: \.delivery).values.map { Set($0.map(\.to)) }
        #expect(together.contains { $0.isSuperset(of: [.cancelled, .inTransit]) })
    }
}
