import Entities
import InMemoryDynamoDB
import Testing

@Suite("Shards of streams")
struct ShardTests {
    static let transports = InMemoryDynamoDB.Transport.allCases

    @Test(arguments: transports)
    func newStreamHasOneOpenShard(_ transport: InMemoryDynamoDB.Transport) async throws {
        let (db, arn) = try await StreamRecordTests.database(transport, .keysOnly)
        let stream = try await db.describeStream(arn)
        #expect(stream.arn == arn)
        #expect(arn.hasSuffix("/stream/\(stream.label)"))
        #expect(stream.status == .enabled)
        #expect(stream.viewType == .keysOnly)
        #expect(stream.tableName == "tbl")
        #expect(stream.keys == KeySchema(partition: ["pk"], sort: ["sk"]))
        #expect(stream.creationDate == db.clock.now)
        #expect(stream.shards.count == 1)
        let shard = try #require(stream.shards.first)
        #expect((28...65).contains(shard.id.count))
        #expect(shard.endingSequenceNumber == nil && shard.parentID == nil)
        let start = try #require(shard.startingSequenceNumber)
        #expect((21...40).contains(start.count))
        // What comes after the last shard is nothing, and so is what comes after one that never was.
        for last in [shard.id, "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"] {
            #expect(try await db.describeStream(arn) { $0.exclusiveStartShardID = last }.shards.isEmpty)
        }
    }

