import Testing

@testable import Entities

@Suite("Transactions")
struct TransactionTests {
    @Test("Writes of several entities go into one request, in order")
    func actions() async throws {
        let dynamoDB = ScriptedDynamoDB(.written)
        let more = [Person.put(.init(personID: "a")), Person.put(.init(personID: "b"))]
        try await dynamoDB.database.transact {
            Note.create(.init())
            Update<Person>(.init(personID: "c"), [Person.Changes(key: .init(personID: "c")).articles.add(1)])
            Note.check { $0.views < $0.limit }
            if more.count > 1 { Delete<Person>(.init(personID: "d")) }
            for put in more { put }
            Person.upsert(.init(personID: "e"))
        }
        guard case .transactWriteItems(let request) = try #require(dynamoDB.requests.first) else { return }
        let kinds = request.actions.map { action in
            switch action {
            case .put: "put"
            case .update: "update"
            case .delete: "delete"
            case .check: "check"
            }
        }
        #expect(kinds == ["put", "put", "update", "check", "delete", "put", "put", "update"])
        #expect(request.clientRequestToken?.utf8.count == 36)
        guard case .update(let update) = request.actions[2], case .check(let check) = request.actions[3] else { return }
        #expect(update.condition == .exists(.path(AttributePath("pk"))))
        #expect(check.condition == (Note.Fields().views < Note.Fields().limit))
        #expect(check.returnValuesOnConditionCheckFailure == .allOld)
    }

