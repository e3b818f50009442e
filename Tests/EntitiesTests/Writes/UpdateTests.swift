import Foundation
import Testing

@testable import Entities

@Suite("Updates and patches")
struct UpdateTests {
    private static func item(_ change: (inout Note) -> Void = { _ in }) throws -> EncodedItem {
        var note = Note(.init())
        change(&note)
        return try EncodedItem(note)
    }

    private func answer(_ item: EncodedItem) -> ScriptedDynamoDB.Answer {
        .response(.updateItem(WriteItemOutput(attributes: item)))
    }

    @Test("An update asks for the record as it is then, and for an item that exists")
    func request() async throws {
        let item = try Self.item { $0.title = "New" }
        let dynamoDB = ScriptedDynamoDB(answer(item))
        let note = try await Note.update { $0.title.set("New") }.if { $0.views > 1 || $0.alias == nil }.run(
            on: dynamoDB.database)
        #expect(try note == item.decode(as: Note.self))
        #expect(
            dynamoDB.requests.map(\.body) == [
                #"""
                {"TableName":"notes","Key":{"pk":{"S":"T#t"},"sk":{"S":"NOTE#n"}},"UpdateExpression":"SET #title = :v0 ADD #revision :v1",\#
                "ConditionExpression":"attribute_exists(#pk) AND (#views > :v2 OR attribute_not_exists(#alias))",\#
                "ExpressionAttributeNames":{"#title":"title","#revision":"revision","#pk":"pk","#views":"views","#alias":"alias"},\#
                "ExpressionAttributeValues":{":v0":{"S":"New"},":v1":{"N":"1"},":v2":{"N":"1"}},\#
                "ReturnValuesOnConditionCheckFailure":"ALL_OLD","ReturnValues":"ALL_NEW"}
                """#
            ])
    }

    @Test("An update of nothing is nothing, a patch of nothing an error")
    func missing() async throws {
        let dynamoDB = ScriptedDynamoDB(.failedCondition(nil), .failedCondition(nil))
        #expect(try await Note.update { $0.views.add(1) }.run(on: dynamoDB.database) == nil)
        let error = try await failure { try await Note.patch { $0.views.add(1) }.run(on: dynamoDB.database) }
        #expect(error.code == .conditionalCheckFailed)
        #expect(error.item == nil)
        #expect(error.message == #"there is no Note with this key: Key(tenantID: "t", noteID: "n")"#)
        #expect(error.origin == RequestOrigin(entity: "Note", accessPattern: "patch"))
    }

    @Test("A condition that does not hold is an error with the stored item")
    func condition() async throws {
        let item = try Self.item()
        let dynamoDB = ScriptedDynamoDB(.failedCondition(item))
        let error = try await failure {
            try await Note.update { $0.views.add(1) }.if { $0.views > 5 }.run(on: dynamoDB.database)
        }
        #expect(error.code == .conditionalCheckFailed)
        #expect(error.item == item)
    }

    @Test("Another version is a conflict with the current state")
    func versions() async throws {
        let item = try Self.item { $0.revision = 4 }
        let dynamoDB = ScriptedDynamoDB(.failedCondition(item), .failedCondition(item), .failedCondition(item))
        for version in [3, 5] {
            let error = try await failure {
                try await Note.patch { $0.views.add(1) }.ifVersion(version).run(on: dynamoDB.database)
            }
            #expect(error.code == .versionConflict)
            #expect(error.item == item)
            #expect(error.message.contains("version \(version) was expected, {\"N\":\"4\"} is stored"))
        }
        // The version is right, so something else is wrong.
        let error = try await failure {
            try await Note.update { $0.views.add(1) }.ifVersion(4).if { $0.views > 5 }.run(on: dynamoDB.database)
        }
        #expect(error.code == .conditionalCheckFailed)
    }

    @Test("A record patches itself, if nobody else has since it was read")
    func ownVersion() async throws {
        var note = Note(.init())
        note.revision = 7
        let dynamoDB = ScriptedDynamoDB(answer(try EncodedItem(note)))
        _ = try await note.patch { $0.views.add(1) }.run(on: dynamoDB.database)
        guard case .updateItem(let request) = try #require(dynamoDB.requests.first) else { return }
        #expect(
            request.condition
                == (.exists(.path(AttributePath("pk")))
                    && .compare(.path(AttributePath("revision")), .equal, .value(7))))
    }

    @Test("A new unique value is claimed and the old one given back, if the record has it")
    func unique() async throws {
        let item = try Self.item { $0.slug = "new" }
        let dynamoDB = ScriptedDynamoDB(.written, .response(.getItem(GetItemOutput(item: item))))
        let note = try await Note.update { $0.set(slug: "new", replacing: "old") }.run(on: dynamoDB.database)
        #expect(note?.slug == "new")
        guard case .transactWriteItems(let transaction) = try #require(dynamoDB.requests.first) else {
            Issue.record("no transaction")
            return
        }
        #expect(transaction.actions.count == 3)
        guard case .update(let update) = transaction.actions[0], case .delete(let release) = transaction.actions[1],
            case .put(let claim) = transaction.actions[2]
        else {
            Issue.record("\(transaction.actions)")
            return
        }
        #expect(
            update.condition
                == (.exists(.path(AttributePath("pk")))
                    && .compare(.path(AttributePath("slug")), .equal, .value("old"))))
        #expect(release.key == ["pk": "UNIQUE#Note#slug#t#old", "sk": "UNIQUE"])
        #expect(release.condition == nil)
        #expect(claim.item["pk"] == "UNIQUE#Note#slug#t#new")
        #expect(claim.condition == .notExists(.path(AttributePath("pk"))))
        guard case .getItem(let get) = try #require(dynamoDB.requests.last) else { return }
        #expect(get.consistentRead)
    }

    @Test("A unique value in another form with the same key moves no claim", arguments: ["old", "OLD"])
    func sameKey(slug: String) async throws {
        let item = try Self.item { $0.slug = slug }
        let dynamoDB = ScriptedDynamoDB(answer(item))
        #expect(try await Note.update { $0.set(slug: slug, replacing: "old") }.run(on: dynamoDB.database)?.slug == slug)
    }

    @Test("Failures of a transaction with claims are those of a single write")
    func uniqueFailures() async throws {
        let item = try Self.item()
        let dynamoDB = ScriptedDynamoDB(
            .cancelled(.init(code: "None"), .init(code: "None"), .init(code: "ConditionalCheckFailed")),
            .cancelled(.init(code: "ConditionalCheckFailed"), .init(code: "None"), .init(code: "None")),
            .cancelled(.init(code: "ConditionalCheckFailed", item: item), .init(code: "None"), .init(code: "None")),
            .written, .response(.getItem(GetItemOutput(item: nil))))
        let update = Note.update { $0.set(slug: "new", replacing: "old") }
        #expect(try await failure { try await update.run(on: dynamoDB.database) }.code == .notUnique)
        #expect(try await update.run(on: dynamoDB.database) == nil)
        let error = try await failure { try await update.ifVersion(9).run(on: dynamoDB.database) }
        #expect(error.code == .versionConflict)
        #expect(error.item == item)
        let gone = try await failure { try await update.run(on: dynamoDB.database) }
        #expect(gone.message == "the Note was written, but could not be read: it may have been deleted since")
        #expect(dynamoDB.unusedAnswers == 0)
    }

    @Test("A rule that is broken is an error before anything is sent")
    func rules() async throws {
        let dynamoDB = ScriptedDynamoDB()
        let error = try await failure { try await Note.update { $0.title.set("") }.run(on: dynamoDB.database) }
        #expect(error.code == .invalidValue)
        #expect(error.message == "Note was not changed: title has 0, the definition allows 1 to 10")
        #expect(dynamoDB.requests.isEmpty)
    }

    @Test("An index key that cannot be is an error, not an item that leaves the index")
    func badKey() async throws {
        let bad = Note.update { $0.set(dueAt: Date(timeIntervalSince1970: .infinity)) }
        #expect(bad.explain().body.contains("cannot be sent"))
    }

    @Test("Changes are built with if, for and switch, and update is a value")
    func builder() {
        let isNew = true
        let update = Note.update { note in
            if isNew { note.views.set(0) } else { note.views.add(1) }
            for tag in ["a"] { note.tags.insert(tag) }
            if !isNew { note.title.set("x") }
            switch isNew {
            case true: note.memo.remove()
            case false: note.memo.set("x")
            }
            let city = "Paris"
            [note.place.city.set(city)]
        }
        #expect(
            update.plan.changes.update
                == UpdateExpression(
                    set: [
                        .init(AttributePath("views"), .operand(.value(0))),
                        .init(AttributePath("place").appending("city"), .operand(.value("Paris"))),
                    ], remove: [AttributePath("m")],
                    add: [
                        .init(AttributePath("tags"), .value(.stringSet(["a"]))),
                        .init(AttributePath("revision"), .value(1)),
                    ]))
        let conditional = update.if { $0.views > 1 }
        #expect(conditional != update)
        #expect(update.plan.condition == nil)
    }
}
