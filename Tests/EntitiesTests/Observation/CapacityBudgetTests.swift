import Entities
import Testing

@Suite("Capacity budget")
struct CapacityBudgetTests {
    /// What `requests` reads of a note consume, a unit each; `unmeasured` of them do not say so.
    private func consumption(requests: Int = 1, unmeasured: Int = 0) -> CapacityConsumption {
        let meter = CapacityMeter()
        let operation = ObservedOperation(
            request: .getItem(GetItemRequest(tableName: "notes", key: EncodedItem())),
            origin: RequestOrigin(entity: "Note", accessPattern: "get"))
        for number in 0..<requests {
            let unit = ConsumedCapacity(tableName: "notes", units: .init(total: 1))
            meter.operationStarted(operation).operationEnded(
                OperationOutcome(
                    duration: .zero, consumedCapacity: number < unmeasured ? [] : [unit], items: ItemCounts(items: 1)))
        }
        return meter.consumption
    }

    @Test(
        "What keeps within its budget has no overruns",
        arguments: [
            ["Note.get": .reads(3)], ["Note.get": .reads(1, perRequest: true)],
            ["Note.get": .unlimited, "Note.create": .nothing], CapacityBudget(total: .reads(3)),
            CapacityBudget([:], others: .reads(3)),
        ] as [CapacityBudget])
    func kept(_ budget: CapacityBudget) {
        #expect(consumption(requests: 3).overruns(of: budget) == [])
    }

    @Test(
        "What exceeds it is named with what was allowed",
        arguments: [
            (["Note.get": .reads(2.5)], "Note.get: 3 read units in 3 requests, 2.5 read units allowed"),
            (
                ["Note.get": .reads(0.5, perRequest: true)],
                "Note.get: 3 read units in 3 requests, 1.5 read units allowed"
            ),
            (["Note.get": .writes(9)], "Note.get: 3 read units in 3 requests, 9 write units allowed"),
            (["Note.gte": .reads(9)], "Note.get: 3 read units in 3 requests, nothing allowed"),
            (
                CapacityBudget(["Note.get": .unlimited], total: .units(reads: 1, writes: 1)),
                "all together: 3 read units in 3 requests, 1 read unit, 1 write unit allowed"
            ),
        ] as [(CapacityBudget, String)])
    func exceeded(_ budget: CapacityBudget, _ text: String) {
        #expect(consumption(requests: 3).overruns(of: budget).map(\.description) == [text])
    }

    @Test("What nobody measured does not pass for cheap")
    func unmeasured() {
        let consumption = consumption(requests: 2, unmeasured: 1)
        #expect(
            consumption.overruns(of: ["Note.get": .reads(9)]).map(\.description)
                == ["Note.get: 1 read unit in 2 requests (1 of them with unknown consumption), 9 read units allowed"])
        #expect(consumption.overruns(of: ["Note.get": .unlimited]) == [])
    }
}
