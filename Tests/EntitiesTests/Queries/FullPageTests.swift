import Testing

@testable import Entities

@Suite("Pages of so many items")
struct FullPageTests {
    private func page(_ ids: String..., next: String? = nil) throws -> ScriptedDynamoDB.Answer {
        let items = try ids.map { id in
            try EncodedItem(Note(.init(noteID: id))).replacing(["gsi1pk": "T#t", "gsi1sk": .string(id)])
        }
        let key: EncodedItem? = next.map { Self.key($0) }
        return .response(.query(PageOutput(items: items, count: items.count, scannedCount: 9, lastEvaluatedKey: key)))
    }

    private static func key(_ id: String) -> EncodedItem {
        ["pk": "T#t", "sk": .string("NOTE#\(id)"), "gsi1pk": "T#t", "gsi1sk": .string(id)]
    }

    @Test("With a filter, pages are read until it is full, and the cursor is behind its last item")
    func filtered() async throws {
        let query = Note.due(tenantID: "t").where { $0.views == 0 }
        let dynamoDB = ScriptedDynamoDB(
            try page(next: "0"), try page("a", next: "b"), try page("c", "d", "e", next: "f"), try page("d", "e"))
        let first = try await query.page(of: 2, reading: 40, on: dynamoDB.database)
        #expect(first.items.map(\.noteID) == ["a", "c"])
        #expect(dynamoDB.requests.map { $0.query?.limit } == [40, 40, 40])
        #expect(dynamoDB.requests.map { $0.query?.exclusiveStartKey } == [nil, Self.key("0"), Self.key("b")])
        let second = try await query.page(of: 3, from: first.cursor, on: dynamoDB.database)
        #expect(second.items.map(\.noteID) == ["d", "e"])
        #expect(second.cursor == nil)
        #expect(dynamoDB.requests.last?.query?.exclusiveStartKey == Self.key("c"))
        #expect(dynamoDB.requests.last?.query?.limit == nil)
    }

    @Test("Without a filter no more is read than is missing")
    func unfiltered() async throws {
        let dynamoDB = ScriptedDynamoDB(try page("a", "b", next: "b"), try page("c", next: "c"))
        let found = try await Note.due(tenantID: "t").page(of: 3, on: dynamoDB.database)
        #expect(found.items.map(\.noteID) == ["a", "b", "c"])
        #expect(found.cursor == (try Note.due(tenantID: "t").cursor(after: Self.key("c"), on: dynamoDB.database)))
        #expect(dynamoDB.requests.map { $0.query?.limit } == [3, 1])
    }

    @Test("A selection asks for the keys as well, to go on from")
    func selection() async throws {
        let dynamoDB = ScriptedDynamoDB(try page("a", "b", "c"))
        let selection = Note.due(tenantID: "t").where { $0.views == 0 }.select { $0.title }
        let found = try await selection.page(of: 1, on: dynamoDB.database)
        #expect(found.items == ["T"])
        #expect(found.cursor == (try selection.cursor(after: Self.key("a"), on: dynamoDB.database)))
        #expect(
            dynamoDB.requests.first?.query?.projection?.map(\.description)
                == ["title", "gsi1pk", "gsi1sk", "pk", "sk"])
    }

    @Test("A page has at least one item")
    func none() async throws {
        let error = try await failure {
            try await Note.due(tenantID: "t").page(of: 0, on: ScriptedDynamoDB().database)
        }
        #expect(error.code == .invalidRequest)
    }

    @Test("A cursor is made of an item's key, and of nothing less")
    func cursorAfter() async throws {
        let query = Note.due(tenantID: "t")
        let dynamoDB = ScriptedDynamoDB(try page())
        let item = try EncodedItem(Note(.init(noteID: "a"))).replacing(["gsi1pk": "T#t", "gsi1sk": "a"])
        _ = try await query.page(from: query.cursor(after: item, on: dynamoDB.database), on: dynamoDB.database)
        #expect(dynamoDB.requests.first?.query?.exclusiveStartKey == Self.key("a"))
        let error = try await failure {
            try query.cursor(after: ["pk": "T#t", "sk": "NOTE#a"], on: dynamoDB.database)
        }
        #expect(error.code == .invalidCursor)
    }
}
