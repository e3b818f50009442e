import Entities
import GeneratedModel
import Synchronization
import Testing

@Suite("The boundary of a tenant")
struct TenantExecutorTests {
    /// Answers nothing, and remembers what reaches it.
    private final class Recorder: DynamoDBExecutor {
        let requests = Mutex<[DynamoDBRequest]>([])

        func execute<Operation: DynamoDBOperation>(
            _ operation: Operation
        ) async throws(DynamoDBError) -> Operation.Output {
            requests.withLock { $0.append(operation.request) }
            throw DynamoDBError(.serviceUnavailable, "recorded")
        }
    }

    private struct AnyOperation: DynamoDBOperation {
        typealias Output = GetItemOutput<EncodedItem>
        let request: DynamoDBRequest
    }

    private let recorder = Recorder()

    /// What comes of a request within a tenant.
    private func code(
        _ request: DynamoDBRequest, within tenant: TenantSlice = Campus.tenant("s")
    ) async -> DynamoDBError.Code? {
        do {
            _ = try await TenantExecutor(recorder, tenant: tenant, tables: [Campus.table])
                .execute(AnyOperation(request: request))
            return nil
        } catch {
            return error.code
        }
    }

    @Test("No request with anybody else's key passes, and all others do", arguments: [0, 2, 5, 20] as [UInt64])
    func property(share: UInt64) async {
        var requests = RandomRequests(seed: share, share: share)
        var (passed, refused) = (0, 0)
        for _ in 0..<4000 {
            let request = requests.next()
            let code = await code(request)
            if requests.foreign > 0 {
                refused += 1
                #expect(code == .outsideTenant, "\(request)")
            } else {
                passed += 1
                #expect(code == .serviceUnavailable, "\(request)")
            }
        }
        #expect(recorder.requests.withLock { $0.count } == passed)
        #expect(share == 0 ? refused == 0 : refused > 100)
    }

    @Test("Every key of others is seen, wherever it stands alone")
    func eachForm() async {
        for other in RandomRequests.others {
            let key: EncodedItem = ["pk": other, "sk": "X"]
            #expect(await code(.getItem(GetItemRequest(tableName: "campus", key: key))) == .outsideTenant)
        }
        #expect(recorder.requests.withLock { $0.isEmpty })
    }

    @Test("What does not tell whose it is is refused")
    func untold() async {
        let (key, table) = (EncodedItem(["pk": "SCHOOL#s", "sk": "X"]), "campus")
        let path = AttributePath("gsi1pk")
        func update(_ change: (inout UpdateExpression) -> Void) -> DynamoDBRequest {
            var update = UpdateExpression()
            change(&update)
            return .updateItem(UpdateItemRequest(tableName: table, key: key, update: update))
        }
        let other = SetValue.operand(.path(AttributePath("name")))
        let own = SetValue.operand(.value("SCHOOL#s"))
        let requests: [DynamoDBRequest] = [
            .scan(ScanRequest(tableName: table)), .scan(ScanRequest(tableName: table, indexName: "gsi1")),
            .getItem(GetItemRequest(tableName: "other", key: key)),
            .getItem(GetItemRequest(tableName: table, key: ["sk": "X"])),
            .putItem(PutItemRequest(tableName: table, item: ["sk": "X", "gsi1pk": "SCHOOL#s"])),
            .query(QueryRequest(tableName: table, keyCondition: KeyCondition([]))),
            .query(QueryRequest(tableName: table, keyCondition: KeyCondition([.init("sk", .value("SCHOOL#s"))]))),
            .query(
                QueryRequest(
                    tableName: table, indexName: "gsi1", keyCondition: KeyCondition([.init("pk", .value("SCHOOL#s"))]))),
            .query(
                QueryRequest(
                    tableName: table, indexName: "gsi9", keyCondition: KeyCondition([.init("pk", .value("SCHOOL#s"))]))),
            .query(
                QueryRequest(
                    tableName: table,
                    keyCondition: KeyCondition([.init("pk", .value("SCHOOL#s")), .init("pk", .value("SCHOOL#t"))]))),
            update { $0.set = [.init(path, other)] }, update { $0.set = [.init(path, .ifNotExists(path, other))] },
            update { $0.set = [.init(path, .ifNotExists(AttributePath("name"), own))] },
            update { $0.set = [.init(path.appending("x"), own)] },
            update { $0.add = [.init(path, .value(1))] }, update { $0.delete = [.init(path, .value("SCHOOL#s"))] },
            update { $0.remove = [path.appending(index: 0)] },
            .listStreams(ListStreamsRequest()), .listTables(ListTablesRequest()),
            .deleteTable(DeleteTableRequest(tableName: table)),
        ]
        for request in requests { #expect(await code(request) == .outsideTenant, "\(request)") }
        #expect(recorder.requests.withLock { $0.isEmpty })
        #expect(await code(.describeTable(DescribeTableRequest(tableName: table))) == .serviceUnavailable)
    }

    @Test("What is no tenant owns nothing", arguments: ["", "\u{10FFFF}"])
    func noTenant(_ name: String) async {
        let tenant = Campus.tenant(name)
        for pk in ["SCHOOL#", "SCHOOL#\(name)", "SCHOOL##X"] {
            let request = GetItemRequest(tableName: "campus", key: ["pk": .string(pk), "sk": "X"])
            #expect(await code(.getItem(request), within: tenant) == .outsideTenant)
        }
        #expect(throws: DynamoDBError.self) { try tenant.policy(tables: []) }
    }

    @Test("A tenant whose name has delimiters in it has keys of its own")
    func escaped() async {
        let key: EncodedItem = ["pk": "SCHOOL#s#STUDENTS", "sk": "X"]
        let request = DynamoDBRequest.getItem(GetItemRequest(tableName: "campus", key: key))
        #expect(await code(request, within: Campus.tenant("s#STUDENTS")) == .outsideTenant)
        #expect(Campus.tenant("s#STUDENTS").description == "SCHOOL#s%23STUDENTS")
    }

    @Test("The policy for IAM, with wildcards of a name as themselves")
    func policy() throws {
        let policy = try Campus.tenant("a*").policy(tables: ["arn:aws:dynamodb:eu-central-1:123456789012:table/campus"])
        #expect(policy.contains(#""dynamodb:LeadingKeys""#))
        #expect(policy.contains(#""SCHOOL#a${*}""#))
        #expect(policy.contains(#""SCHOOL#a${*}#*""#))
        #expect(policy.contains(#""arn:aws:dynamodb:eu-central-1:123456789012:table/campus/index/*""#))
        #expect(!policy.contains("Scan"))
    }
}
