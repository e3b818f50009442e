import Entities
import InMemoryDynamoDB
import Testing

@Suite("Indexes")
struct IndexTests {
    static let transports = InMemoryDynamoDB.Transport.allCases
    static let indexes = [
        IndexDescription(name: "all", keys: KeySchema(partition: ["g"], sort: ["h"])),
        IndexDescription(name: "keys", keys: KeySchema(partition: ["g"]), projection: .keysOnly),
        IndexDescription(name: "some", keys: KeySchema(partition: ["g"]), projection: .include(["x"])),
        IndexDescription(
            name: "local", keys: KeySchema(partition: ["pk"], sort: ["h"]), projection: .keysOnly, isLocal: true),
    ]

    static func database(_ transport: InMemoryDynamoDB.Transport) async throws -> TestDatabase {
        try await TestDatabase.withTable(transport, indexes: indexes, types: ["g": .string, "h": .number])
    }

    static func item(_ sk: String, g: String? = "g", h: Int? = nil, x: Int = 0) -> EncodedItem {
        var attributes: [String: AttributeValue] = ["pk": "a", "sk": .string(sk), "x": .number(Number(x)), "y": "why"]
        if let g { attributes["g"] = .string(g) }
        if let h { attributes["h"] = .number(Number(h)) }
        return EncodedItem(attributes)
    }

