public import Entities
import Foundation

/// DynamoDB over HTTP: the service itself, or anything that speaks its protocol.
///
/// ```swift
/// let db = Database(HTTPDynamoDB(region: "eu-central-1"), table: CMS.table)
/// ```
///
/// Make one, and share it: it keeps connections, credentials and the retry quota. Safe to use from any number of tasks.
///
/// A write is never carried out twice by repeating it: what was not surely refused is sent again only where that does no harm. Errors say
/// whether the request may have been carried out (`DynamoDBError.isOutcomeUnknown`).
public final class HTTPDynamoDB: DynamoDBExecutor {
    /// The service, or why it cannot be asked: settings are read when the executor is made, and each request says what is wrong with them.
    private let service: Result<Service, ConfigurationError>
    private let options: Options
    private let quota: RetryQuota
    private let time: Timekeeping

    /// An executor by the settings of the machine, as far as nothing else is given: variables and shared files, as with all AWS SDKs
    /// (docs/Credentials.md). Nothing is sent before the first request, nor are credentials looked for.
    /// - Parameters:
    ///   - region: such as `eu-central-1`; else `AWS_REGION`, `AWS_DEFAULT_REGION` or the profile's.
    ///   - endpoint: a server instead of the region's own: a local one, a proxy, another product. Else `AWS_ENDPOINT_URL_DYNAMODB` and so on.
    ///   - profile: the profile in the shared files; else `AWS_PROFILE`, or `default`.
    ///   - credentials: else those of the standard chain.
    ///   - transport: what carries requests to DynamoDB and to where credentials are.
    public convenience init(
        region: String? = nil, endpoint: HTTPEndpoint? = nil, profile: String? = nil,
        credentials: (any CredentialsProvider)? = nil, transport: any HTTPTransport, options: Options = Options()
    ) {
        self.init(transport: transport, options: options) { () throws(ConfigurationError) in
            let settings = try AWSSettings.load(profile: profile, region: region, endpoint: endpoint)
            return (settings, credentials ?? .standard(profile: profile, region: settings.region, transport: transport))
        }
    }

    /// An executor by settings that are all given: nothing is read from the machine.
    public convenience init(
        settings: AWSSettings, credentials: any CredentialsProvider, transport: any HTTPTransport,
        options: Options = Options()
    ) {
        self.init(transport: transport, options: options) { (settings, credentials) }
    }

    package init(
        transport: any HTTPTransport, options: Options, time: Timekeeping = Timekeeping(),
        site: () throws(ConfigurationError) -> (AWSSettings, any CredentialsProvider)
    ) {
        var options = options
        do throws(ConfigurationError) {
            let (settings, credentials) = try site()
            service = .success(
                Service(
                    endpoints: try EndpointResolver(region: settings.region, settings.endpoints),
                    credentials: credentials,
                    signer: RequestSigner(service: "dynamodb", region: settings.region), transport: transport,
                    clock: ServerClock(time.date), userAgent: "swift-dynamodb-entities"))
            options.retries.maximumAttempts = options.retries.maximumAttempts ?? settings.maxAttempts
        } catch {
            service = .failure(error)
        }
        self.options = options
        quota = RetryQuota(capacity: options.retries.quota)
        self.time = time
    }

    /// Does now what the first request would have to wait for: finds credentials. For programs that start before they are asked, such
    /// as functions of AWS Lambda.
    /// - Throws: `DynamoDBError` with the code `configuration` for settings or credentials that are missing or wrong.
    public func prepare() async throws(DynamoDBError) {
        _ = try await configured().currentCredentials()
    }

    private func configured() throws(DynamoDBError) -> Service {
        do throws(ConfigurationError) {
            return try service.get()
        } catch {
            throw DynamoDBError(.configuration, error.message)
        }
    }
}

// MARK: Operations

extension HTTPDynamoDB {
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
            throw error.at(request.operationName, table: request.onlyTableName, origin: operation.origin)
        }
    }

    /// The service's answer, and how many attempts it took. Apart from `execute`, so that it is compiled once and not per operation.
    private func answer(
        to request: DynamoDBRequest
    ) async throws(DynamoDBError) -> (TransportResponse, attempts: Int) {
        var json = JSONWriter()
        do throws(AttributeError) {
            try request.writeBody(to: &json)
        } catch {
            throw DynamoDBError(.invalidRequest, "nothing was sent: \(error)", underlying: error)
        }
        var exchange = Exchange(
            request, json.bytes, service: try configured(), options: options, quota: quota, time: time,
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
