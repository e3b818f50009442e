import Foundation
import Testing

@testable import Entities

@Suite("Cursors")
struct CursorTests {
    private let key: EncodedItem = ["pk": "T#t", "sk": "NOTE#é🦀", "gsi1pk": "T#t", "gsi1sk": "2026-11-21#n"]
    private let query = Note.due(tenantID: "t", dueAt: Date(timeIntervalSince1970: 0)...)

    private func cursor(_ query: Query<Note>) -> Cursor { Cursor(.key(key), of: query.plan, nil) }

    private func page(_ query: Query<Note>, from cursor: Cursor) async throws -> ScriptedDynamoDB {
        let dynamoDB = ScriptedDynamoDB(try QueryTests.page([]))
        _ = try await query.page(limit: 5, from: cursor, on: dynamoDB.database)
        return dynamoDB
    }

    @Test("A cursor continues its query, with another limit or consistency as well")
    func roundTrip() async throws {
        let first = ScriptedDynamoDB(try QueryTests.page([], next: key))
        let given = try #require(try await query.page(limit: 1, on: first.database).cursor)
        let came = Cursor(given.text)
        #expect(came == given)
        #expect(
            given.text.utf8.allSatisfy {
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
                    || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            })
        for query in [query, query.consistent()] {
            guard case .query(let request) = try #require(try await page(query, from: came).requests.first) else {
                return
            }
            #expect(request.exclusiveStartKey == key)
            #expect(request.limit == 5)
        }
    }

    @Test("Another query refuses it: partition, range, filter, direction, pattern")
    func otherQuery() async throws {
        let cursor = cursor(query)
        for other in [
            Note.due(tenantID: "u", dueAt: Date(timeIntervalSince1970: 0)...), Note.due(tenantID: "t"),
            Note.due(tenantID: "t", dueAt: Date(timeIntervalSince1970: 86_400)...), query.where { $0.views > 1 },
            query.descending(),
            Note.notes(tenantID: "t"),
        ] {
            let error = try await failure { try await page(other, from: cursor) }
            #expect(error.code == .invalidCursor)
            #expect(error.message.hasPrefix("the cursor belongs to another query"))
        }
        let scan = Note.scan()
        let dynamoDB = ScriptedDynamoDB()
        let error = try await failure {
            try await scan.segment(1, of: 2).page(
                from: Cursor(.key(key), of: scan.segment(0, of: 2).plan, nil), on: dynamoDB.database)
        }
        #expect(error.code == .invalidCursor)
    }

    @Test("Values of another type make another query")
    func types() {
        let text = Cursor(.key(key), of: Query<Note>(Note.dueShape, equalities: [.init("a", .value("1"))]).plan, nil)
        let number = Cursor(.key(key), of: Query<Note>(Note.dueShape, equalities: [.init("a", .value(1))]).plan, nil)
        #expect(text != number)
    }

    @Test(
        "Text that is no cursor is refused",
        arguments: ["", "x", "AAAAAAAAAAA", "not a cursor!", "====", "é", "AAAAAAAAAAAAAAAAAAAAAAAA"])
    func garbage(text: String) async throws {
        let error = try await failure { try await page(query, from: Cursor(text)) }
        #expect(error.code == .invalidCursor)
    }

    @Test("A cursor that was cut is refused, wherever")
    func truncated() async throws {
        let text = cursor(query).text
        for length in 0..<text.utf8.count {
            let error = try await failure { try await page(query, from: Cursor(String(text.prefix(length)))) }
            #expect(error.code == .invalidCursor, "\(length)")
        }
    }

    @Test(
        "A key of another table or index is refused before it is sent",
        arguments: [
            [:], ["pk": "T#t", "sk": "x"], ["pk": "T#t", "sk": "x", "gsi1pk": "T#t"],
            ["pk": "T#t", "sk": "x", "gsi1pk": "T#t", "gsi1sk": 1],
            ["pk": "T#t", "sk": "x", "gsi1pk": "T#t", "gsi1sk": true],
            ["pk": "T#t", "sk": "x", "gsi1pk": "T#t", "gsi2sk": "y"],
            ["pk": "T#t", "sk": "x", "gsi1pk": "T#t", "gsi1sk": "y", "more": "z"],
        ] as [EncodedItem])
    func foreignKey(key: EncodedItem) async throws {
        let forged = Cursor(.key(key), of: query.plan, nil)
        let error = try await failure { try await page(query, from: forged) }
        #expect(error.code == .invalidCursor)
        #expect(error.message == "the cursor does not hold a key of the table and index that are read")
        #expect(error.tableName == "notes")
    }

    @Test("A cursor is coded as its text")
    func codable() throws {
        let cursor = cursor(query)
        let json = try JSONEncoder().encode([cursor])
        #expect(String(decoding: json, as: UTF8.self) == "[\"\(cursor.text)\"]")
        #expect(try JSONDecoder().decode([Cursor].self, from: json) == [cursor])
        #expect("\(cursor)" == cursor.text)
    }
}
