public import Entities
import Foundation

/// DynamoDB over HTTP: the service itself, or anything that speaks its protocol.
///
/// ```swift
/// let db = Database(HTTPDynamoDB(region: "eu-central-1"), table: CMS.table)
/// let local = HTTPDynamoDB(region: "local", endpoint: try HTTPEndpoint("http://127.0.0.1:8000"))
/// ```
///
/// Make one, and share it: it keeps connections, credentials and the retry quota. Safe to use from any number of tasks.
public final class HTTPDynamoDB: DynamoDBExecutor {
    private let service: Service
    private let options: Options
    private let quota: RetryQuota
    private let time: Timekeeping

    /// DynamoDB at an endpoint, with credentials of one's own.
    /// - Parameters:
    ///   - region: what signatures name; servers that are not AWS accept any.
    ///   - transport: what carries the requests.
    public convenience init(
        region: String, endpoint: HTTPEndpoint, credentials: any CredentialsProvider,
        transport: any HTTPTransport = URLSessionTransport(), options: Options = Options()
    ) {
        self.init(
            region: region, endpoint: endpoint, credentials: credentials, transport: transport, options: options,
            time: Timekeeping())
    }

    package init(
        region: String, endpoint: HTTPEndpoint, credentials: any CredentialsProvider, transport: any HTTPTransport,
        options: Options, time: Timekeeping
    ) {
        service = Service(
            endpoints: FixedEndpoint(endpoint: endpoint), credentials: credentials,
            signer: RequestSigner(service: "dynamodb", region: region), transport: transport,
            clock: ServerClock(time.date), userAgent: "swift-dynamodb-entities")
        self.options = options
        quota = RetryQuota(capacity: options.retries.quota)
        self.time = time
    }

    public func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        let request = operation.request.withToken
        do throws(DynamoDBError) {
            let (response, attempts) = try await answer(to: request)
            do throws(AttributeError) {
                return try JSONReader.read(response.body) { json throws(AttributeError) in
                    try Operation.Output(json: &json)
                }
            } catch {
                var failure = DynamoDBError.undecodable(error, operation.origin)
                failure.requestID = response.requestID
                failure.attempts = attempts
                failure.isOutcomeUnknown = request.isWrite
                throw failure
            }
        } catch {
            let tables = request.tableNames
            throw error.at(
                request.operationName, table: tables.count == 1 ? tables.first : nil, origin: operation.origin)
        }
    }

    /// The service's answer, and how many attempts it took. Apart from `execute`, so that it is compiled once and not per operation.
    private func answer(to request: DynamoDBRequest) async throws(DynamoDBError) -> (TransportResponse, attempts: Int) {
        var json = JSONWriter()
        do throws(AttributeError) {
            try request.writeBody(to: &json)
        } catch {
            throw DynamoDBError(.invalidRequest, "nothing was sent: \(error)", underlying: error)
        }
        var exchange = Exchange(
            request, json.bytes, service: service, options: options, quota: quota, time: time,
            recorder: WireRecorder.current)
        let response = try await exchange.answer()
        return (response, exchange.attempts)
    }
}

extension DynamoDBRequest {
    /// A transaction with a token, by which the service knows it again when it is sent once more.
    fileprivate var withToken: DynamoDBRequest {
        guard case .transactWriteItems(var transaction) = self, transaction.clientRequestToken == nil else {
            return self
        }
        transaction.clientRequestToken = UUID().uuidString
        return .transactWriteItems(transaction)
    }
}
