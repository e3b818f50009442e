import Entities
import Foundation
import Testing

@Suite("Outputs from JSON")
struct OutputTests {
    private func read<Output: DynamoDBOutput>(_ json: String, as type: Output.Type = Output.self) throws -> Output {
        try JSONReader.read(Array(json.utf8)) { json throws(AttributeError) in try Output(json: &json) }
    }

    private struct Thread: ItemDecodable, Equatable {
        let subject: String
        init(subject: String) { self.subject = subject }
        init(from item: inout ItemReader) throws(AttributeError) { subject = try item.read("Subject") }
    }

    /// From https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html, with a member of the future.
    @Test("An item, or none")
    func getItem() throws {
        let json = """
            {"ConsumedCapacity": {"CapacityUnits": 0.5, "TableName": "Thread"}, "New": [{"a": null}],
             "Item": {"Tags": {"SS": ["Update","Multiple Items","HelpMe"]}, "Subject": {"S": "How do I update?"}}}
            """
        let output: GetItemOutput<Thread> = try read(json)
        #expect(output.item == Thread(subject: "How do I update?"))
        #expect(output.consumedCapacity == [ConsumedCapacity(tableName: "Thread", units: .init(total: 0.5))])
        #expect(try read(json, as: GetItemOutput<EncodedItem>.self).item?.count == 2)
        #expect(try read("{}", as: GetItemOutput<Thread>.self).item == nil)
    }

