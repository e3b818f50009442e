import Entities
import InMemoryDynamoDB
import Testing

@Suite("Query")
struct QueryTests {
    static let transports = InMemoryDynamoDB.Transport.allCases

    /// Ten items `a`/`00` … `a`/`09`, and neighbours.
    static func database(_ transport: InMemoryDynamoDB.Transport) async throws -> TestDatabase {
        let db = try await TestDatabase.withTable(transport)
        for number in 0..<10 {
            try await db.put(["pk": "a", "sk": .string("0\(number)"), "n": .number(Number(number))])
        }
        try await db.put(["pk": "b", "sk": "05"])
        return db
    }

    static func sortKeys(_ page: PageOutput<EncodedItem>) -> [Int] {
        page.items.compactMap { item in
            guard case .string(let text) = item["sk"] else { return nil }
            return Int(text)
        }
    }

    @Test(arguments: transports)
    func partitionComesInOrderOfTheSortKey(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport)
        let page = try await db.query(.partition("a"))
        #expect(Self.sortKeys(page) == Array(0..<10))
        #expect(page.count == 10)
        #expect(page.scannedCount == 10)
        #expect(page.lastEvaluatedKey == nil)
        let backwards = try await db.query(.partition("a")) { $0.scanIndexForward = false }
        #expect(Self.sortKeys(backwards) == (0..<10).reversed())
        #expect(try await db.query(.partition("c")).items.isEmpty)
    }

    @Test(
        arguments: transports,
        [
            (KeyCondition.Range.less(.value("03")), [0, 1, 2]), (.lessOrEqual(.value("03")), [0, 1, 2, 3]),
            (.greater(.value("07")), [8, 9]), (.greaterOrEqual(.value("07")), [7, 8, 9]),
            (.between(.value("03"), .value("05")), [3, 4, 5]), (.beginsWith(.value("0")), Array(0..<10)),
            (.beginsWith(.value("04")), [4]), (.beginsWith(.value("1")), []),
            (.between(.value("045"), .value("06")), [5, 6]),
        ])
    func rangesMeanWhatTheySay(
        _ transport: InMemoryDynamoDB.Transport, _ expectation: (range: KeyCondition.Range, keys: [Int])
    ) async throws {
        let db = try await Self.database(transport)
        let page = try await db.query(.partition("a", sk: expectation.range))
        #expect(Self.sortKeys(page) == expectation.keys)
        let backwards = try await db.query(.partition("a", sk: expectation.range)) { $0.scanIndexForward = false }
        #expect(Self.sortKeys(backwards) == expectation.keys.reversed())
    }

    @Test(arguments: transports)
    func pagesGoOnWhereTheLastOneEnded(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport)
        for forward in [true, false] {
            var found: [Int] = []
            var start: EncodedItem?
            repeat {
                let page = try await db.query(.partition("a")) {
                    $0.limit = 5
                    $0.scanIndexForward = forward
                    $0.exclusiveStartKey = start
                }
                found += Self.sortKeys(page)
                start = page.lastEvaluatedKey
            } while start != nil
            #expect(found == (forward ? Array(0..<10) : (0..<10).reversed()))
        }
        // The service does not look whether anything follows the last item that the limit allows.
        let last = try await db.query(.partition("a")) { $0.limit = 10 }
        #expect(last.lastEvaluatedKey == ["pk": "a", "sk": "09"])
        let exact = try await db.query(.partition("a")) { $0.limit = 11 }
        #expect(exact.lastEvaluatedKey == nil)
    }

    @Test(arguments: transports)
    func filterAndLimitCountWhatWasRead(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport)
        let page = try await db.query(.partition("a")) {
            $0.filter = .compare(.name("n"), .greaterOrEqual, .value(3))
            $0.limit = 5
        }
        #expect(Self.sortKeys(page) == [3, 4])
        #expect(page.count == 2)
        #expect(page.scannedCount == 5)
        #expect(page.lastEvaluatedKey == ["pk": "a", "sk": "04"])
        let count = try await db.query(.partition("a")) {
            $0.filter = .compare(.name("n"), .greaterOrEqual, .value(3))
            $0.select = .count
        }
        #expect(count.items.isEmpty)
        #expect(count.count == 7)
        #expect(count.scannedCount == 10)
    }
}
