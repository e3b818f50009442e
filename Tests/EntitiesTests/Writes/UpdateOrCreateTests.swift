import Testing

@testable import Entities

@Suite("Updates that may create")
struct UpdateOrCreateTests {
    private func answer(_ item: EncodedItem) -> ScriptedDynamoDB.Answer {
        .response(.updateItem(WriteItemOutput(attributes: item)))
    }

    @Test("The request sets the key's attributes and the entity's name, and demands nothing")
    func request() async throws {
        let item: EncodedItem = ["_entity": "Note", "noteID": "n", "revision": 1, "tenantID": "t", "title": "T"]
        let dynamoDB = ScriptedDynamoDB(answer(item))
        let updated = try await Note.update { $0.title.set("T") }.orCreate().run(on: dynamoDB.database)
        #expect(updated == .incomplete(item))
        #expect(
            dynamoDB.requests.map(\.body) == [
                #"""
                {"TableName":"notes","Key":{"pk":{"S":"T#t"},"sk":{"S":"NOTE#n"}},"UpdateExpression":"\#
                SET #title = :v0, #tenantID = :v1, #noteID = :v2, #_entity = :v3 ADD #revision :v4",\#
                "ExpressionAttributeNames":{"#title":"title","#tenantID":"tenantID","#noteID":"noteID","#_entity":"_entity",\#
                "#revision":"revision"},"ExpressionAttributeValues":{":v0":{"S":"T"},":v1":{"S":"t"},":v2":{"S":"n"},\#
                ":v3":{"S":"Note"},":v4":{"N":"1"}},"ReturnValues":"ALL_NEW"}
                """#
            ])
    }

    @Test("A whole record comes as one, and conditions are the caller's alone")
    func record() async throws {
        let note = Note(.init())
        let dynamoDB = ScriptedDynamoDB(answer(try EncodedItem(note)), .failedCondition(nil))
        let update = Note.update { $0.title.set("T") }.if { $0.views == 1 }.orCreate().if { $0.title == "x" }
        #expect(try await update.run(on: dynamoDB.database).record == note)
        guard case .updateItem(let request) = try #require(dynamoDB.requests.first) else { return }
        #expect(request.condition == (Note.Fields().views == 1 && Note.Fields().title == "x"))
        let error = try await failure { try await update.run(on: dynamoDB.database) }
        #expect(error.message.hasPrefix("a condition does not hold where there is no Note with this key"))
    }

    @Test("A unique value is claimed, and the item read behind the transaction")
    func unique() async throws {
        let item = try EncodedItem(Note(.init(slug: "new")))
        let dynamoDB = ScriptedDynamoDB(.written, .response(.getItem(GetItemOutput(item: item))))
        let update = Note.update { $0.set(slug: "new", replacing: "old") }.orCreate()
        #expect(try await update.run(on: dynamoDB.database).record?.slug == "new")
    }

    @Test("An attribute that the changes set already is not set twice")
    func overlap() throws {
        let changes = [Change.set("noteID", "n"), .set("_entity", "Note")]
        let update = Update<Note>(Note.key, changes).orCreate().plan
        guard case .update(let request)? = try update.actions(on: ScriptedDynamoDB().database).first?.action else {
            Issue.record("no update")
            return
        }
        #expect(request.update.set.map(\.path.description) == ["noteID", "_entity", "tenantID"])
    }
}
