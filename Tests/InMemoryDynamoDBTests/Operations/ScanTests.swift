import Entities
import InMemoryDynamoDB
import Testing

@Suite("Scan")
struct ScanTests {
    static let transports = InMemoryDynamoDB.Transport.allCases

    static func database(_ transport: InMemoryDynamoDB.Transport, partitions: Int = 40) async throws -> TestDatabase {
        let db = try await TestDatabase.withTable(transport)
        for number in 0..<partitions {
            for sort in 0..<(number % 3 + 1) {
                try await db.put(["pk": .string("p\(number)"), "sk": .string("\(sort)")])
            }
        }
        return db
    }

    static func all(
        _ db: TestDatabase, limit: Int?, with change: (inout ScanRequest) -> Void = { _ in }
    ) async throws -> [EncodedItem] {
        var items: [EncodedItem] = []
        var start: EncodedItem?
        repeat {
            let page = try await db.scan {
                $0.limit = limit
                $0.exclusiveStartKey = start
                change(&$0)
            }
            items += page.items
            start = page.lastEvaluatedKey
        } while start != nil
        return items
    }

    @Test(arguments: transports)
    func everyItemComesOnceInAStableOrder(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport)
        let whole = try await Self.all(db, limit: nil)
        #expect(whole.count == 79)
        #expect(Set(whole).count == 79)
        #expect(try await Self.all(db, limit: 7) == whole)
        #expect(try await Self.all(db, limit: 1) == whole)
    }

    @Test(arguments: transports, [1, 2, 3, 7, 1000])
    func segmentsDivideTheTable(_ transport: InMemoryDynamoDB.Transport, _ total: Int) async throws {
        let db = try await Self.database(transport)
        var items: [EncodedItem] = []
        for segment in 0..<total {
            items += try await Self.all(db, limit: 5) {
                $0.segment = segment
                $0.totalSegments = total
            }
        }
        #expect(items == (try await Self.all(db, limit: nil)))
    }

    @Test(arguments: transports)
    func pagesEndAtOneMegabyte(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport, sort: nil)
        // 2 + 2 + 1 + 262,139 bytes: four make exactly one megabyte, which is still one page.
        for number in 0..<5 {
            try await db.put(["pk": .string("p\(number)"), "x": .string(String(repeating: "x", count: 262_139))])
        }
        let page = try await db.scan { $0.filter = .notExists(.name("x")) }
        #expect(page.items.isEmpty)
        #expect(page.scannedCount == 4)
        let rest = try await db.scan { $0.exclusiveStartKey = page.lastEvaluatedKey }
        #expect(rest.count == 1)
        #expect(rest.lastEvaluatedKey == nil)
    }

    @Test(arguments: transports)
    func parametersAreChecked(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport, partitions: 2)
        let cases: [((inout ScanRequest) -> Void, String)] = [
            (
                { $0.segment = 1 },
                "The TotalSegments parameter is required but was not present in the request when Segment parameter is "
                    + "present"
            ),
            (
                { $0.totalSegments = 1 },
                "The Segment parameter is required but was not present in the request when parameter TotalSegments is "
                    + "present"
            ),
            (
                {
                    $0.segment = 2
                    $0.totalSegments = 2
                },
                "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 2 is not "
                    + "less than TotalSegments: 2"
            ),
            (
                { $0.limit = 0 },
                "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value "
                    + "greater than or equal to 1"
            ),
            (
                { $0.exclusiveStartKey = ["pk": "a"] },
                "The provided starting key is invalid: The provided key element does not match the schema"
            ),
            (
                { $0.select = .specificAttributes },
                "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES"
            ),
            (
                { $0.filter = .compare(.path(AttributePath("pk").appending("x")), .equal, .value(1)) },
                "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: pk"
            ),
        ]
        for (change, message) in cases {
            #expect(try await refusal { try await db.scan(with: change) } == message)
        }
        // Unlike a query's, a scan's filter may name keys.
        #expect(try await db.scan { $0.filter = .compare(.name("pk"), .equal, .value("p1")) }.count == 2)
    }
}
