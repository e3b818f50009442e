import Entities
import Synchronization

/// The engine: tables, and every operation on them as a function from request to answer.
///
/// It knows nothing of transports. Everything is synchronous; a lock is held only while items are looked up, compared and replaced.
final class Engine: Sendable {
    let account: Account
    /// Host and port of whoever hands requests to the engine.
    let endpoint: String
    let clock: @Sendable () -> Date
    let idempotency = IdempotencyRegister()
    let options: InMemoryDynamoDB.Options
    let streams = StreamRegister()
    let catalog = Mutex(Catalog())
    let openTables = OpenTables()
    /// Whether requests that are as generated code makes them are carried out without the checks that they cannot fail. Tests compare both
    /// ways.
    let takesShortcuts: Bool

    init(
        account: Account, endpoint: String, options: InMemoryDynamoDB.Options, takesShortcuts: Bool = true,
        clock: @escaping @Sendable () -> Date
    ) {
        self.takesShortcuts = takesShortcuts
        self.account = account
        self.endpoint = endpoint
        self.options = options
        self.clock = clock
    }

    /// Carries out any request.
    func respond(to request: DynamoDBRequest) throws(DynamoDBError) -> DynamoDBResponse {
        switch request {
        case .getItem(let request): .getItem(try getItem(request))
        case .putItem(let request): .putItem(try putItem(request))
        case .updateItem(let request): .updateItem(try updateItem(request))
        case .deleteItem(let request): .deleteItem(try deleteItem(request))
        case .query(let request): .query(try query(request))
        case .scan(let request): .scan(try scan(request))
        case .batchGetItem(let request): .batchGetItem(try batchGetItem(request))
        case .batchWriteItem(let request): .batchWriteItem(try batchWriteItem(request))
        case .transactGetItems(let request): .transactGetItems(try transactGetItems(request))
        case .transactWriteItems(let request): .transactWriteItems(try transactWriteItems(request))
        case .listStreams(let request): .listStreams(try listStreams(request))
        case .describeStream(let request): .describeStream(try describeStream(request))
        case .getShardIterator(let request): .getShardIterator(try getShardIterator(request))
        case .getRecords(let request): .getRecords(try getRecords(request))
        case .createTable(let request): .createTable(try createTable(request))
        case .describeTable(let request): .describeTable(try describeTable(request))
        case .deleteTable(let request): .deleteTable(try deleteTable(request))
        case .listTables(let request): .listTables(try listTables(request))
        case .updateTimeToLive(let request): .updateTimeToLive(try updateTimeToLive(request))
        case .describeTimeToLive(let request): .describeTimeToLive(try describeTimeToLive(request))
        case .updateContinuousBackups(let request): .updateContinuousBackups(try updateContinuousBackups(request))
        case .describeContinuousBackups(let request):
            .describeContinuousBackups(try describeContinuousBackups(request))
        case .updateTable(let request): .updateTable(try updateTable(request))
        case .tagResource(let request): .tagResource(try tagResource(request))
        case .untagResource(let request): .untagResource(try untagResource(request))
        case .listTagsOfResource(let request): .listTagsOfResource(try listTagsOfResource(request))
        case .describeLimits: .describeLimits(describeLimits())
        case .describeEndpoints: .describeEndpoints(describeEndpoints())
        }
    }
}
