import Testing

@testable import Entities

@Suite("Deleting and removing records")
struct DeleteTests {
    private let key = Person.Key(personID: "ada")

    @Test("A delete returns what was there, or nothing")
    func delete() async throws {
        let person = Person(.init(personID: "ada"))
        let dynamoDB = ScriptedDynamoDB(
            .response(.deleteItem(WriteItemOutput(attributes: try EncodedItem(person)))),
            .response(.deleteItem(WriteItemOutput(attributes: nil))))
        #expect(try await Delete<Person>(key).run(on: dynamoDB.database) == person)
        #expect(try await Delete<Person>(key).run(on: dynamoDB.database) == nil)
        #expect(
            dynamoDB.requests.first?.body
                == #"{"TableName":"notes","Key":{"pk":{"S":"PERSON#ada"},"sk":{"S":"PERSON"}},"ReturnValues":"ALL_OLD"}"#
        )
    }

    @Test("A condition of a delete is not held against a record that is missing, but against one that is there")
    func condition() async throws {
        let item = try EncodedItem(Person(.init(personID: "ada")))
        let dynamoDB = ScriptedDynamoDB(.failedCondition(nil), .failedCondition(item))
        let delete = Delete<Person>(key).if { $0.role == "x" }
        #expect(try await delete.run(on: dynamoDB.database) == nil)
        #expect(try await failure { try await delete.run(on: dynamoDB.database) }.item == item)
    }

    @Test("A remove needs a record")
    func remove() async throws {
        let dynamoDB = ScriptedDynamoDB(.failedCondition(nil))
        let error = try await failure { try await Remove<Person>(key).run(on: dynamoDB.database) }
        #expect(error.code == .conditionalCheckFailed)
        #expect(error.message == #"there is no Person with this key: Key(personID: "ada")"#)
        guard case .deleteItem(let request) = try #require(dynamoDB.requests.first) else { return }
        #expect(request.condition == .exists(.path(AttributePath("pk"))))
    }

    @Test("Unique values are given back with the record, if it has them")
    func unique() async throws {
        let note = Note(.init())
        let dynamoDB = ScriptedDynamoDB(.response(.getItem(GetItemOutput(item: try EncodedItem(note)))), .written)
        #expect(try await Delete<Note>(Note.key, holding: Note.held).run(on: dynamoDB.database) == note)
        guard case .transactWriteItems(let request) = try #require(dynamoDB.requests.last),
            case .delete(let delete) = try #require(request.actions.first),
            case .delete(let release) = try #require(request.actions.last)
        else {
            Issue.record("\(dynamoDB.requests)")
            return
        }
        #expect(request.actions.count == 2)
        #expect(
            delete.condition
                == (.compare(.path(AttributePath("slug")), .equal, .value("s"))
                    && .notExists(.path(AttributePath("alias")))))
        #expect(release.key["pk"] == "UNIQUE#Note#slug#t#s")
    }

    @Test("Without a record there is nothing to give back: a delete does nothing, a remove fails")
    func uniqueMissing() async throws {
        let none = ScriptedDynamoDB.Answer.response(.getItem(GetItemOutput(item: nil)))
        let dynamoDB = ScriptedDynamoDB(none, none)
        #expect(try await Delete<Note>(Note.key, holding: Note.held).run(on: dynamoDB.database) == nil)
        let error = try await failure {
            try await Remove<Note>(Note.key, holding: Note.held).run(on: dynamoDB.database)
        }
        #expect(error.code == .conditionalCheckFailed)
        #expect(dynamoDB.requests.count == 2)
    }

    @Test("A record that is gone when the transaction comes is nothing; one with another value is an error")
    func uniqueRace() async throws {
        let item = try EncodedItem(Note(.init(slug: "other")))
        let get = ScriptedDynamoDB.Answer.response(.getItem(GetItemOutput(item: item)))
        let dynamoDB = ScriptedDynamoDB(
            get, .cancelled(.init(code: "ConditionalCheckFailed"), .init(code: "None")),
            get, .cancelled(.init(code: "ConditionalCheckFailed", item: item), .init(code: "None")))
        let delete = Delete<Note>(Note.key, holding: Note.held)
        #expect(try await delete.run(on: dynamoDB.database) == nil)
        let error = try await failure { try await delete.run(on: dynamoDB.database) }
        #expect(error.code == .conditionalCheckFailed)
        #expect(error.item == item)
    }

    @Test("A versioned record removes itself, if nobody else has changed it")
    func ownVersion() async throws {
        var note = Note(.init(alias: "a"))
        note.revision = 3
        let remove = note.remove()
        let actions = try remove.actions(on: ScriptedDynamoDB().database)
        #expect(actions.map(\.label) == ["Note.remove", "Note.slug", "Note.alias"])
        let item = try EncodedItem(Note(.init(alias: "a")))
        let dynamoDB = ScriptedDynamoDB(
            .response(.getItem(GetItemOutput(item: item))),
            .cancelled(.init(code: "ConditionalCheckFailed", item: item), .init(code: "None"), .init(code: "None")))
        #expect(try await failure { try await remove.run(on: dynamoDB.database) }.code == .versionConflict)
    }

    @Test("A record without an optional unique value removes itself only if it still has none")
    func absentClaim() {
        /// Not versioned, so that nothing else would notice.
        func remove<E: Entity>(_ record: E) -> Remove<E> { record.remove() }
        let condition = remove(Note(.init())).plan.holding.condition
        #expect(
            condition
                == (.compare(.path(AttributePath("slug")), .equal, .value("s"))
                    && .notExists(.path(AttributePath("alias")))))
        #expect(remove(Note(.init(alias: "a"))).plan.holding.releases.map(\.attribute) == ["slug", "alias"])
    }
}
