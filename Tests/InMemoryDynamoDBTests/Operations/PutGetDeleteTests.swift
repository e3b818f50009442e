import Entities
import InMemoryDynamoDB
import Testing

@Suite("PutItem, GetItem, DeleteItem")
struct PutGetDeleteTests {
    @Test(arguments: InMemoryDynamoDB.Transport.allCases)
    func itemComesBackAsItWasPut(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        let item: EncodedItem = [
            "pk": "a", "sk": "1", "number": 12, "truth": true, "nothing": nil, "list": [1, "two", [3]],
            "map": ["inner": ["deep": false]], "binary": .binary([0, 255, 7]), "strings": .stringSet(["x", "y"]),
            "numbers": .numberSet([1, -25]), "binaries": .binarySet([[1], [2, 3]]), "empty": "",
        ]
        #expect(try await db.get(["pk": "a", "sk": "1"]) == nil)
        try await db.put(item)
        #expect(try await db.get(["pk": "a", "sk": "1"]) == item)
        #expect(try await db.get(["pk": "a", "sk": "2"]) == nil)
        #expect(try await db.get(["pk": "b", "sk": "1"]) == nil)
    }

    @Test(arguments: InMemoryDynamoDB.Transport.allCases)
    func putReplacesTheWholeItem(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        try await db.put(["pk": "a", "sk": "1", "old": 1])
        let output = try await db.put(["pk": "a", "sk": "1", "new": 2]) { $0.returnValues = .allOld }
        #expect(output.attributes == ["pk": "a", "sk": "1", "old": 1])
        #expect(try await db.get(["pk": "a", "sk": "1"]) == ["pk": "a", "sk": "1", "new": 2])
        let fresh = try await db.put(["pk": "b", "sk": "1"]) { $0.returnValues = .allOld }
        #expect(fresh.attributes == nil)
    }

    @Test(arguments: InMemoryDynamoDB.Transport.allCases)
    func deleteReturnsWhatWasThere(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        try await db.put(["pk": "a", "sk": "1", "x": 1])
        let output = try await db.delete(["pk": "a", "sk": "1"]) { $0.returnValues = .allOld }
        #expect(output.attributes == ["pk": "a", "sk": "1", "x": 1])
        #expect(try await db.get(["pk": "a", "sk": "1"]) == nil)
        let again = try await db.delete(["pk": "a", "sk": "1"]) { $0.returnValues = .allOld }
        #expect(again.attributes == nil)
    }

    @Test(arguments: InMemoryDynamoDB.Transport.allCases)
    func numbersThatAreEqualAreOneKey(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport, sort: .number)
        try await db.put(["pk": "a", "sk": .number(try Number(parsing: "1000.0")), "x": 1])
        #expect(try await db.get(["pk": "a", "sk": .number(try Number(parsing: "1e3"))])?["x"] == 1)
    }

    @Test(arguments: InMemoryDynamoDB.Transport.allCases)
    func failedConditionChangesNothingAndCarriesTheItem(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        let item: EncodedItem = ["pk": "a", "sk": "1", "x": 1]
        try await db.put(item, if: .notExists(.name("pk")))
        let error = try await failure {
            try await db.put(["pk": "a", "sk": "1", "x": 2], if: .notExists(.name("pk"))) {
                $0.returnValuesOnConditionCheckFailure = .allOld
            }
        }
        #expect(error.code == .conditionalCheckFailed)
        #expect(error.message == "The conditional request failed")
        #expect(error.item == item)
        #expect(error.operation == "PutItem")
        #expect(error.tableName == "tbl")
        let silent = try await failure { try await db.delete(["pk": "a", "sk": "1"], if: .notExists(.name("pk"))) }
        #expect(silent.code == .conditionalCheckFailed)
        #expect(silent.item == nil)
        #expect(try await db.get(["pk": "a", "sk": "1"]) == item)
    }

    @Test(arguments: InMemoryDynamoDB.Transport.allCases)
    func projectionCutsNestedParts(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        try await db.put([
            "pk": "a", "sk": "1", "m": ["x": 1, "y": ["z": 2, "w": 3]], "l": [10, 20, 30, ["q": 1, "r": 2]], "s": "t",
        ])
        let paths = [
            AttributePath("m").appending("y").appending("z"), AttributePath("l").appending(index: 3).appending("q"),
            AttributePath("l").appending(index: 1), AttributePath("s"), AttributePath("missing"),
            AttributePath("s").appending("no"),
        ]
        let found = try await db.get(["pk": "a", "sk": "1"]) { $0.projection = Array(paths[..<5]) }
        #expect(found == ["m": ["y": ["z": 2]], "l": [20, ["q": 1]], "s": "t"])
        let nothing = try await db.get(["pk": "a", "sk": "1"]) { $0.projection = [paths[4], paths[5]] }
        #expect(nothing == [:])
    }

    @Test(arguments: InMemoryDynamoDB.Transport.allCases)
    func unknownTableIsNotFound(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = TestDatabase(transport)
        let error = try await failure { try await db.get(["pk": "a"], on: "nowhere") }
        #expect(error.code == .resourceNotFound)
        #expect(error.message == "Requested resource not found")
    }
}
