import Entities
import HTTPDynamoDBCore
import Testing

@Suite("After an answer was lost, nothing is done twice and nothing is claimed that is not known")
struct LostAnswerTests {
    let server = ScriptedServer()

    private func table() async throws -> HTTPDynamoDB {
        let dynamoDB = HTTPDynamoDB.scripted(server)
        try await dynamoDB.makeTable()
        return dynamoDB
    }

    private static let isNew = Condition.notExists(.path(AttributePath("pk")))

    @Test("An addition is not sent again", arguments: [true, false])
    func addition(isCarriedOut: Bool) async throws {
        let dynamoDB = try await table()
        for step in [ScriptedServer.Step.lost(isCarriedOut: isCarriedOut), .timedOut(isCarriedOut: isCarriedOut)] {
            _ = try await dynamoDB.put(["pk": "a", "n": 1])
            server.next(step)
            let error = await failure { () throws(DynamoDBError) in try await dynamoDB.update("a", .add("n", 1)) }
            #expect(error?.attempts == 1)
            #expect(error?.isOutcomeUnknown == true)
            #expect(error?.description.contains("it may have been carried out") == true)
            #expect(try await dynamoDB.get("a")?["n"] == (isCarriedOut ? 2 : 1))
        }
    }

    @Test("An addition whose connection was refused is sent again, and so is one that was throttled")
    func refusedAddition() async throws {
        let dynamoDB = try await table()
        server.next(.unreachable, .throttle, .answer)
        #expect(try await dynamoDB.update("a", .add("n", 1)) == ["pk": "a", "n": 1])
    }

    @Test("An addition that the service broke down over is not sent again")
    func brokenAddition() async throws {
        let dynamoDB = try await table()
        server.next(.internalServerError)
        let error = await failure { () throws(DynamoDBError) in try await dynamoDB.update("a", .add("n", 1)) }
        #expect(error?.code == .internalServerError)
        #expect(error?.isOutcomeUnknown == true)
        #expect(error?.attempts == 1)
    }

    @Test("A create recognises its own item", arguments: [true, false])
    func create(isCarriedOut: Bool) async throws {
        let dynamoDB = try await table()
        server.next(.lost(isCarriedOut: isCarriedOut))
        _ = try await dynamoDB.put(["pk": "a", "n": 1], if: Self.isNew)
        #expect(try await dynamoDB.get("a") == ["pk": "a", "n": 1])
    }

    @Test("A create that meets another item fails, and says that it may have been first")
    func createElsewhere() async throws {
        let dynamoDB = try await table()
        _ = try await dynamoDB.put(["pk": "a", "n": 7])
        server.next(.lost(isCarriedOut: true))
        let error = await failure { () throws(DynamoDBError) in
            try await dynamoDB.put(["pk": "a", "n": 1], if: Self.isNew)
        }
        #expect(error?.code == .conditionalCheckFailed)
        #expect(error?.item == ["pk": "a", "n": 7])
        #expect(error?.isOutcomeUnknown == true)
        #expect(error?.attempts == 2)
    }

    @Test("Without a lost answer, the same item is somebody else's")
    func sameItem() async throws {
        let dynamoDB = try await table()
        _ = try await dynamoDB.put(["pk": "a"])
        server.next(.throttle)
        let error = await failure { () throws(DynamoDBError) in try await dynamoDB.put(["pk": "a"], if: Self.isNew) }
        #expect(error?.code == .conditionalCheckFailed)
        #expect(error?.isOutcomeUnknown == false)
    }

    @Test("A delete is carried out, but where its answer was lost it does not claim that there was nothing")
    func delete() async throws {
        let dynamoDB = try await table()
        _ = try await dynamoDB.put(["pk": "a"])
        server.next(.lost(isCarriedOut: true))
        let error = await failure { () throws(DynamoDBError) in try await dynamoDB.delete("a") }
        #expect(error?.code == .connection)
        #expect(error?.isOutcomeUnknown == true)
        #expect(error?.attempts == 2)
        #expect(try await dynamoDB.get("a") == nil)
    }

    @Test("A delete that was not carried out before returns what it deletes")
    func deleteLater() async throws {
        let dynamoDB = try await table()
        _ = try await dynamoDB.put(["pk": "a"])
        server.next(.lost(isCarriedOut: false))
        #expect(try await dynamoDB.delete("a") == ["pk": "a"])
    }

    @Test("A put that returns what was there does not return itself")
    func putReturningOld() async throws {
        let dynamoDB = try await table()
        _ = try await dynamoDB.put(["pk": "a", "n": 1])
        server.next(.lost(isCarriedOut: false))
        #expect(try await dynamoDB.put(["pk": "a", "n": 2], returning: .allOld) == ["pk": "a", "n": 1])
        server.next(.lost(isCarriedOut: true))
        let error = await failure { () throws(DynamoDBError) in
            try await dynamoDB.put(["pk": "a", "n": 3], returning: .allOld)
        }
        #expect(error?.isOutcomeUnknown == true)
        #expect(try await dynamoDB.get("a")?["n"] == 3)
    }

