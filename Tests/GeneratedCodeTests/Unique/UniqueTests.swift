import Entities
import GeneratedModel
import TestExecutors
import Testing

@Suite("A value that another record has")
struct UniqueTests {
    private let ada = Author.Draft(authorID: "a", name: "Ada", email: "ada@example.com")

    private func database(_ executor: TestExecutor) async throws -> Database {
        let db = try executor.database(Press.table)
        try await db.createTables()
        try await Author.create(ada).run(on: db)
        try await Author.create(.init(authorID: "b", name: "Bob")).run(on: db)
        return db
    }

    @Test("The error names the attribute, of whatever write by itself", arguments: TestExecutor.all)
    func single(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        func attribute(_ write: () async throws -> Void) async -> String? {
            let error = await #expect(throws: DynamoDBError.self) { try await write() }
            #expect(error?.code == .notUnique)
            return error?.attribute
        }
        var draft = ada
        (draft.authorID, draft.handle) = ("c", "c")
        let email = draft
        #expect(await attribute { try await Author.create(email).run(on: db) } == "email")
        #expect(await attribute { _ = try await Author.create(email).attempt(on: db) } == "email")
        (draft.email, draft.handle) = (nil, "ada")
        let handle = draft
        #expect(await attribute { try await Author.create(handle).run(on: db) } == "handle")
        let update = Author.update(authorID: "b") { $0.set(email: "ada@example.com", replacing: nil) }
        #expect(await attribute { try await update.run(on: db) } == "email")
        #expect(await attribute { try await update.returningNothing().run(on: db) } == "email")
    }

    @Test("A transaction names it for each write, as does its outcome", arguments: TestExecutor.all)
    func transactions(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        var draft = ada
        (draft.authorID, draft.handle) = ("c", "c")
        let writes: [any TransactionWrite] = [
            Author.patch(authorID: "a") { $0.articleCount.add(1) }, Author.create(draft),
            Author.patch(authorID: "b") { $0.articleCount.add(1) }.if { $0.articleCount > 7 },
        ]
        let error = await #expect(throws: DynamoDBError.self) { try await db.transact(writes) }
        #expect(error?.cancellationReasons.filter(\.isFailure).map(\.attribute) == ["email", nil])
        guard case .canceled(let reasons) = try await db.attemptTransact(writes) else {
            Issue.record("the email is taken")
            return
        }
        #expect(reasons.map(\.failure) == [nil, .notUnique, .conditionalCheckFailed])
        #expect(reasons.map(\.attribute) == [nil, "email", nil])
        #expect(try await Author.get(authorID: "a").run(on: db)?.articleCount == 0)
    }
}
