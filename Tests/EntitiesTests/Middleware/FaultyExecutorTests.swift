import Entities
import Synchronization
import Testing

/// What a caller gets, and what reaches the executor behind.
@Suite("An executor with faults")
struct FaultyExecutorTests {
    private static func failure(
        _ fault: Fault, _ request: PlainOperation<TransactWriteItemsOutput>? = nil
    ) async throws -> (DynamoDBError, ScriptedDynamoDB) {
        let script = ScriptedDynamoDB()
        let faulty = FaultyExecutor(script, FaultInjector(try FaultPlan([FaultRule(fault)])))
        do throws(DynamoDBError) {
            if let request {
                _ = try await faulty.execute(request)
            } else {
                let put = PutItemRequest(tableName: "tbl", item: ["pk": "a"])
                _ = try await faulty.execute(WriteItemOperation<EncodedItem>(put))
            }
        } catch {
            return (error, script)
        }
        Issue.record("the request succeeded")
        throw CancellationError()
    }

    @Test(arguments: [
        (
            Fault.throttle(), DynamoDBError.Code.provisionedThroughputExceeded,
            "TableWriteProvisionedThroughputExceeded" as String?
        ),
        (.throttle(.throttling), .throttling, "TableWriteKeyRangeThroughputExceeded"),
        (.throttle(.requestLimit), .requestLimitExceeded, "TableWriteAccountLimitExceeded"),
        (.internalServerError, .internalServerError, nil), (.serviceUnavailable, .serviceUnavailable, nil),
        (.transactionConflict(), .transactionConflict, nil), (.connectionLost(isCarriedOut: false), .connection, nil),
        (.timeOut(isCarriedOut: false), .timeout, nil),
    ])
    func nothingReachesTheExecutor(_ fault: Fault, _ code: DynamoDBError.Code, _ reason: String?) async throws {
        let (error, script) = try await Self.failure(fault)
        #expect(error.code == code)
        #expect(error.operation == "PutItem")
        #expect(error.tableName == "tbl")
        #expect(error.throttlingReasons.map(\.reason) == [reason].compactMap { $0 })
        #expect(error.throttlingReasons.allSatisfy { $0.resource?.hasSuffix(":table/tbl") == true })
        #expect(script.requests.isEmpty)
    }

    /// Even when it fails: the script has no answer.
    @Test(arguments: [
        (Fault.connectionLost(isCarriedOut: true), DynamoDBError.Code.connection),
        (.timeOut(isCarriedOut: true), .timeout),
    ])
    func theRequestIsCarriedOutAndNobodyHearsOfIt(_ fault: Fault, _ code: DynamoDBError.Code) async throws {
        let (error, script) = try await Self.failure(fault)
        #expect(error.code == code)
        #expect(script.requests.count == 1)
    }

    @Test(arguments: [
        (Set<Int>(), ["TransactionConflict", "TransactionConflict"]), (Set([1]), ["None", "TransactionConflict"]),
    ])
    func conflictsCancelTransactions(_ actions: Set<Int>, _ codes: [String]) async throws {
        let request = TransactWriteItemsRequest(
            actions: [
                .put(PutItemRequest(tableName: "tbl", item: ["pk": "a"])),
                .delete(DeleteItemRequest(tableName: "tbl", key: ["pk": "b"])),
            ])
        let (error, script) = try await Self.failure(.transactionConflict(actions: actions), PlainOperation(request))
        #expect(error.code == .transactionCanceled)
        #expect(error.cancellationReasons.map(\.code) == codes)
        #expect(error.message.hasSuffix("[\(codes.joined(separator: ", "))]"))
        #expect(script.requests.isEmpty)
    }

    @Test(arguments: [(2, 0.01, 1), (2, 0.99, 1), (4, 0.5, 2), (25, 0.2, 5), (25, 0.999, 24)])
    func batchesAreCutAndNothingIsLost(_ count: Int, _ share: Double, _ left: Int) async throws {
        let script = ScriptedDynamoDB(.by { _ in .batchWriteItem(BatchWriteItemOutput()) })
        let faulty = FaultyExecutor(script, FaultInjector(try FaultPlan([FaultRule(.cutBatch(share: share))])))
        let all = (0..<count).map { BatchWriteItemRequest.Write.put(["pk": .number(Number($0))]) }
        let tables = ["a": Array(all.prefix(count / 2)), "b": Array(all.dropFirst(count / 2))]
        let output = try await faulty.execute(PlainOperation(BatchWriteItemRequest(tables: tables)))
        guard case .batchWriteItem(let sent) = try #require(script.requests.first) else {
            Issue.record("another request")
            return
        }
        #expect(output.unprocessedItems.values.reduce(0) { $0 + $1.count } == left)
        #expect(sent.tables.values.allSatisfy { !$0.isEmpty })
        for (name, writes) in tables {
            let parts = (sent.tables[name] ?? []) + (output.unprocessedItems[name] ?? [])
            #expect(parts.count == writes.count)
            #expect(Set(parts) == Set(writes))
        }
    }

    @Test func whatTheServiceItselfLeftIsKept() async throws {
        let script = ScriptedDynamoDB(
            .by { request in
                guard case .batchGetItem(let request) = request else {
                    return .listTables(ListTablesOutput(tableNames: []))
                }
                return .batchGetItem(BatchGetItemOutput(items: [:], unprocessedKeys: request.tables))
            })
        let faulty = FaultyExecutor(script, FaultInjector(try FaultPlan([FaultRule(.cutBatch(share: 0.5))])))
        var keys = BatchGetItemRequest.TableKeys(keys: (0..<4).map { ["pk": .number(Number($0))] })
        keys.consistentRead = true
        let output = try await faulty.execute(PlainOperation(BatchGetItemRequest(tables: ["tbl": keys])))
        #expect(Set(output.unprocessedKeys["tbl"]?.keys ?? []) == Set(keys.keys))
        #expect(output.unprocessedKeys["tbl"]?.keys.count == 4)
        #expect(output.unprocessedKeys["tbl"]?.consistentRead == true)
    }

    @Test func delaysPassTheirTimeFirst() async throws {
        let pauses = Mutex<[Duration]>([])
        let script = ScriptedDynamoDB(.response(.listTables(ListTablesOutput(tableNames: ["tbl"]))))
        let faulty = FaultyExecutor(
            script, FaultInjector(try FaultPlan([FaultRule(.delay(.seconds(5)))])),
            sleep: { pause in
                #expect(script.requests.isEmpty)
                pauses.withLock { $0.append(pause) }
            })
        #expect(try await faulty.execute(PlainOperation(ListTablesRequest())).tableNames == ["tbl"])
        #expect(pauses.withLock { $0 } == [.seconds(5)])
    }

    @Test func aCancelledDelaySendsNothing() async throws {
        let script = ScriptedDynamoDB()
        let faulty = FaultyExecutor(
            script, FaultInjector(try FaultPlan([FaultRule(.delay(.seconds(5)))])),
            sleep: { _ in throw CancellationError() })
        let error = await #expect(throws: DynamoDBError.self) {
            try await faulty.execute(PlainOperation(ListTablesRequest()))
        }
        #expect(error?.code == .cancelled)
        #expect(script.requests.isEmpty)
    }
}
