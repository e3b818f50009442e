import Entities
import Foundation
import Testing

@Suite("Creating and putting records")
struct CreateTests {
    private let person = Person.Draft(personID: "ada", nickname: "A")
    private let clock = Generators.fixed(now: Date(timeIntervalSince1970: 0), seed: 1)

    @Test("A record is put where there is none, and is returned as it is read back")
    func create() async throws {
        let dynamoDB = ScriptedDynamoDB(.response(.putItem(WriteItemOutput(attributes: nil))))
        let request = Generators.$current.withValue(clock) { Person.create(person) }
        let record = try await request.run(on: dynamoDB.database)
        #expect(record == request.record)
        #expect(try EncodedItem(record).decode(as: Person.self) == record)
        #expect(
            dynamoDB.requests.map(\.body) == [
                #"""
                {"TableName":"notes","Item":{"_entity":{"S":"Person"},"articles":{"N":"0"},\#
                "createdAt":{"S":"1970-01-01T00:00:00.000Z"},"nickname":{"S":"A"},"personID":{"S":"ada"},\#
                "pk":{"S":"PERSON#ada"},"role":{"S":"reader"},"sk":{"S":"PERSON"}},\#
                "ConditionExpression":"attribute_not_exists(#pk)","ExpressionAttributeNames":{"#pk":"pk"},\#
                "ReturnValuesOnConditionCheckFailure":"ALL_OLD"}
                """#
            ])
    }

    @Test("A record that exists is an error with the stored item")
    func exists() async throws {
        let stored: EncodedItem = ["pk": "PERSON#ada", "role": "x"]
        let dynamoDB = ScriptedDynamoDB(.failedCondition(stored))
        let error = try await failure { try await Person.create(person).run(on: dynamoDB.database) }
        #expect(error.code == .conditionalCheckFailed)
        #expect(error.item == stored)
        #expect(error.message == #"there is a Person with this key already (see `item`): Key(personID: "ada")"#)
        #expect(error.operation == "PutItem")
        #expect(error.tableName == "notes")
        #expect(error.origin == RequestOrigin(entity: "Person", accessPattern: "create"))
    }

    @Test("A unique value is claimed in the same transaction")
    func claims() async throws {
        let dynamoDB = ScriptedDynamoDB(.written)
        _ = try await Generators.$current.withValue(clock) {
            try await Note.create(.init(slug: "Hi There")).run(on: dynamoDB.database)
        }
        let token = try #require(dynamoDB.tokens.first)
        #expect(
            dynamoDB.requests.map(\.body) == [
                #"""
                {"TransactItems":[{"Put":{"TableName":"notes","Item":{"_entity":{"S":"Note"},"labels":{"M":{}},"noteID":{"S":"n"},\#
                "pk":{"S":"T#t"},"revision":{"N":"1"},"scores":{"L":[]},"sk":{"S":"NOTE#n"},"slug":{"S":"Hi There"},"stops":{"L":[]},\#
                "tenantID":{"S":"t"},"title":{"S":"T"},"views":{"N":"0"}},"ConditionExpression":"attribute_not_exists(#pk)",\#
                "ExpressionAttributeNames":{"#pk":"pk"},"ReturnValuesOnConditionCheckFailure":"ALL_OLD"}},\#
                {"Put":{"TableName":"notes","Item":{"_entity":{"S":"Note.slug"},"pk":{"S":"UNIQUE#Note#slug#t#hi%20there"},\#
                "sk":{"S":"UNIQUE"}},"ConditionExpression":"attribute_not_exists(#pk)","ExpressionAttributeNames":{"#pk":"pk"}}}],\#
                "ClientRequestToken":"\#(token)"}
                """#
            ])
    }

    @Test("No two transactions have one token, though the generators are fixed")
    func tokens() async throws {
        let dynamoDB = ScriptedDynamoDB(.written, .written)
        for _ in 0..<2 {
            _ = try await Generators.$current.withValue(clock) {
                try await Note.create(.init(slug: "Hi There")).run(on: dynamoDB.database)
            }
        }
        #expect(dynamoDB.tokens.count == 2)
        #expect(Set(dynamoDB.tokens).count == 2)
    }

    @Test("Which unique value is taken is said")
    func notUnique() async throws {
        let dynamoDB = ScriptedDynamoDB(
            .cancelled(.init(code: "None"), .init(code: "None"), .init(code: "ConditionalCheckFailed")))
        let error = try await failure { try await Note.create(.init(alias: "a")).run(on: dynamoDB.database) }
        #expect(error.code == .notUnique)
        #expect(error.message == "alias has to be unique, and another Note has this value")
        #expect(error.requestID == "R1")
        #expect(error.origin == RequestOrigin(entity: "Note", accessPattern: "create"))
    }

    @Test("A record that exists is that, not a unique value that it holds itself")
    func existsWithClaims() async throws {
        let stored: EncodedItem = ["pk": "T#t"]
        let dynamoDB = ScriptedDynamoDB(
            .cancelled(.init(code: "ConditionalCheckFailed", item: stored), .init(code: "ConditionalCheckFailed")))
        let error = try await failure { try await Note.create(.init()).run(on: dynamoDB.database) }
        #expect(error.code == .conditionalCheckFailed)
        #expect(error.item == stored)
    }

    @Test("Another reason for a cancellation stays what it is")
    func conflict() async throws {
        let dynamoDB = ScriptedDynamoDB(.cancelled(.init(code: "None"), .init(code: "TransactionConflict")))
        let error = try await failure { try await Note.create(.init()).run(on: dynamoDB.database) }
        #expect(error.code == .transactionCanceled)
        #expect(error.cancellationReasons.map(\.action) == ["Note.create", "Note.slug"])
    }

    @Test("Rules and keys are checked before anything is sent")
    func refused() async throws {
        let dynamoDB = ScriptedDynamoDB()
        let long = try await failure { try await Note.create(.init(title: "much too long")).run(on: dynamoDB.database) }
        #expect(long.code == .invalidValue)
        #expect(long.message == "Note was not written: title has 13, the definition allows 1 to 10")
        let key = try await failure { try await Note.create(.init(tenantID: "\u{10FFFF}")).run(on: dynamoDB.database) }
        #expect(key.code == .invalidRequest)
        #expect(key.underlying?.path == "pk")
        let claim = try await failure { try await Note.create(.init(alias: "\u{10FFFF}")).run(on: dynamoDB.database) }
        #expect(claim.code == .invalidRequest)
        let other = Database(
            dynamoDB, table: TableSchema("other", keys: KeySchema(partition: ["pk"]), attributeTypes: [:]))
        let table = try await failure { try await Note.create(.init()).run(on: other) }
        #expect(table.message.hasPrefix("this Database has no table 'notes', only other"))
        #expect(dynamoDB.requests.isEmpty)
    }

    @Test("A put has no condition but the caller's, and goes to the table's deployed name")
    func put() async throws {
        let dynamoDB = ScriptedDynamoDB(
            .response(.putItem(WriteItemOutput(attributes: nil))), .response(.putItem(WriteItemOutput(attributes: nil)))
        )
        let db = Database(dynamoDB, table: .notes.named("notes-staging"))
        try await Person.put(person).run(on: db)
        try await Person.put(person).if { $0.role == "x" }.if { $0.role != "y" }.run(on: db)
        guard case .putItem(let first) = dynamoDB.requests.first, case .putItem(let second) = dynamoDB.requests.last
        else {
            Issue.record("no puts")
            return
        }
        #expect(first.tableName == "notes-staging")
        #expect(first.condition == nil)
        #expect(first.returnValuesOnConditionCheckFailure == .none)
        #expect(second.condition == (Person.Fields().role == "x" && Person.Fields().role != "y"))
        #expect(second.returnValuesOnConditionCheckFailure == .allOld)
    }
}
