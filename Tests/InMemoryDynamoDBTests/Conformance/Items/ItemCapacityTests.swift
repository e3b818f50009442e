import Testing

/// What operations on items consume. Recorded by dynalite's, Alternator's and the 2026 conformance suite's tests.
@Suite("Conformance: capacity of operations on items")
struct ItemCapacityTests {
    /// An item of a size, and the key of it.
    private static func item(_ size: Int) -> String {
        #"{"a":{"S":"1"},"b":{"S":"\#(String(repeating: "x", count: size - 3))"}}"#
    }

    private static let key = #""TableName":"hash","Key":{"a":{"S":"1"}}"#

    private static func total(_ units: String) -> String {
        #"{"ConsumedCapacity":{"TableName":"hash","CapacityUnits":\#(units)}}"#
    }

    private static func parts(_ units: String) -> String {
        #"{"ConsumedCapacity":{"TableName":"hash","CapacityUnits":\#(units),"Table":{"CapacityUnits":\#(units)}}}"#
    }

    @Test func ofReads() {
        let tables = ItemTables()
        for (size, units) in [(0, "0.5"), (4096, "0.5"), (4097, "1"), (8193, "1.5")] {
            if size > 0 { tables.check(Recorded(.ok("PutItem", #"{"TableName":"hash","Item":\#(Self.item(size))}"#))) }
            for (parameters, factor) in [("", 1), (#","ConsistentRead":true"#, 2)] {
                let expected = factor == 1 ? units : ["0.5": "1", "1": "2", "1.5": "3"][units] ?? ""
                let body = #"{\#(Self.key)\#(parameters),"ProjectionExpression":"nothing","ReturnConsumedCapacity":"#
                func answer(_ capacity: String) -> String {
                    size == 0 ? capacity : #"{"Item":{},\#(capacity.dropFirst())"#
                }
                tables.check(
                    Recorded(
                        .ok("GetItem", body + #""TOTAL"}"#, answer(Self.total(expected))),
                        .ok("GetItem", body + #""INDEXES"}"#, answer(Self.parts(expected)))))
            }
        }
    }

    @Test func ofWrites() {
        func put(_ size: Int, _ detail: String = "TOTAL") -> String {
            #"{"TableName":"hash","Item":\#(Self.item(size)),"ReturnConsumedCapacity":"\#(detail)"}"#
        }
        let delete = #"{\#(Self.key),"ReturnConsumedCapacity":"TOTAL"}"#
        func update(_ size: Int) -> String {
            let text = String(repeating: "x", count: size - 3)
            return
                #"{\#(Self.key),"AttributeUpdates":{"b":{"Value":{"S":"\#(text)"}}},"ReturnConsumedCapacity":"TOTAL"}"#
        }
        ItemTables().check(
            Recorded(
                .ok("DeleteItem", delete, Self.total("1")), .ok("PutItem", put(1024), Self.total("1")),
                .ok("PutItem", put(1025), Self.total("2")), .ok("PutItem", put(10, "INDEXES"), Self.parts("2")),
                .ok("PutItem", put(10, "INDEXES"), Self.parts("1")), .ok("UpdateItem", update(2049), Self.total("3")),
                .ok("UpdateItem", update(10), Self.total("3")), .ok("UpdateItem", update(1024), Self.total("1")),
                .ok("PutItem", put(2049), Self.total("3")), .ok("DeleteItem", delete, Self.total("3"))))
    }

    @Test func ofIndexes() {
        let parts =
            #""Table":{"CapacityUnits":1},"LocalSecondaryIndexes":{"index1":{"CapacityUnits":1}},"GlobalSecondaryIndexes":{"index3":{"CapacityUnits":1}}"#
        let item = #"{"a":{"S":"1"},"b":{"S":"1"},"c":{"S":"1"}}"#
        ItemTables().check(
            Recorded(
                .ok(
                    "PutItem", #"{"TableName":"range","Item":\#(item),"ReturnConsumedCapacity":"INDEXES"}"#,
                    #"{"ConsumedCapacity":{"TableName":"range","CapacityUnits":3,\#(parts)}}"#),
                .ok(
                    "PutItem", #"{"TableName":"range","Item":\#(item),"ReturnConsumedCapacity":"INDEXES"}"#,
                    #"{"ConsumedCapacity":{"TableName":"range","CapacityUnits":1,"Table":{"CapacityUnits":1}}}"#)))
    }

    @Test func collections() {
        let metrics = #"{"ItemCollectionMetrics":{"ItemCollectionKey":{"a":{"S":"1"}},"SizeEstimateRangeGB":[0,1]}}"#
        let key = #""Key":{"a":{"S":"1"},"b":{"S":"1"}}"#
        ItemTables().check(
            Recorded(
                .ok(
                    "PutItem",
                    #"{"TableName":"range","Item":{"a":{"S":"1"},"b":{"S":"1"}},"ReturnItemCollectionMetrics":"SIZE"}"#,
                    metrics),
                .ok("UpdateItem", #"{"TableName":"range",\#(key),"ReturnItemCollectionMetrics":"SIZE"}"#, metrics),
                .ok("DeleteItem", #"{"TableName":"range",\#(key),"ReturnItemCollectionMetrics":"SIZE"}"#, metrics),
                .ok("DeleteItem", #"{"TableName":"range",\#(key),"ReturnItemCollectionMetrics":"NONE"}"#),
                .ok("DeleteItem", #"{\#(Self.key),"ReturnItemCollectionMetrics":"SIZE"}"#)))
    }
}
