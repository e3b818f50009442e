import Entities
import Foundation
import InMemoryDynamoDB
import Testing

@Suite("Stream records")
struct StreamRecordTests {
    static let transports = InMemoryDynamoDB.Transport.allCases

    /// A table `tbl` with a stream, and the stream's name.
    static func database(
        _ transport: InMemoryDynamoDB.Transport, _ viewType: StreamViewType = .newAndOldImages,
        options: InMemoryDynamoDB.Options = .init()
    ) async throws -> (TestDatabase, String) {
        let db = TestDatabase(transport, options: options)
        let table = try await db.createTable("tbl", stream: viewType)
        return (db, try #require(table.streamARN))
    }

    static func change(_ db: TestDatabase) async throws {
        try await db.put(["pk": "a", "sk": "1", "n": 1])
        try await db.update(
            ["pk": "a", "sk": "1"], UpdateExpression(set: [.init(AttributePath("n"), .operand(.value(2)))]))
        try await db.delete(["pk": "a", "sk": "1"])
    }

    @Test(arguments: StreamViewType.allCases, transports)
    func recordsHaveTheImagesOfTheViewType(
        _ viewType: StreamViewType, _ transport: InMemoryDynamoDB.Transport
    ) async throws {
        let (db, arn) = try await Self.database(transport, viewType)
        try await Self.change(db)
        let records = try await db.records(arn)
        #expect(records.map(\.event) == [.insert, .modify, .remove])
        #expect(records.allSatisfy { $0.keys == ["pk": "a", "sk": "1"] && $0.viewType == viewType })
        let (one, two): (EncodedItem, EncodedItem) = (
            ["pk": "a", "sk": "1", "n": 1], ["pk": "a", "sk": "1", "n": 2]
        )
        let hasNew = viewType == .newImage || viewType == .newAndOldImages
        let hasOld = viewType == .oldImage || viewType == .newAndOldImages
        #expect(records.map(\.newImage) == (hasNew ? [one, two, nil] : [nil, nil, nil]))
        #expect(records.map(\.oldImage) == (hasOld ? [nil, one, two] : [nil, nil, nil]))
    }

    @Test(arguments: transports)
    func recordsSayWhereAndWhenTheyAreFrom(_ transport: InMemoryDynamoDB.Transport) async throws {
        let (db, arn) = try await Self.database(transport)
        db.clock.advance(by: 0.25)
        try await Self.change(db)
        let records = try await db.records(arn)
        #expect(Set(records.map(\.eventID)).count == 3)
        for record in records {
            #expect(record.eventID.count == 32 && record.eventID.allSatisfy(\.isHexDigit))
            #expect(record.eventVersion == "1.1")
            #expect(record.eventSource == "aws:dynamodb")
            #expect(record.region == "us-east-1")
            #expect(record.userIdentity == nil)
            #expect(record.approximateCreationDate.timeIntervalSince1970 == 1_795_000_000)
            #expect((21...40).contains(record.sequenceNumber.count))
            #expect(record.sequenceNumber.allSatisfy { $0.isNumber })
        }
        #expect(records.map(\.sequenceNumber) == Set(records.map(\.sequenceNumber)).sorted())
    }

    /// The example of the service's documentation, with the sizes that it gives.
    @Test(arguments: transports)
    func sizeIsThatOfKeysAndImages(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = TestDatabase(transport)
        var request = CreateTableRequest(
            tableName: "docs", keys: KeySchema(partition: ["Id"]), attributeTypes: ["Id": .number])
        request.stream = .newAndOldImages
        let arn = try #require(try await db.engine.execute(PlainOperation(request)).table.streamARN)
        try await db.put(["Id": 101, "Message": "New item!"], on: "docs")
        try await db.put(["Id": 101, "Message": "This item has changed"], on: "docs")
        try await db.delete(["Id": 101], on: "docs")
        #expect(try await db.records(arn).map(\.sizeInBytes) == [26, 59, 38])
    }

    @Test(arguments: transports)
    func writesThatChangeNothingLeaveNoRecord(_ transport: InMemoryDynamoDB.Transport) async throws {
        let (db, arn) = try await Self.database(transport)
        try await db.delete(["pk": "a", "sk": "1"])
        try await db.put(["pk": "a", "sk": "1", "s": .stringSet(["x", "y"])])
        try await db.put(["pk": "a", "sk": "1", "s": .stringSet(["y", "x"])])
        try await db.update(["pk": "a", "sk": "1"], UpdateExpression(remove: [AttributePath("nothing")]))
        _ = try await failure { try await db.put(["pk": "a", "sk": "1"], if: .notExists(.name("pk"))) }
        #expect(try await db.records(arn).map(\.event) == [.insert])
    }

    @Test(arguments: transports)
    func transactionsAndBatchesLeaveARecordForEachItem(_ transport: InMemoryDynamoDB.Transport) async throws {
        let (db, arn) = try await Self.database(transport)
        try await db.put(["pk": "a", "sk": "old"])
        try await db.transact(
            .put(.init(tableName: "tbl", item: ["pk": "a", "sk": "1"])),
            .delete(.init(tableName: "tbl", key: ["pk": "a", "sk": "old"])),
            .check(.init(tableName: "tbl", key: ["pk": "a", "sk": "2"], condition: .notExists(.name("pk")))))
        _ = try await db.engine.execute(
            PlainOperation(
                BatchWriteItemRequest(tables: [
                    "tbl": [.put(["pk": "b", "sk": "1"]), .delete(["pk": "a", "sk": "1"])]
                ])))
        let records = try await db.records(arn)
        #expect(records.map(\.event) == [.insert, .insert, .remove, .insert, .remove])
        // One that is cancelled leaves none.
        _ = try await failure {
            try await db.transact(
                .put(.init(tableName: "tbl", item: ["pk": "c", "sk": "1"])),
                .check(.init(tableName: "tbl", key: ["pk": "c", "sk": "2"], condition: .exists(.name("pk")))))
        }
        #expect(try await db.records(arn).count == 5)
    }

    @Test(arguments: transports)
    func tablesWithoutAStreamHaveNone(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = TestDatabase(transport)
        let table = try await db.createTable("tbl")
        #expect(table.streamARN == nil && table.streamLabel == nil && table.stream == nil)
        #expect(try await db.listStreams().streams.isEmpty)
        #expect(try await db.listStreams(ListStreamsRequest(tableName: "tbl")).streams.isEmpty)
        #expect(try await db.listStreams(ListStreamsRequest(tableName: "nobody")).streams.isEmpty)
    }

    @Test func recordsHaveTheServicesFormOnTheWire() async throws {
        let (db, arn) = try await Self.database(.wire, .newImage)
        try await db.put(["pk": "a", "sk": "1", "n": 1])
        let iterator = try await db.iterator(arn)
        let body = StreamWireTests.respond(db, "GetRecords", #"{"ShardIterator":"\#(iterator)"}"#).body
        let record = try #require(try await db.records(arn).first)
        #expect(
            body.hasSuffix(
                #""Records":[{"awsRegion":"us-east-1","dynamodb":{"ApproximateCreationDateTime":1795000000.0,"#
                    + #""Keys":{"pk":{"S":"a"},"sk":{"S":"1"}},"NewImage":{"n":{"N":"1"},"pk":{"S":"a"},"sk":{"S":"1"}},"#
                    + #""SequenceNumber":"\#(record.sequenceNumber)","SizeBytes":15,"StreamViewType":"NEW_IMAGE"},"#
                    + #""eventID":"\#(record.eventID)","eventName":"INSERT","eventSource":"aws:dynamodb","eventVersion":"1.1"}]}"#
            ), "\(body)")
    }
}
