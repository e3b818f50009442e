import HTTPDynamoDBCore

extension HTTPDynamoDB {
    /// An executor whose requests go to the server.
    convenience init(
        _ server: HostileServer, _ transport: any HTTPTransport, options: Options = .impatient,
        credentials: any CredentialsProvider = RotatingCredentials()
    ) {
        self.init(
            settings: AWSSettings(region: "eu-central-1", endpoints: EndpointSettings(endpoint: server.endpoint)),
            credentials: credentials, transport: transport, options: options)
    }
}

extension HTTPDynamoDB.Options {
    /// For tests in which nothing is meant to take too long, however busy the machine is.
    static let patient = options(attempt: .seconds(300), total: .seconds(600))

    /// For tests in which time is to run out, and nobody else is in the way.
    static let hasty = options(attempt: .milliseconds(150), total: .seconds(20))

    /// For tests with much at once.
    static let impatient = options(attempt: .milliseconds(300), total: .seconds(4))

    private static func options(attempt: Duration, total: Duration) -> HTTPDynamoDB.Options {
        var options = HTTPDynamoDB.Options()
        options.attemptTimeout = attempt
        options.totalTimeout = total
        options.retries.transientDelay = .milliseconds(1)
        options.retries.throttlingDelay = .milliseconds(1)
        options.retries.quota = 1_000_000
        return options
    }
}