    @Test(arguments: transports)
    func entriesAreOrderedByIndexKey(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport)
        for (sk, h) in [("3", 1), ("1", 2), ("2", 1), ("0", -7)] { try await db.put(Self.item(sk, h: h)) }
        try await db.put(Self.item("9", g: "other", h: 0))
        try await db.put(Self.item("8"))  // no `h`: not in `all`
        let page = try await db.query(.partition("g", named: "g"), index: "all")
        #expect(page.items.map { $0["h"] } == [-7, 1, 1, 2])
        let range = KeyCondition([.init("g", .value("g"))], range: .init("h", .between(.value(1), .value(1))))
        // The table's keys come in the order of their hashes.
        let equal = try await db.query(range, index: "all").items
        #expect(Set(equal.map { $0["sk"] }) == ["2", "3"])
        let backwards = try await db.query(range, index: "all") { $0.scanIndexForward = false }
        #expect(backwards.items == equal.reversed())
        #expect(try await db.query(.partition("g", named: "g"), index: "keys").count == 5)
    }

    @Test(arguments: transports)
    func entriesFollowTheirItems(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport)
        func found(_ g: String, _ index: String = "all") async throws -> [AttributeValue?] {
            try await db.query(.partition(.string(g), named: "g"), index: index).items.map { $0["x"] }
        }
        let key: EncodedItem = ["pk": "a", "sk": "1"]
        try await db.put(Self.item("1", h: 1, x: 1))
        #expect(try await found("g") == [1])
        // An attribute that is no key changes in place.
        try await db.update(key, .init(set: [.init(AttributePath("x"), .operand(.value(2)))]))
        #expect(try await found("g") == [2])
        #expect(try await found("g", "some") == [2])
        // A key attribute that changes moves the entry, one that goes takes it out.
        try await db.update(key, .init(set: [.init(AttributePath("g"), .operand(.value("z")))]))
        #expect(try await found("g") == [])
        #expect(try await found("z") == [2])
        try await db.update(key, .init(remove: [AttributePath("h")]))
        #expect(try await found("z") == [])
        #expect(try await found("z", "some") == [2])
        try await db.put(Self.item("1", g: nil, h: 3))
        #expect(try await found("z", "some") == [])
        try await db.put(Self.item("1", h: 4, x: 9))
        #expect(try await found("g") == [9])
        try await db.delete(key)
        #expect(try await found("g") == [])
        let table = try await db.engine.execute(PlainOperation(DescribeTableRequest(tableName: "tbl"))).table
        #expect(table.indexes.allSatisfy { $0.itemCount == 0 })
    }

    @Test(arguments: transports)
    func projectionsLimitWhatAnIndexReturns(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport)
        let item = Self.item("1", h: 1, x: 5)
        try await db.put(item)
        let condition = KeyCondition.partition("g", named: "g")
        #expect(try await db.query(condition, index: "all").items == [item])
        #expect(try await db.query(condition, index: "keys").items == [["pk": "a", "sk": "1", "g": "g"]])
        #expect(try await db.query(condition, index: "some").items == [["pk": "a", "sk": "1", "g": "g", "x": 5]])
        #expect(try await db.scan(index: "keys").items == [["pk": "a", "sk": "1", "g": "g"]])
        #expect(
            try await refusal { try await db.query(condition, index: "keys") { $0.projection = [AttributePath("y")] } }
                == "One or more parameter values were invalid: Global secondary index keys does not project [y]")
        #expect(
            try await refusal { try await db.query(condition, index: "some") { $0.select = .allAttributes } }
                == "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global "
                + "secondary index some because its projection type is not ALL")
        // A local index fetches from the table what it lacks.
        let local = KeyCondition.partition("a")
        #expect(
            try await db.query(local, index: "local").items == [["pk": "a", "sk": "1", "h": 1]])
        #expect(try await db.query(local, index: "local") { $0.select = .allAttributes }.items == [item])
        #expect(
            try await db.query(local, index: "local") { $0.projection = [AttributePath("y")] }.items == [["y": "why"]])
    }

    @Test(arguments: transports)
    func pagesOfAnIndexGoOnAmongEqualKeys(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport)
        for number in 0..<7 { try await db.put(Self.item("\(number)", h: number / 3)) }
        for forward in [true, false] {
            var found: [AttributeValue?] = []
            var start: EncodedItem?
            repeat {
                let page = try await db.query(.partition("g", named: "g"), index: "all") {
                    $0.limit = 2
                    $0.exclusiveStartKey = start
                    $0.scanIndexForward = forward
                }
                found += page.items.map { $0["sk"] }
                start = page.lastEvaluatedKey
                if let start { #expect(Set(start.attributes.keys) == ["pk", "sk", "g", "h"]) }
            } while start != nil
            let whole = try await db.query(.partition("g", named: "g"), index: "all") { $0.scanIndexForward = forward }
            #expect(found == whole.items.map { $0["sk"] })
            #expect(Set(found).count == 7)
        }
    }

    @Test(arguments: transports)
    func keyAttributesMustFitTheIndex(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport)
        #expect(
            try await refusal { try await db.put(["pk": "a", "sk": "1", "h": "text"]) }
                == "One or more parameter values were invalid: Type mismatch for Index Key h Expected: N Actual: S "
                + "IndexName: all")
        #expect(
            try await refusal { try await db.put(["pk": "a", "sk": "1", "g": ""]) }
                == "One or more parameter values are not valid. A value specified for a secondary index key is not "
                + "supported. The AttributeValue for a key attribute cannot contain an empty string value. "
                + "IndexName: all, IndexKey: g")
        #expect(
            try await refusal {
                try await db.update(
                    ["pk": "a", "sk": "1"], .init(set: [.init(AttributePath("g"), .operand(.value(1)))]))
            }
                == "One or more parameter values were invalid: Type mismatch for Index Key g Expected: S Actual: N "
                + "IndexName: all")
    }

    @Test(arguments: transports)
    func consistentReadsAreForTablesAndLocalIndexes(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport)
        #expect(
            try await refusal {
                try await db.query(.partition("g", named: "g"), index: "all") { $0.consistentRead = true }
            }
                == "Consistent reads are not supported on global secondary indexes")
        _ = try await db.query(.partition("a"), index: "local") { $0.consistentRead = true }
        #expect(
            try await refusal { try await db.query(.partition("a"), index: "none") }
                == "The table does not have the specified index: none")
    }
}

@Suite("Indexes of several attributes")
struct MultiAttributeIndexTests {
    static let transports = InMemoryDynamoDB.Transport.allCases

