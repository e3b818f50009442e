import struct Foundation.Date

/// Looks at the signatures of requests.
struct Authenticator: Sendable {
    let policy: Authentication
    private let verifier: SignatureVerifier?

    init(_ policy: Authentication, clock: @escaping @Sendable () -> Date) {
        self.policy = policy
        if case .verified(let credentials) = policy {
            verifier = SignatureVerifier(credentials: credentials, service: "dynamodb", clock: clock)
        } else {
            verifier = nil
        }
    }

    func check(_ request: Request) throws(ServiceError) {
        let authorization = request.header("authorization")
        let query = request.queryString.map { QueryString($0) }
        let isSignedInQuery = query?["X-Amz-Algorithm"] != nil
        if authorization == nil, !isSignedInQuery, policy == .none { return }
        guard authorization == nil || !isSignedInQuery else {
            throw .invalidSignature(
                "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.")
        }
        let signature: RequestSignature
        if let authorization {
            signature = try RequestSignature(authorization: authorization, request: request)
        } else if isSignedInQuery, let query {
            signature = try RequestSignature(query: query, request: request)
        } else {
            throw .missingToken
        }
        try verifier?.verify(signature, of: request)
    }
}