    @Test("Attributes of a write with capacity of indexes and size of the collection")
    func write() throws {
        let output: WriteItemOutput<EncodedItem> = try read(
            """
            {"Attributes": {"Subject": {"S": "x"}},
             "ConsumedCapacity": {"TableName": "Thread", "CapacityUnits": 3, "WriteCapacityUnits": 3.0,
               "Table": {"CapacityUnits": 1, "ReadCapacityUnits": 0.5, "WriteCapacityUnits": 0.5},
               "LocalSecondaryIndexes": {"l": {"CapacityUnits": 1.0}}, "GlobalSecondaryIndexes": {"g": {"CapacityUnits": 1.0, "Unknown": {}}}},
             "ItemCollectionMetrics": {"ItemCollectionKey": {"ForumName": {"S": "A"}}, "SizeEstimateRangeGB": [0.0, 1.0]}}
            """)
        #expect(output.attributes == ["Subject": "x"])
        #expect(
            output.consumedCapacity == [
                ConsumedCapacity(
                    tableName: "Thread", units: .init(total: 3, write: 3),
                    table: .init(total: 1, read: 0.5, write: 0.5),
                    localIndexes: ["l": .init(total: 1)], globalIndexes: ["g": .init(total: 1)])
            ])
        #expect(output.itemCollectionMetrics == ItemCollectionMetrics(key: ["ForumName": "A"], sizeEstimate: 0...1))
        #expect(try read("{}", as: WriteItemOutput<EncodedItem>.self).attributes == nil)
    }

    @Test("A page, its members in any order")
    func page() throws {
        let output: PageOutput<Thread> = try read(
            #"{"LastEvaluatedKey":{"pk":{"S":"b"}},"Items":[{"Subject":{"S":"a"}},{"Subject":{"S":"b"}}],"ScannedCount":7,"Count":2}"#
        )
        #expect(output.items == [Thread(subject: "a"), Thread(subject: "b")])
        #expect(output.count == 2)
        #expect(output.scannedCount == 7)
        #expect(output.lastEvaluatedKey == ["pk": "b"])
        let count: PageOutput<Thread> = try read(#"{"Count":12,"ScannedCount":12}"#)
        #expect(count.items.isEmpty)
        #expect(count.count == 12)
        #expect(count.lastEvaluatedKey == nil)
    }

    @Test("What was not read of a batch comes back as it was asked for")
    func batchGet() throws {
        let output: BatchGetItemOutput = try read(
            ##"""
            {"Responses": {"Forum": [{"Name": {"S": "A"}}, {"Name": {"S": "B"}}], "Empty": []},
             "UnprocessedKeys": {"Thread": {"Keys": [{"pk": {"S": "x"}}], "ConsistentRead": true,
               "ProjectionExpression": "#a, #b[0][1].c, d.#a", "ExpressionAttributeNames": {"#a": "a.a", "#b": "b"}}},
             "ConsumedCapacity": [{"TableName": "Forum", "CapacityUnits": 3}, {"TableName": "Thread", "CapacityUnits": 1}]}
            """##)
        #expect(output.items["Forum"] == [["Name": "A"], ["Name": "B"]])
        #expect(output.consumedCapacity.map(\.tableName) == ["Forum", "Thread"])
        var keys = BatchGetItemRequest.TableKeys(keys: [["pk": "x"]])
        keys.consistentRead = true
        keys.projection = [
            AttributePath("a.a"), AttributePath("b").appending(index: 0).appending(index: 1).appending("c"),
            AttributePath("d").appending("a.a"),
        ]
        #expect(output.unprocessedKeys == ["Thread": keys])
    }

    @Test(
        "A projection that is none is malformed",
        arguments: ["", "a,", "#x", "a[", "a[x]", "a[-1]", "a[0", "a..b", ".a"])
    func badProjection(text: String) {
        let json = #"{"UnprocessedKeys":{"t":{"Keys":[],"ProjectionExpression":"\#(text)"}}}"#
        #expect(throws: AttributeError.self) { try read(json, as: BatchGetItemOutput.self) }
    }

    @Test("What was not written of a batch comes back")
    func batchWrite() throws {
        let output: BatchWriteItemOutput = try read(
            """
            {"UnprocessedItems": {"Forum": [{"PutRequest": {"Item": {"Name": {"S": "A"}}}}, {"DeleteRequest": {"Key": {"Name": {"S": "B"}}}}]},
             "ItemCollectionMetrics": {"Forum": [{"ItemCollectionKey": {"Name": {"S": "A"}}, "SizeEstimateRangeGB": [1, 2]}]},
             "ConsumedCapacity": []}
            """)
        #expect(output.unprocessedItems == ["Forum": [.put(["Name": "A"]), .delete(["Name": "B"])]])
        #expect(
            output.itemCollectionMetrics == ["Forum": [ItemCollectionMetrics(key: ["Name": "A"], sizeEstimate: 1...2)]])
        #expect(throws: AttributeError.self) {
            try read(#"{"UnprocessedItems":{"t":[{}]}}"#, as: BatchWriteItemOutput.self)
        }
    }

    @Test("Items of a transaction in order, missing ones as nil")
    func transactions() throws {
        let output: TransactGetItemsOutput = try read(
            #"{"Responses":[{"Item":{"a":{"N":"1"}}},{},{"Item":{"a":{"N":"2"}}}]}"#)
        #expect(output.items == [["a": 1], nil, ["a": 2]])
        let written: TransactWriteItemsOutput = try read(
            #"{"ConsumedCapacity":[{"TableName":"t","CapacityUnits":4,"WriteCapacityUnits":4}],"ItemCollectionMetrics":{}}"#
        )
        #expect(written.consumedCapacity == [ConsumedCapacity(tableName: "t", units: .init(total: 4, write: 4))])
    }

    @Test(
        "Malformed bodies are errors",
        arguments: ["", "[]", "null", "{", #"{"Item":[]}"#, #"{"Item":{"a":"x"}}"#, #"{"Item":{"a":{"S":1}}}"#, "{} x"])
    func malformed(json: String) {
        #expect(throws: AttributeError.self) { try read(json, as: GetItemOutput<EncodedItem>.self) }
    }

    @Test("An item without what its record needs is an error that names it")
    func missing() {
        #expect(throws: AttributeError(.missingAttribute, path: "Subject", reason: "the item has no such attribute")) {
            try read(#"{"Items":[{"Subject":{"S":"x"}},{}]}"#, as: PageOutput<Thread>.self)
        }
    }

    @Test("The response of another operation is an error")
    func otherResponse() throws {
        let page = DynamoDBResponse.query(PageOutput(items: [], count: 0, scannedCount: 0, lastEvaluatedKey: nil))
        #expect(throws: AttributeError.self) { try GetItemOutput<EncodedItem>(page) }
        #expect(throws: AttributeError.self) { try WriteItemOutput<EncodedItem>(page) }
        #expect(throws: AttributeError.self) { try PageOutput<EncodedItem>(.getItem(GetItemOutput(item: nil))) }
        #expect(throws: AttributeError.self) { try BatchGetItemOutput(page) }
        #expect(throws: AttributeError.self) { try TableOutput(page) }
        #expect(try PageOutput<Thread>(page).items.isEmpty)
    }
}