    @Test("A transaction gets a token, keeps it, and is done once")
    func transaction() async throws {
        let dynamoDB = try await table()
        let add = UpdateItemRequest(tableName: "things", key: ["pk": "a"], update: .add("n", 1))
        for _ in 0..<2 {
            server.next(.lost(isCarriedOut: true), .internalServerError)
            _ = try await dynamoDB.execute(PlainOperation(TransactWriteItemsRequest(actions: [.update(add)])))
        }
        #expect(try await dynamoDB.get("a")?["n"] == 2)
        let bodies = server.attempts.filter { $0.header("x-amz-target")?.hasSuffix("TransactWriteItems") == true }
            .map(\.bodyText)
        #expect(bodies.count == 6)
        #expect(Set(bodies).count == 2)
    }

    @Test("A transaction that is cancelled after a lost answer was surely not carried out")
    func cancelledTransaction() async throws {
        let dynamoDB = try await table()
        let check = TransactWriteItemsRequest.ConditionCheck(
            tableName: "things", key: ["pk": "a"], condition: .exists(.path(AttributePath("pk"))))
        server.next(.lost(isCarriedOut: true))
        let error = await failure { () throws(DynamoDBError) in
            try await dynamoDB.execute(PlainOperation(TransactWriteItemsRequest(actions: [.check(check)])))
        }
        #expect(error?.code == .transactionCanceled)
        #expect(error?.attempts == 2)
        #expect(error?.isOutcomeUnknown == false)
    }

    @Test("A transaction that is still in progress after the last attempt may be done yet")
    func transactionInProgress() async throws {
        let dynamoDB = try await table()
        server.script(Array(repeating: .error(400, "TransactionInProgressException"), count: 4))
        let add = UpdateItemRequest(tableName: "things", key: ["pk": "a"], update: .add("n", 1))
        let error = await failure { () throws(DynamoDBError) in
            try await dynamoDB.execute(PlainOperation(TransactWriteItemsRequest(actions: [.update(add)])))
        }
        #expect(error?.code == .transactionInProgress)
        #expect(error?.attempts == 4)
        #expect(error?.isOutcomeUnknown == true)
    }

    @Test("An update that a version protects is sent again, and its failure does not hide that it may be its own doing")
    func version() async throws {
        let dynamoDB = try await table()
        _ = try await dynamoDB.put(["pk": "a", "version": 1])
        let isFirst = Condition.compare(.path(AttributePath("version")), .equal, .value(1))
        server.next(.lost(isCarriedOut: false))
        let changed = try await dynamoDB.update("a", .add("version", 1), if: isFirst)
        #expect(changed?["version"] == 2)

        let isSecond = Condition.compare(.path(AttributePath("version")), .equal, .value(2))
        server.next(.lost(isCarriedOut: true))
        let error = await failure { () throws(DynamoDBError) in
            try await dynamoDB.update("a", .add("version", 1), if: isSecond)
        }
        #expect(error?.code == .conditionalCheckFailed)
        #expect(error?.isOutcomeUnknown == true)
        #expect(try await dynamoDB.get("a")?["version"] == 3)
    }

    @Test("Reads never have an unknown outcome")
    func reads() async throws {
        let dynamoDB = try await table()
        server.next(
            .lost(isCarriedOut: true), .lost(isCarriedOut: true), .lost(isCarriedOut: true), .lost(isCarriedOut: true))
        let error = await failure { () throws(DynamoDBError) in try await dynamoDB.get("a") }
        #expect(error?.code == .connection)
        #expect(error?.isOutcomeUnknown == false)
    }

    @Test(
        "Whatever is lost on the way, an addition is there once or not at all, and once where it is said to be",
        arguments: 0..<40)
    func onceOrNotAtAll(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let dynamoDB = try await table()
        var (surely, perhaps) = (0, 0)
        for _ in 0..<50 {
            let steps: [ScriptedServer.Step] = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                switch Int.random(in: 0..<7, using: &random) {
                case 0: .lost(isCarriedOut: true)
                case 1: .lost(isCarriedOut: false)
                case 2: .timedOut(isCarriedOut: Bool.random(using: &random))
                case 3: .unreachable
                case 4: .throttle
                case 5: .internalServerError
                default: .answer
                }
            }
            server.script(steps)
            let error = await failure { () throws(DynamoDBError) in try await dynamoDB.update("a", .add("n", 1)) }
            server.script([])
            if error == nil { surely += 1 } else if error?.isOutcomeUnknown == true { perhaps += 1 }
        }
        let item = try await dynamoDB.get("a")
        guard case .number(let n)? = item?["n"] else { return #expect(surely == 0) }
        #expect(n >= Number(surely) && n <= Number(surely + perhaps))
    }
}