    @Test("A cancellation names the actions and keeps the items")
    func reasons() async throws {
        let item: EncodedItem = ["pk": "T#t"]
        let dynamoDB = ScriptedDynamoDB(
            .cancelled(
                .init(code: "None"), .init(code: "ConditionalCheckFailed", message: "The conditional request failed"),
                .init(code: "ConditionalCheckFailed", item: item)))
        let error = try await failure {
            try await dynamoDB.database.transact {
                Note.create(.init())
                Note.check { $0.views > 1 }
            }
        }
        #expect(error.code == .transactionCanceled)
        #expect(error.cancellationReasons.map(\.action) == ["Note.create", "Note.slug", "Note.check"])
        #expect(error.cancellationReasons.last?.item == item)
        #expect(error.cancellationReasons.map(\.write) == [0, 0, 1])
        #expect(
            error.description == """
                TransactWriteItems: TransactionCanceledException: Transaction cancelled
                  action 2 (Note.slug): ConditionalCheckFailed: The conditional request failed
                  action 3 (Note.check): ConditionalCheckFailed [request R1]
                """)
    }

    @Test("More than 100 actions are refused, and none send nothing")
    func limits() async throws {
        let dynamoDB = ScriptedDynamoDB(.written)
        let puts = (0..<101).map { Person.put(.init(personID: "\($0)")) }
        let error = try await failure { try await dynamoDB.database.transact(puts) }
        #expect(error.code == .invalidRequest)
        #expect(error.message.hasPrefix("a transaction has at most 100 actions, this one has 101"))
        try await dynamoDB.database.transact([])
        #expect(dynamoDB.requests.isEmpty)
        try await dynamoDB.database.transact(Array(puts.dropLast()))
        #expect(dynamoDB.requests.count == 1)
    }

    @Test("The caller's token is sent, and one of another length refused", arguments: [0, 1, 36, 37])
    func token(length: Int) async throws {
        let dynamoDB = ScriptedDynamoDB(.written)
        let token = String(repeating: "x", count: length)
        let puts = [Person.put(.init(personID: "a"))]
        if (1...36).contains(length) {
            try await dynamoDB.database.transact(puts, token: token)
            #expect(dynamoDB.tokens == [token])
        } else {
            let error = try await failure { try await dynamoDB.database.transact(token: token) { puts } }
            #expect(error.message == "a token has 1 to 36 characters, this one has \(length)")
            #expect(dynamoDB.requests.isEmpty)
        }
    }

    @Test("Only conditions are an outcome: another reason, or none that can be told, is thrown")
    func outcomes() async throws {
        let failed = DynamoDBError.CancellationReason(code: "ConditionalCheckFailed")
        let dynamoDB = ScriptedDynamoDB(
            .cancelled(.init(code: "None"), failed), .cancelled(failed, .init(code: "TransactionConflict")),
            .cancelled(), .cancelled(failed))
        let db = dynamoDB.database
        let puts = ["a", "b"].map { Person.put(.init(personID: $0)) }
        guard case .canceled(let reasons) = try await db.attemptTransact(puts) else {
            Issue.record("not cancelled")
            return
        }
        #expect(reasons.map(\.isFailure) == [false, true])
        for _ in 0..<2 {
            #expect(try await failure { try await db.attemptTransact(puts) }.code == .transactionCanceled)
        }
        // A reason for each write, though the service names fewer.
        guard case .canceled(let fewer) = try await db.attemptTransact(puts) else {
            Issue.record("not cancelled")
            return
        }
        #expect(fewer.map(\.isFailure) == [true, false])
        #expect(try await db.attemptTransact { [Put<Person>]() } == .committed)
    }

    @Test("What the closure throws comes out")
    func closure() async throws {
        struct Refusal: Error {}
        let dynamoDB = ScriptedDynamoDB()
        func refuse() throws -> [Put<Person>] { throw Refusal() }
        await #expect(throws: Refusal.self) { try await dynamoDB.database.transact { try refuse() } }
    }

    @Test("Records are read as a tuple of their types")
    func transactGet() async throws {
        let (note, person) = (Note(.init()), Person(.init(personID: "ada")))
        let output = TransactGetItemsOutput(items: [try EncodedItem(note), nil, try EncodedItem(person)])
        let dynamoDB = ScriptedDynamoDB(.response(.transactGetItems(output)))
        let (first, second, third) = try await dynamoDB.database.transactGet(
            Get<Note>(Note.key), Get<Person>(.init(personID: "bob")), Get<Person>(.init(personID: "ada")))
        #expect(first == note)
        #expect(second == nil)
        #expect(third == person)
        #expect(
            dynamoDB.requests.first?.body == #"""
                {"TransactItems":[{"Get":{"TableName":"notes","Key":{"pk":{"S":"T#t"},"sk":{"S":"NOTE#n"}}}},\#
                {"Get":{"TableName":"notes","Key":{"pk":{"S":"PERSON#bob"},"sk":{"S":"PERSON"}}}},\#
                {"Get":{"TableName":"notes","Key":{"pk":{"S":"PERSON#ada"},"sk":{"S":"PERSON"}}}}]}
                """#)
    }

    @Test("Records of one entity are read in order, none without a request, and more than 100 are refused")
    func transactGetArray() async throws {
        let person = Person(.init(personID: "ada"))
        let output = TransactGetItemsOutput(items: [nil, try EncodedItem(person)])
        let dynamoDB = ScriptedDynamoDB(.response(.transactGetItems(output)))
        let gets = (0..<101).map { Get<Person>(.init(personID: "\($0)")) }
        #expect(try await dynamoDB.database.transactGet(Array(gets.prefix(2))) == [nil, person])
        #expect(try await dynamoDB.database.transactGet([Get<Person>]()) == [])
        let error = try await failure { try await dynamoDB.database.transactGet(gets) }
        #expect(error.message == "a transaction reads at most 100 items, these are 101: read them with batchGet")
        #expect(dynamoDB.requests.count == 1)
    }

    @Test("An answer of another length, or with another record, is an error")
    func badAnswers() async throws {
        let dynamoDB = ScriptedDynamoDB(
            .response(.transactGetItems(TransactGetItemsOutput(items: []))),
            .response(.transactGetItems(TransactGetItemsOutput(items: [["pk": "x", "_entity": "Note"]]))))
        for _ in 0..<2 {
            let error = try await failure { try await dynamoDB.database.transactGet(Get<Note>(Note.key)) }
            #expect(error.code == .undecodableResponse)
        }
    }
}