    static func database(_ transport: InMemoryDynamoDB.Transport) async throws -> TestDatabase {
        let index = IndexDescription(
            name: "multi", keys: KeySchema(partition: ["region", "kind"], sort: ["year", "name", "serial"]))
        let db = try await TestDatabase.withTable(
            transport, indexes: [index],
            types: ["region": .string, "kind": .number, "year": .number, "name": .string, "serial": .binary])
        var number = 0
        for (year, name, serial) in [
            (2024, "b", 1), (2024, "a", 2), (2024, "a\0", 1), (2024, "ab", 1), (2025, "a", 1), (2023, "z", 9),
            (2024, "a", 1),
        ] {
            number += 1
            try await db.put([
                "pk": "p", "sk": .string("\(number)"), "region": "eu", "kind": 1, "year": .number(Number(year)),
                "name": .string(name), "serial": .binary([UInt8(serial)]),
            ])
        }
        try await db.put(["pk": "p", "sk": "x", "region": "eu", "kind": 1, "year": 2024, "name": "a"])  // no serial
        try await db.put([
            "pk": "p", "sk": "y", "region": "e", "kind": 1, "year": 2024, "name": "a", "serial": .binary([1]),
        ])
        return db
    }

    private static let partition = [
        KeyCondition.Equality("region", .value("eu")), KeyCondition.Equality("kind", .value(1)),
    ]

    @Test(
        arguments: transports,
        [
            (KeyCondition(partition), ["6", "7", "2", "3", "4", "1", "5"]),
            (KeyCondition(partition + [.init("year", .value(2024))]), ["7", "2", "3", "4", "1"]),
            (KeyCondition(partition, range: .init("year", .greater(.value(2023)))), ["7", "2", "3", "4", "1", "5"]),
            (KeyCondition(partition, range: .init("year", .less(.value(2024)))), ["6"]),
            (
                KeyCondition(partition + [.init("year", .value(2024))], range: .init("name", .beginsWith(.value("a")))),
                ["7", "2", "3", "4"]
            ),
            (
                KeyCondition(
                    partition + [.init("year", .value(2024))], range: .init("name", .lessOrEqual(.value("a")))),
                ["7", "2"]
            ),
            (
                KeyCondition(partition + [.init("year", .value(2024))], range: .init("name", .greater(.value("a")))),
                ["3", "4", "1"]
            ),
            (KeyCondition(partition + [.init("year", .value(2024)), .init("name", .value("a"))]), ["7", "2"]),
            (
                KeyCondition(
                    partition + [.init("year", .value(2024)), .init("name", .value("a"))],
                    range: .init("serial", .greaterOrEqual(.value(.binary([2]))))), ["2"]
            ),
        ])
    func sortKeyPartsAreGivenFromTheLeft(
        _ transport: InMemoryDynamoDB.Transport, _ example: (condition: KeyCondition, sortKeys: [String])
    ) async throws {
        let db = try await Self.database(transport)
        let page = try await db.query(example.condition, index: "multi")
        #expect(page.items.map { $0["sk"] } == example.sortKeys.map { .string($0) })
        let backwards = try await db.query(example.condition, index: "multi") { $0.scanIndexForward = false }
        #expect(backwards.items.map { $0["sk"] } == example.sortKeys.reversed().map { .string($0) })
    }

    private static let gap =
        "RANGE key attributes year must have equality conditions specified in the query because a condition is present "
        + "on key attribute name"

    @Test(
        arguments: transports,
        [
            (
                KeyCondition([.init("region", .value("eu"))]),
                "HASH key attributes kind must have equality conditions specified in the query"
            ),
            (KeyCondition(partition + [.init("name", .value("a"))]), gap),
            (
                KeyCondition(partition + [.init("name", .value("a"))], range: .init("year", .greater(.value(1)))), gap
            ),
            (
                KeyCondition([.init("region", .value("eu"))], range: .init("kind", .greater(.value(1)))),
                "HASH key attributes kind must have equality conditions specified in the query"
            ),
            (
                KeyCondition(partition + [.init("year", .value("2024"))]),
                "One or more parameter values were invalid: Condition parameter type does not match schema type"
            ),
        ])
    func refusedConditions(
        _ transport: InMemoryDynamoDB.Transport, _ example: (condition: KeyCondition, message: String)
    ) async throws {
        let db = try await Self.database(transport)
        #expect(try await refusal { try await db.query(example.condition, index: "multi") } == example.message)
    }
}
