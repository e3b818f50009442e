// What imports this module gets the executor with it.
@_exported public import HTTPDynamoDBCore

extension HTTPDynamoDB {
    /// An executor on `URLSession`, by the settings of the machine as far as nothing else is given.
    ///
    /// ```swift
    /// let dynamoDB = HTTPDynamoDB(region: "eu-central-1")
    /// let local = HTTPDynamoDB(region: "local", endpoint: try HTTPEndpoint("http://127.0.0.1:8000"))
    /// ```
    /// The parameters are those of the initialiser that takes a transport.
    public convenience init(
        region: String? = nil, endpoint: HTTPEndpoint? = nil, profile: String? = nil,
        credentials: (any CredentialsProvider)? = nil, options: Options = Options()
    ) {
        self.init(
            region: region, endpoint: endpoint, profile: profile, credentials: credentials,
            transport: URLSessionTransport(), options: options)
    }
}
