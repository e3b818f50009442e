import Entities
import InMemoryDynamoDB
import Testing

@Suite("UpdateItem")
struct UpdateItemTests {
    static let transports = InMemoryDynamoDB.Transport.allCases
    static let key: EncodedItem = ["pk": "a", "sk": "1"]
    static let start: EncodedItem = [
        "pk": "a", "sk": "1", "n": 10, "s": "text", "l": [0, 1, 2, 3], "m": ["x": 1, "y": ["z": 2]],
        "ss": .stringSet(["a", "b"]), "ns": .numberSet([1, 2]), "bs": .binarySet([[1]]),
    ]

    static func path(_ first: String, _ rest: AttributePath.Element...) -> AttributePath {
        rest.reduce(AttributePath(first)) { path, element in
            switch element {
            case .name(let name): path.appending(name)
            case .index(let index): path.appending(index: index)
            }
        }
    }

    static func value(_ value: AttributeValue) -> SetValue { .operand(.value(value)) }
    static func read(_ name: String) -> SetValue { .operand(.path(AttributePath(name))) }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let update: UpdateExpression
        /// The attributes that are different afterwards; `nil` for one that is gone.
        let changes: [String: AttributeValue?]
        var testDescription: String { name }

        init(_ name: String, _ update: UpdateExpression, _ changes: [String: AttributeValue?]) {
            self.name = name
            self.update = update
            self.changes = changes
        }
    }

    @Test(
        arguments: transports,
        [
            Case("set new and old", .init(set: [.init("n" ~> 1), .init("new" ~> "v")]), ["n": 1, "new": "v"]),
            Case("arithmetic", .init(set: [.init(path("n"), .plus(read("n"), value(5)))]), ["n": 15]),
            Case("subtraction", .init(set: [.init(path("n"), .minus(value(5), read("n")))]), ["n": -5]),
            Case(
                "every action sees the old item",
                .init(set: [.init("n" ~> 1), .init(path("copy"), read("n"))], remove: [path("s")]),
                ["n": 1, "copy": 10, "s": nil]),
            Case(
                "if_not_exists",
                .init(set: [
                    .init(path("n"), .ifNotExists(path("n"), value(0))),
                    .init(path("c"), .ifNotExists(path("c"), value(0))),
                ]), ["c": 0]),
            Case(
                "counter from nothing",
                .init(set: [.init(path("c"), .plus(.ifNotExists(path("c"), value(0)), value(1)))]), ["c": 1]),
            Case(
                "list_append both ways",
                .init(set: [
                    .init(path("l"), .listAppend(read("l"), value(["end"]))),
                    .init(path("k"), .listAppend(value([9]), read("l"))),
                ]), ["l": [0, 1, 2, 3, "end"], "k": [9, 0, 1, 2, 3]]),
            Case("list element", .init(set: [.init(path("l", .index(1)), value("one"))]), ["l": [0, "one", 2, 3]]),
            Case(
                "elements beyond the end are appended",
                .init(set: [.init(path("l", .index(70)), value("last")), .init(path("l", .index(4)), value("first"))]),
                ["l": [0, 1, 2, 3, "first", "last"]]),
            Case(
                "removed elements are counted as before",
                .init(
                    set: [.init(path("l", .index(3)), value("three"))],
                    remove: [path("l", .index(0)), path("l", .index(2))]),
                ["l": [1, "three"]]),
            Case(
                "map member", .init(set: [.init(path("m", .name("y"), .name("z")), value(3))]),
                ["m": ["x": 1, "y": ["z": 3]]]),
            Case(
                "new map member", .init(set: [.init(path("m", .name("a")), value(0))]),
                ["m": ["a": 0, "x": 1, "y": ["z": 2]]]),
            Case("removed member", .init(remove: [path("m", .name("x"))]), ["m": ["y": ["z": 2]]]),
            Case(
                "last member leaves an empty map", .init(remove: [path("m", .name("y"), .name("z"))]),
                ["m": ["x": 1, "y": [:]]]),
            Case(
                "removing what is not there",
                .init(remove: [path("no"), path("m", .name("no")), path("l", .index(9))]), [:]),
            Case("add to a number", .init(add: [.init(path("n"), .value(-3))]), ["n": 7]),
            Case("add makes a number", .init(add: [.init(path("c"), .value(3))]), ["c": 3]),
            Case(
                "add inside a map", .init(add: [.init(path("m", .name("x")), .value(2))]),
                ["m": ["x": 3, "y": ["z": 2]]]),
            Case(
                "add to sets",
                .init(add: [
                    .init(path("ss"), .value(.stringSet(["b", "c"]))),
                    .init(path("ns"), .value(.numberSet([0, 2, 3]))),
                    .init(path("bs"), .value(.binarySet([[0]]))), .init(path("new"), .value(.stringSet(["x"]))),
                ]),
                [
                    "ss": .stringSet(["a", "b", "c"]), "ns": .numberSet([0, 1, 2, 3]), "bs": .binarySet([[0], [1]]),
                    "new": .stringSet(["x"]),
                ]),
            Case(
                "delete from sets",
                .init(delete: [
                    .init(path("ss"), .value(.stringSet(["b", "c"]))), .init(path("ns"), .value(.numberSet([1, 2]))),
                    .init(path("no"), .value(.stringSet(["x"]))),
                ]), ["ss": .stringSet(["a"]), "ns": nil]),
            Case("nothing at all", .init(), [:]),
        ])
    func updates(_ transport: InMemoryDynamoDB.Transport, _ example: Case) async throws {
        let db = try await TestDatabase.withTable(transport)
        try await db.put(Self.start)
        let output = try await db.update(Self.key, example.update) { $0.returnValues = .allNew }
        var expected = Self.start.attributes
        for (name, value) in example.changes { expected[name] = value }
        #expect(output.attributes == EncodedItem(expected))
        #expect(try await db.get(Self.key) == EncodedItem(expected))
    }

    static let invalidPath = "The document path provided in the update expression is invalid for update"
    static let wrongType = "An operand in the update expression has an incorrect data type"
    static let missing = "The provided expression refers to an attribute that does not exist in the item"

    @Test(
        arguments: transports,
        [
            (UpdateExpression(set: [.init(path("no", .name("x")), value(1))]), invalidPath),
            (UpdateExpression(set: [.init(path("s", .name("x")), value(1))]), invalidPath),
            (UpdateExpression(set: [.init(path("m", .index(0)), value(1))]), invalidPath),
            (UpdateExpression(set: [.init(path("m", .name("no"), .name("x")), value(1))]), invalidPath),
            (UpdateExpression(set: [.init(path("l", .index(9), .name("x")), value(1))]), invalidPath),
            (UpdateExpression(remove: [path("no", .name("x"))]), invalidPath),
            (UpdateExpression(set: [.init(path("x"), read("no"))]), missing),
            (UpdateExpression(set: [.init(path("x"), .plus(read("no"), value(1)))]), missing),
            (UpdateExpression(set: [.init(path("x"), .plus(read("s"), value(1)))]), wrongType),
            (UpdateExpression(set: [.init(path("x"), .listAppend(read("s"), value([1])))]), wrongType),
            (UpdateExpression(add: [.init(path("s"), .value(1))]), wrongType),
            (UpdateExpression(add: [.init(path("n"), .value(.numberSet([1])))]), wrongType),
            (UpdateExpression(delete: [.init(path("ss"), .value(.numberSet([1])))]), wrongType),
            (
                UpdateExpression(set: [.init(path("x"), .plus(value(.number(largest)), value(.number(largest))))]),
                "Number overflow. Attempting to store a number with magnitude larger than supported range"
            ),
            (
                UpdateExpression(set: [.init(path("pk"), value("b"))]),
                "One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key"
            ),
            (
                UpdateExpression(set: [.init(path("a"), value(1)), .init(path("a", .name("b")), value(1))]),
                "Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these "
                    + "paths; path one: [a], path two: [a, b]"
            ),
            (
                UpdateExpression(set: [.init(path("a", .name("b")), value(1))], remove: [path("a", .index(1))]),
                "Invalid UpdateExpression: Two document paths conflict with each other; must remove or rewrite one of these "
                    + "paths; path one: [a, b], path two: [a, [1]]"
            ),
            (
                UpdateExpression(add: [.init(path("x"), .value("text"))]),
                "Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ADD, "
                    + "operand type: STRING"
            ),
            (
                UpdateExpression(delete: [.init(path("x"), .value(1))]),
                "Invalid UpdateExpression: Incorrect operand type for operator or function; operator: DELETE, "
                    + "operand type: NUMBER"
            ),
            (
                UpdateExpression(set: [.init(path("x"), .plus(value("text"), value(1)))]),
                "Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: +, "
                    + "operand type: S"
            ),
        ])
    func refusedUpdates(
        _ transport: InMemoryDynamoDB.Transport, _ example: (update: UpdateExpression, message: String)
    ) async throws {
        let db = try await TestDatabase.withTable(transport)
        try await db.put(Self.start)
        let message = try await refusal { try await db.update(Self.key, example.update) }
        #expect(message == example.message)
        #expect(try await db.get(Self.key) == Self.start)
    }

    /// 9.9E+125.
    static let largest = (try? Number(parsing: "9.9E+125")) ?? 0

    @Test(arguments: transports)
    func itemIsMadeUnlessThereIsOnlyRemoval(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        try await db.update(Self.key, .init(remove: [Self.path("x")]))
        #expect(try await db.get(Self.key) == nil)
        try await db.update(Self.key, .init(delete: [.init(Self.path("x"), .value(.stringSet(["a"])))]))
        #expect(try await db.get(Self.key) == nil)
        try await db.update(Self.key, .init())
        #expect(try await db.get(Self.key) == Self.key)
        try await db.update(["pk": "b", "sk": "1"], .init(add: [.init(Self.path("c"), .value(1))]))
        #expect(try await db.get(["pk": "b", "sk": "1"]) == ["pk": "b", "sk": "1", "c": 1])
    }

    @Test(arguments: transports)
    func returnValues(_ transport: InMemoryDynamoDB.Transport) async throws {
        let update = UpdateExpression(
            set: [.init(Self.path("n"), Self.value(11)), .init(Self.path("m", .name("y"), .name("z")), Self.value(3))],
            remove: [Self.path("s")])
        let expected: [(ReturnValues, EncodedItem?)] = [
            (.none, nil), (.allOld, Self.start), (.updatedOld, ["n": 10, "m": ["y": ["z": 2]], "s": "text"]),
            (.updatedNew, ["n": 11, "m": ["y": ["z": 3]]]),
        ]
        for (option, attributes) in expected {
            let db = try await TestDatabase.withTable(transport)
            try await db.put(Self.start)
            #expect(try await db.update(Self.key, update) { $0.returnValues = option }.attributes == attributes)
        }
        let db = try await TestDatabase.withTable(transport)
        let set = UpdateExpression(set: [.init(Self.path("x"), Self.value(1))])
        #expect(try await db.update(Self.key, set) { $0.returnValues = .updatedOld }.attributes == nil)
        #expect(try await db.update(["pk": "b", "sk": "1"], set) { $0.returnValues = .allOld }.attributes == nil)
    }

    @Test(arguments: transports)
    func sizeOfTheResultIsLimited(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        let large = AttributeValue.string(String(repeating: "x", count: 300_000))
        try await db.put(["pk": "a", "sk": "1", "one": large])
        let message = try await refusal {
            try await db.update(Self.key, .init(set: [.init(Self.path("two"), .operand(.value(large)))]))
        }
        #expect(message == "Item size to update has exceeded the maximum allowed size")
    }
}

infix operator ~>
/// `SET name = value`.
private func ~> (name: String, value: AttributeValue) -> (AttributePath, SetValue) {
    (AttributePath(name), .operand(.value(value)))
}

extension UpdateExpression.SetAction {
    fileprivate init(_ pair: (AttributePath, SetValue)) { self.init(pair.0, pair.1) }
}
