import Entities
import Testing

@Suite("Capacity consumption")
struct CapacityConsumptionTests {
    private let meter = CapacityMeter()

    /// Tells the meter of one operation.
    private func end(
        _ request: DynamoDBRequest, _ pattern: String?, retries: [DynamoDBError] = [], _ outcome: OperationOutcome
    ) {
        let origin = RequestOrigin(entity: pattern.map { _ in "Note" }, accessPattern: pattern)
        let observation = meter.operationStarted(ObservedOperation(request: request, origin: origin))
        for (index, error) in retries.enumerated() {
            observation.operationRetried(OperationRetry(attempt: index + 1, error: error, delay: .zero))
        }
        observation.operationEnded(outcome)
    }

    private func outcome(items: Int = 1, examined: Int? = nil, _ consumed: ConsumedCapacity...) -> OperationOutcome {
        OperationOutcome(
            duration: .zero, consumedCapacity: consumed, items: ItemCounts(items: items, examined: examined))
    }

    private let scan = DynamoDBRequest.scan(ScanRequest(tableName: "notes"))
    private let put = DynamoDBRequest.putItem(PutItemRequest(tableName: "notes", item: EncodedItem()))
    private let transaction = DynamoDBRequest.transactWriteItems(TransactWriteItemsRequest(actions: []))

    @Test("A sum is of reads or of writes as the operation is, and of tables and indexes as the answer says")
    func places() {
        end(
            scan, "scan", outcome(items: 3, examined: 9, ConsumedCapacity(tableName: "notes", units: .init(total: 2.5)))
        )
        end(
            put, "create",
            outcome(
                ConsumedCapacity(
                    tableName: "notes", units: .init(total: 6), table: .init(total: 1),
                    localIndexes: ["lsi1": .init(total: 2)], globalIndexes: ["gsi1": .init(total: 3)])))
        let consumption = meter.consumption
        #expect(consumption.units == ReadWriteUnits(reads: 2.5, writes: 6))
        #expect(consumption.requests == 2)
        #expect(consumption["Note.scan"].units == ReadWriteUnits(reads: 2.5))
        #expect(consumption["Note.scan"].items == 3)
        #expect(consumption["Note.scan"].examined == 9)
        #expect(meter.consumption(of: "Note.create").writes == 6)
        #expect(consumption.map(\.accessPattern) == ["Note.create", "Note.scan"])
        #expect(
            consumption.places == [
                CapacityPlace(table: "notes"): ReadWriteUnits(reads: 2.5, writes: 1),
                CapacityPlace(table: "notes", index: "lsi1"): ReadWriteUnits(writes: 2),
                CapacityPlace(table: "notes", index: "gsi1"): ReadWriteUnits(writes: 3),
            ])
    }

    @Test("A transaction says itself what it read and wrote, of several tables")
    func transactions() {
        end(
            transaction, nil,
            outcome(
                items: 2, ConsumedCapacity(tableName: "notes", units: .init(total: 6, read: 2, write: 4)),
                ConsumedCapacity(tableName: "people", units: .init(total: 2, write: 2))))
        let row = meter.consumption["TransactWriteItems"]
        #expect(row.units == ReadWriteUnits(reads: 2, writes: 6))
        #expect(row.places[CapacityPlace(table: "people")] == ReadWriteUnits(writes: 2))
    }

    @Test("Retries, throttles and failures are counted apart")
    func trouble() {
        let throttled = DynamoDBError(.throttling, "")
        end(scan, "scan", retries: [throttled, DynamoDBError(.connection, "")], outcome())
        end(scan, "scan", retries: [throttled], OperationOutcome(error: throttled, duration: .zero, attempts: 2))
        end(scan, "scan", OperationOutcome(error: DynamoDBError(.validation, ""), duration: .zero))
        let row = meter.consumption["Note.scan"]
        #expect(row.requests == 3)
        #expect(row.retries == 3)
        #expect(row.throttled == 3)
        #expect(row.failed == 2)
        #expect(row.unmeasured == 1)
    }

    @Test("What was consumed between two readings is their difference")
    func difference() {
        let one = ConsumedCapacity(tableName: "notes", units: .init(total: 1))
        end(scan, "scan", outcome(one))
        end(put, "create", outcome(one))
        let before = meter.consumption
        end(put, "create", outcome(items: 2, one))
        let spent = meter.consumption - before
        #expect(spent.map(\.accessPattern) == ["Note.create"])
        #expect(spent["Note.create"].requests == 1)
        #expect(spent["Note.create"].items == 2)
        #expect(spent.units == ReadWriteUnits(writes: 1))
        #expect(spent["Note.scan"].requests == 0)
    }

    @Test("A meter begins anew and gives back what it had")
    func reset() {
        end(scan, "scan", outcome(ConsumedCapacity(tableName: "notes", units: .init(total: 1))))
        #expect(meter.reset().reads == 1)
        #expect(meter.consumption.rows == [])
        #expect("\(meter.consumption)" == "nothing was requested")
    }

    @Test("It prints as an aligned table")
    func table() {
        end(
            scan, "published", retries: [DynamoDBError(.throttling, "")],
            outcome(
                items: 20,
                ConsumedCapacity(
                    tableName: "notes", units: .init(total: 2.5), table: .init(total: 0),
                    globalIndexes: ["gsi2": .init(total: 2.5)])))
        end(put, "create", outcome(ConsumedCapacity(tableName: "notes", units: .init(total: 1))))
        #expect(
            "\(meter.consumption)" == """
                access pattern  requests  items  retries  throttled  failed  reads  writes
                Note.create            1      1        0          0       0      0       1
                  notes                                                          0       1
                Note.published         1     20        1          1       0    2.5       0
                  notes/gsi2                                                   2.5       0
                """)
    }

    @Test("Numbers that no service sends are printed, too")
    func absurd() {
        end(scan, "scan", outcome(ConsumedCapacity(tableName: "notes", units: .init(total: 1e300))))
        #expect("\(meter.consumption)".contains("1e+300"))
    }
}

@Suite("Consumed capacity as JSON")
struct ConsumedCapacityJSONTests {
    @Test("It is written as the service writes it")
    func json() {
        let capacity = ConsumedCapacity(
            tableName: "notes", units: .init(total: 2.5, read: 2, write: 0.5), table: .init(total: 0.5),
            localIndexes: ["lsi1": .init(total: 1)],
            globalIndexes: ["gsi2": .init(total: 0.5), "gsi1": .init(total: 0.5)])
        let text = capacity.json
        #expect(
            text == #"{"TableName":"notes","CapacityUnits":2.5,"ReadCapacityUnits":2.0,"WriteCapacityUnits":0.5,"#
                + #""Table":{"CapacityUnits":0.5},"LocalSecondaryIndexes":{"lsi1":{"CapacityUnits":1.0}},"#
                + #""GlobalSecondaryIndexes":{"gsi1":{"CapacityUnits":0.5},"gsi2":{"CapacityUnits":0.5}}}"#)
    }
}
