/// The requests to the metadata service of EC2, version 2: a token first, which the others carry.
struct InstanceMetadata: Sendable {
    private enum EndpointMode: String, CaseIterable { case ipv4, ipv6 }

    private let host: HostEnvironment
    private let profile: String?
    private let sender: RetryingSender

    init(_ host: HostEnvironment, _ transport: any HTTPTransport, profile: String?) {
        self.host = host
        self.profile = profile
        sender = RetryingSender(host: host, transport: transport, timeout: .seconds(1))
    }

    func credentials() async throws(SourceFailure) -> AWSCredentials {
        let endpoint = try endpoint()
        let roles = "/latest/meta-data/iam/security-credentials/"
        let token = try await token(endpoint)
        guard let list = try await get(endpoint, roles, token) else { throw .notFound("the instance has no role") }
        let lines = String(decoding: list, as: UTF8.self).split(whereSeparator: \.isNewline)
        guard let role = lines.first, AWSCredentials.isPrintable(String(role)) else {
            throw .notFound("the instance has no role")
        }
        guard let body = try await get(endpoint, roles + role, token) else {
            throw .failed("\(endpoint) has no credentials for the role '\(role)'")
        }
        let document = try CredentialsDocument(body)
        guard document["Code"].map({ $0 == "Success" }) ?? true else {
            throw .failed(
                "\(endpoint) has no credentials for the role '\(role)': \(document["Code"] ?? "") \(document["Message"] ?? "")"
            )
        }
        return try document.credentials(token: "Token")
    }

    func region() async throws(SourceFailure) -> String {
        let endpoint = try endpoint()
        let path = "/latest/meta-data/placement/region"
        guard let body = try await get(endpoint, path, try await token(endpoint)) else {
            throw .failed("\(endpoint) does not say its region")
        }
        let text = String(decoding: body, as: UTF8.self).withoutOuterWhitespace
        return try SourceFailure.catching { () throws(ConfigurationError) in
            try Region.checked(text, from: "\(endpoint)")
        }
    }

    private func endpoint() throws(SourceFailure) -> HTTPEndpoint {
        let endpoint = try SourceFailure.catching { () throws(ConfigurationError) in try configuredEndpoint() }
        guard let endpoint else { throw .notFound("AWS_EC2_METADATA_DISABLED is set") }
        return endpoint
    }

    private func configuredEndpoint() throws(ConfigurationError) -> HTTPEndpoint? {
        let lookup = try SettingLookup(host, profile: profile)
        if try lookup.setting("AWS_EC2_METADATA_DISABLED", nil)?.bool() == true { return nil }
        let setting = lookup.setting("AWS_EC2_METADATA_SERVICE_ENDPOINT", "ec2_metadata_service_endpoint")
        if let endpoint = try setting?.endpoint() { return endpoint }
        let mode: EndpointMode? = try lookup.setting(
            "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "ec2_metadata_service_endpoint_mode")?.choice()
        return HTTPEndpoint(isSecure: false, host: mode == .ipv6 ? "fd00:ec2::254" : "169.254.169.254")
    }

    private func token(_ endpoint: HTTPEndpoint) async throws(SourceFailure) -> String {
        let response = try await sender.send(
            TransportRequest(
                .put, endpoint, path: "/latest/api/token",
                headers: [.init("x-aws-ec2-metadata-token-ttl-seconds", "21600")]))
        let token = String(decoding: response.body, as: UTF8.self)
        // What SDKs fall back to version 1 for: turned off, or not there.
        guard ![403, 404, 405].contains(response.status) else {
            throw .notFound("\(endpoint) has no metadata service of version 2: HTTP \(response.status)")
        }
        guard response.status == 200, !token.isEmpty, AWSCredentials.isPrintable(token) else {
            throw .failed("\(endpoint) gives no token: HTTP \(response.status)")
        }
        return token
    }

    /// The body, or `nil` if there is no such thing.
    private func get(_ endpoint: HTTPEndpoint, _ path: String, _ token: String) async throws(SourceFailure) -> [UInt8]?
    {
        let request = TransportRequest(.get, endpoint, path: path, headers: [.init("x-aws-ec2-metadata-token", token)])
        let response = try await sender.send(request)
        switch response.status {
        case 200: return response.body
        case 404: return nil
        default: throw .failed("\(endpoint) answers with HTTP \(response.status) to \(path)")
        }
    }
}
