import Testing

@testable import Entities

@Suite("Cursors with a seal")
struct CursorKeysTests {
    private let key: EncodedItem = ["pk": "T#t", "sk": "NOTE#n", "gsi1pk": "T#t", "gsi1sk": "2026-11-21#n"]
    private let query = Note.due(tenantID: "t")
    private let old = [UInt8](repeating: 1, count: 16)
    private let new = [UInt8](repeating: 2, count: 32)

    private func database(_ dynamoDB: ScriptedDynamoDB, _ keys: CursorKeys?) -> Database {
        Database(dynamoDB, table: .notes, cursorKeys: keys)
    }

    /// The cursor that a query gives out.
    private func cursor(_ keys: CursorKeys?) async throws -> Cursor {
        let page = try await query.page(
            limit: 1, on: database(ScriptedDynamoDB(try QueryTests.page([], next: key)), keys))
        return try #require(page.cursor)
    }

    /// The key that a query goes on from.
    private func start(
        of query: Query<Note>, from cursor: Cursor, _ keys: CursorKeys?
    ) async throws -> EncodedItem? {
        let dynamoDB = ScriptedDynamoDB(try QueryTests.page([]))
        _ = try await query.page(from: cursor, on: database(dynamoDB, keys))
        guard case .query(let request) = dynamoDB.requests.first else { return nil }
        return request.exclusiveStartKey
    }

    @Test("A sealed cursor continues its query, under the present key and the one before")
    func rotation() async throws {
        let sealed = try await cursor(CursorKeys(current: old))
        #expect(try await start(of: query, from: sealed, CursorKeys(current: old)) == key)
        let rotated = try CursorKeys(current: new, previous: [old])
        #expect(try await start(of: query, from: sealed, rotated) == key)
        let fresh = try await cursor(rotated)
        #expect(fresh != sealed)
        #expect(try await start(of: query, from: fresh, CursorKeys(current: new)) == key)
    }

    /// Computed with Python: `hmac.new(bytes([1]) * 16, body + b"\0" + key, "sha256").digest()[:16] + key`, in base 64 for URLs.
    @Test("The form of a sealed cursor does not change from version to version")
    func form() async throws {
        #expect(
            try await cursor(CursorKeys(current: old)).text == """
                ZB4CkmtJrq41WwQgjK4mensiZ3NpMXBrIjp7IlMiOiJUI3QifSwiZ3NpMXNrIjp7IlMiOiIyMDI2LTExLTIxI24ifSwicGsiOnsi\
                UyI6IlQjdCJ9LCJzayI6eyJTIjoiTk9URSNuIn19
                """)
    }

    @Test("What was sealed with another key, or not at all, is refused")
    func forgeries() async throws {
        let keys = try CursorKeys(current: new, previous: [old])
        let stranger = try await cursor(CursorKeys(current: [UInt8](repeating: 3, count: 16)))
        for forged in [stranger, try await cursor(nil), Cursor(""), Cursor("x"), Cursor("not a cursor")] {
            let error = try await failure { try await start(of: query, from: forged, keys) }
            #expect(error.code == .invalidCursor)
            #expect(error.message == CursorKeys.refusal)
        }
        let sealed = try await cursor(keys)
        #expect(try await failure { try await start(of: query, from: sealed, nil) }.code == .invalidCursor)
    }

    @Test("Another query refuses it, with the same words")
    func otherQuery() async throws {
        let keys = try CursorKeys(current: new)
        let sealed = try await cursor(keys)
        for other in [
            Note.due(tenantID: "u"), query.descending(), query.where { $0.views > 1 }, Note.notes(tenantID: "t"),
        ] {
            let error = try await failure { try await start(of: other, from: sealed, keys) }
            #expect(error.code == .invalidCursor)
            #expect(error.message == CursorKeys.refusal)
        }
    }

    @Test("A change to any character is noticed")
    func tampering() async throws {
        let keys = try CursorKeys(current: new)
        let text = try await cursor(keys).text
        for index in text.indices {
            let changed = text.replacingCharacters(at: index, with: text[index] == "A" ? "B" : "A")
            let error = try await failure { try await start(of: query, from: Cursor(changed), keys) }
            #expect(error.code == .invalidCursor, "\(changed)")
        }
    }

    @Test("A key that can be guessed is refused", arguments: [0, 1, 15])
    func shortKey(length: Int) throws {
        for make in [
            { try CursorKeys(current: [UInt8](repeating: 1, count: length)) },
            { [new] in try CursorKeys(current: new, previous: [[UInt8](repeating: 1, count: length)]) },
        ] as [() throws -> CursorKeys] {
            let error = #expect(throws: DynamoDBError.self) { try make() }
            #expect(error?.code == .invalidCursorKey)
        }
    }

    @Test("Keys are never shown")
    func secrecy() throws {
        let keys = try CursorKeys(current: "correct horse battery staple".utf8)
        var dumped = ""
        dump(keys, to: &dumped)
        dump(database(ScriptedDynamoDB(), keys), to: &dumped)
        #expect("\(keys)" == "keys for cursors, not shown")
        #expect(String(reflecting: keys) == "keys for cursors, not shown")
        #expect(!dumped.contains("HMAC"))
        #expect(!dumped.contains("SIMD"))
    }
}

extension String {
    fileprivate func replacingCharacters(at index: Index, with character: Character) -> String {
        String(self[..<index]) + String(character) + String(self[self.index(after: index)...])
    }
}