    @Test(arguments: transports)
    func shardIsContinuedInAChild(_ transport: InMemoryDynamoDB.Transport) async throws {
        let (db, arn) = try await StreamRecordTests.database(transport)
        try await db.put(["pk": "a", "sk": "1"])
        let place = try await db.iterator(arn)
        db.clock.advance(by: 600)
        #expect(try await db.describeStream(arn).shards.count == 1)
        db.clock.advance(by: 4 * 3600 - 600)
        try await db.put(["pk": "a", "sk": "2"])
        let shards = try await db.describeStream(arn).shards
        #expect(shards.count == 2 && shards.map(\.id) == shards.map(\.id).sorted())
        #expect(shards[1].parentID == shards[0].id && shards[1].endingSequenceNumber == nil)
        let (end, start) = try (#require(shards[0].endingSequenceNumber), #require(shards[1].startingSequenceNumber))
        #expect(end < start)
        #expect(try await failure { try await db.read(place) }.code == .expiredIterator)
        // The parent ends; the child goes on.
        let parent = try await db.read(try await db.iterator(arn, shard: shards[0].id))
        #expect(parent.records.map(\.keys) == [["pk": "a", "sk": "1"]])
        #expect(parent.nextShardIterator == nil)
        let child = try await db.read(try await db.iterator(arn, shard: shards[1].id))
        #expect(child.records.map(\.keys) == [["pk": "a", "sk": "2"]])
        #expect(child.nextShardIterator != nil)
        #expect(try await db.describeStream(arn) { $0.childrenOfShardID = shards[0].id }.shards == [shards[1]])
        #expect(try await db.describeStream(arn) { $0.childrenOfShardID = shards[1].id }.shards.isEmpty)
        // Paged.
        let first = try await db.describeStream(arn) { $0.limit = 1 }
        #expect(first.shards == [shards[0]] && first.lastEvaluatedShardID == shards[0].id)
        let second = try await db.describeStream(arn) {
            $0.limit = 1
            $0.exclusiveStartShardID = shards[0].id
        }
        #expect(second.shards == [shards[1]] && second.lastEvaluatedShardID == nil)
    }

    @Test(arguments: transports)
    func changesOfAPartitionStayInOneShard(_ transport: InMemoryDynamoDB.Transport) async throws {
        var options = InMemoryDynamoDB.Options()
        options.streams.shards = 4
        let (db, arn) = try await StreamRecordTests.database(transport, options: options)
        for round in 1...3 {
            for key in 1...20 {
                try await db.put(["pk": .string("p\(key)"), "sk": "s", "round": .number(Number(round))])
            }
        }
        let shards = try await db.describeStream(arn).shards
        #expect(shards.count == 4)
        var seen: [AttributeValue: Int] = [:]
        for shard in shards {
            let records = try await db.read(try await db.iterator(arn, shard: shard.id)).records
            #expect(!records.isEmpty)
            for (key, records) in Dictionary(grouping: records, by: { $0.keys["pk"] }) {
                #expect(records.map { $0.newImage?["round"] } == [1, 2, 3])
                seen[try #require(key), default: 0] += 1
            }
        }
        #expect(seen.count == 20 && seen.values.allSatisfy { $0 == 1 })
    }

    @Test(arguments: transports)
    func recordsAreTrimmedAfterADay(_ transport: InMemoryDynamoDB.Transport) async throws {
        var options = InMemoryDynamoDB.Options()
        options.streams.shardLifetime = 1_000_000
        let (db, arn) = try await StreamRecordTests.database(transport, options: options)
        try await db.put(["pk": "a", "sk": "1"])
        let start = try #require(try await db.describeStream(arn).shards.first?.startingSequenceNumber)
        db.clock.advance(by: 86_400 - 300)
        try await db.put(["pk": "a", "sk": "2"])
        let place = try await db.iterator(arn)
        #expect(try await db.read(place).records.count == 2)
        db.clock.advance(by: 301)
        // The iterator is young enough, but what it points to is gone.
        let error = try await failure { try await db.read(place) }
        #expect(error.code == .trimmedDataAccess)
        #expect(error.message == "The data you are trying to access has been trimmed")
        for position in [GetShardIteratorRequest.Position.at(sequenceNumber: start), .after(sequenceNumber: start)] {
            #expect(try await failure { try await db.iterator(arn, position) }.code == .trimmedDataAccess)
        }
        #expect(try await db.records(arn).map(\.keys) == [["pk": "a", "sk": "2"]])
        // The number that a shard is said to start with can be read from.
        let shard = try #require(try await db.describeStream(arn).shards.first)
        let again = try await db.iterator(arn, .at(sequenceNumber: try #require(shard.startingSequenceNumber)))
        #expect(try await db.read(again).records.count == 1)
    }

    @Test(arguments: transports)
    func closedShardsGoADayLater(_ transport: InMemoryDynamoDB.Transport) async throws {
        let (db, arn) = try await StreamRecordTests.database(transport)
        let old = try #require(try await db.describeStream(arn).shards.first)
        db.clock.advance(by: 4 * 3600)
        #expect(try await db.describeStream(arn).shards.count == 2)
        db.clock.advance(by: 86_401)
        #expect(try await db.describeStream(arn).shards.contains { $0.id == old.id } == false)
        #expect(try await failure { try await db.iterator(arn, shard: old.id) }.code == .resourceNotFound)
    }

    @Test(arguments: transports)
    func streamOutlivesItsTableByADay(_ transport: InMemoryDynamoDB.Transport) async throws {
        let (db, arn) = try await StreamRecordTests.database(transport)
        try await db.put(["pk": "a", "sk": "1"])
        _ = try await db.engine.execute(PlainOperation(DeleteTableRequest(tableName: "tbl")))
        let stream = try await db.describeStream(arn)
        #expect(stream.status == .disabled)
        #expect(stream.shards.allSatisfy { $0.endingSequenceNumber != nil })
        let page = try await db.read(try await db.iterator(arn))
        #expect(page.records.count == 1 && page.nextShardIterator == nil)
        #expect(try await db.listStreams().streams.map(\.arn) == [arn])
        // Another table of that name has a stream of its own, even if it is made in the same moment.
        let other = try await db.createTable("tbl", stream: .keysOnly)
        let otherARN = try #require(other.streamARN)
        #expect(otherARN != arn)
        #expect(try await db.records(otherARN).isEmpty)
        #expect(try await db.listStreams(ListStreamsRequest(tableName: "tbl")).streams.count == 2)
        db.clock.advance(by: 86_401)
        #expect(try await failure { try await db.describeStream(arn) }.code == .resourceNotFound)
        #expect(try await db.listStreams().streams.map(\.arn) == [otherARN])
    }

    @Test(arguments: transports)
    func streamsAreListedInPages(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = TestDatabase(transport)
        var arns: [String] = []
        for name in ["bbb", "ddd", "aaa"] {
            arns.append(try #require(try await db.createTable(name, stream: .keysOnly).streamARN))
        }
        let first = try await db.listStreams(ListStreamsRequest(limit: 2))
        #expect(first.streams.map(\.tableName) == ["aaa", "bbb"])
        #expect(first.lastEvaluatedStreamARN == arns[0])
        // What is added meanwhile shifts nothing.
        try await db.createTable("abc", stream: .keysOnly)
        let rest = try await db.listStreams(ListStreamsRequest(limit: 2, exclusiveStartStreamARN: arns[0]))
        #expect(rest.streams.map(\.tableName) == ["ddd"])
        #expect(rest.lastEvaluatedStreamARN == nil)
    }
}
