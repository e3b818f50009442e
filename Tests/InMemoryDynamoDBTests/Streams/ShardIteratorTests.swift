import Entities
import InMemoryDynamoDB
import Testing

@Suite("Shard iterators")
struct ShardIteratorTests {
    static let transports = InMemoryDynamoDB.Transport.allCases

    @Test(arguments: transports)
    func positions(_ transport: InMemoryDynamoDB.Transport) async throws {
        let (db, arn) = try await StreamRecordTests.database(transport)
        let early = try await db.iterator(arn, .latest)
        for sort in ["1", "2", "3"] { try await db.put(["pk": "a", "sk": .string(sort)]) }
        func sorts(_ iterator: String, limit: Int? = nil) async throws -> [AttributeValue?] {
            try await db.read(iterator, limit: limit).records.map { $0.keys["sk"] }
        }
        #expect(try await sorts(early) == ["1", "2", "3"])
        let numbers = try await db.records(arn).map(\.sequenceNumber)
        #expect(try await sorts(try await db.iterator(arn, .trimHorizon)) == ["1", "2", "3"])
        #expect(try await sorts(try await db.iterator(arn, .at(sequenceNumber: numbers[1]))) == ["2", "3"])
        #expect(try await sorts(try await db.iterator(arn, .after(sequenceNumber: numbers[1]))) == ["3"])
        let start = try #require(try await db.describeStream(arn).shards.first?.startingSequenceNumber)
        #expect(try await sorts(try await db.iterator(arn, .at(sequenceNumber: start))) == ["1", "2", "3"])
        #expect(try await sorts(try await db.iterator(arn, .after(sequenceNumber: start))) == ["1", "2", "3"])
        let latest = try await db.read(try await db.iterator(arn, .latest))
        #expect(latest.records.isEmpty)
        try await db.put(["pk": "a", "sk": "4"])
        let next = try #require(latest.nextShardIterator)
        #expect(try await sorts(next) == ["4"])
        // Page by page; an open shard has no end.
        let one = try await db.read(try await db.iterator(arn), limit: 2)
        #expect(one.records.count == 2)
        let two = try await db.read(try #require(one.nextShardIterator), limit: 2)
        #expect(two.records.map { $0.keys["sk"] } == ["3", "4"])
        let three = try await db.read(try #require(two.nextShardIterator), limit: 2)
        #expect(three.records.isEmpty && three.nextShardIterator != nil)
        // The same iterator reads the same again.
        #expect(try await sorts(early) == ["1", "2", "3", "4"])
    }

    @Test(arguments: transports)
    func iteratorIsGoodForFifteenMinutes(_ transport: InMemoryDynamoDB.Transport) async throws {
        let (db, arn) = try await StreamRecordTests.database(transport)
        let iterator = try await db.iterator(arn)
        db.clock.advance(by: 900)
        let next = try #require(try await db.read(iterator).nextShardIterator)
        db.clock.advance(by: 1)
        let error = try await failure { try await db.read(iterator) }
        #expect(error.code == .expiredIterator)
        #expect(try await db.read(next).records.isEmpty)
    }

    @Test(arguments: transports)
    func pageHoldsUpToAThousandRecordsOrAMegabyte(_ transport: InMemoryDynamoDB.Transport) async throws {
        let (db, arn) = try await StreamRecordTests.database(transport)
        for number in 0..<1001 { try await db.put(["pk": "a", "sk": .string("\(number)")]) }
        let page = try await db.read(try await db.iterator(arn))
        #expect(page.records.count == 1000)
        let latest = try await db.iterator(arn, .latest)
        let large = AttributeValue.string(String(repeating: "x", count: 390_000))
        for sort in ["x", "y"] {
            try await db.put(["pk": "b", "sk": .string(sort), "large": large])
            try await db.put(["pk": "b", "sk": .string(sort), "large": large, "more": 1])
        }
        // 390, 780, 390 and 780 KB.
        let first = try await db.read(latest)
        #expect(first.records.count == 1)
        let second = try await db.read(try #require(first.nextShardIterator))
        #expect(second.records.count == 1)
        let third = try await db.read(try #require(second.nextShardIterator))
        #expect(third.records.count == 1)
    }

    @Test(arguments: transports)
    func whatIsNoIteratorIsRefused(_ transport: InMemoryDynamoDB.Transport) async throws {
        let (db, arn) = try await StreamRecordTests.database(transport)
        let good = try await db.iterator(arn)
        let (other, otherARN) = try await StreamRecordTests.database(transport)
        _ = (other, otherARN)
        var forged = ["nonsense", "\(arn)|1|", "\(arn)|1|AAAA", "|1|", String(repeating: "A", count: 200)]
        forged += [String(good.dropLast()), "x" + good, good.replacing("tbl", with: "tbm"), good + "="]
        let place = good.index(good.endIndex, offsetBy: -20)
        forged.append(good.replacingCharacters(at: place, with: good[place] == "A" ? "B" : "A"))
        for text in forged {
            #expect(try await refusal { try await db.read(text) } == "Invalid ShardIterator", "\(text)")
        }
        #expect(try await db.read(good).records.isEmpty)
    }
}

extension String {
    fileprivate func replacingCharacters(at index: Index, with character: Character) -> String {
        var copy = self
        copy.replaceSubrange(index...index, with: [character])
        return copy
    }
}
