/// Credentials of the container that this process runs in: Amazon ECS, EKS Pod Identity, Greengrass.
///
/// `AWS_CONTAINER_CREDENTIALS_RELATIVE_URI` is a path on `http://169.254.170.2`; `AWS_CONTAINER_CREDENTIALS_FULL_URI`
/// is a whole URL, which has to be `https`, or to a loopback address or one of those that containers have. The header
/// `Authorization` is what is in the file `AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE`, which is read each time, or
/// `AWS_CONTAINER_AUTHORIZATION_TOKEN`.
public struct ContainerCredentials: CredentialsProvider {
    private let host: HostEnvironment
    private let sender: RetryingSender

    public init(transport: any HTTPTransport) { self.init(.process, transport) }

    init(_ host: HostEnvironment, _ transport: any HTTPTransport) {
        self.host = host
        sender = RetryingSender(host: host, transport: transport, timeout: .seconds(2))
    }

    public func credentials() async throws(CredentialsError) -> AWSCredentials {
        do {
            return try await fetch()
        } catch {
            throw CredentialsError("container", error)
        }
    }

    private func fetch() async throws(SourceFailure) -> AWSCredentials {
        let (endpoint, path) = try target()
        var request = TransportRequest(.get, endpoint, path: path, headers: [.init("accept", "application/json")])
        if let token = try authorization() { request.headers.append(.init("authorization", token)) }
        let response: TransportResponse
        do {
            response = try await sender.send(request)
        } catch {
            throw error.reason == .notFound ? .failed(error.message) : error
        }
        guard response.status == 200 else {
            let message = (try? CredentialsDocument(response.body))?["message"].map { ": \($0)" } ?? ""
            throw .failed("\(endpoint) answers with HTTP \(response.status)\(message)")
        }
        return try CredentialsDocument(response.body).credentials(token: "Token")
    }

    private func target() throws(SourceFailure) -> (HTTPEndpoint, path: String) {
        let relative = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"
        if let path = host[variable: relative] {
            guard path.hasPrefix("/"), AWSCredentials.isPrintable(path) else {
                throw .failed("\(relative) is no path: it has to begin with /")
            }
            return (HTTPEndpoint(isSecure: false, host: "169.254.170.2"), path)
        }
        let full = "AWS_CONTAINER_CREDENTIALS_FULL_URI"
        guard let url = host[variable: full] else { throw .notFound("neither \(relative) nor \(full) is set") }
        guard let (endpoint, path) = Self.split(url) else { throw .failed("\(full) is no URL of http or https") }
        guard endpoint.isSecure || Self.isTrusted(endpoint.host) else {
            throw .failed(
                "\(full) leads to \(endpoint.host): without https only loopback addresses, 169.254.170.2, 169.254.170.23 and "
                    + "fd00:ec2::23 are allowed")
        }
        return (endpoint, path)
    }

    private static func split(_ url: String) -> (HTTPEndpoint, path: String)? {
        guard AWSCredentials.isPrintable(url), let scheme = url.firstRange(of: "://") else { return nil }
        let end = url[scheme.upperBound...].firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? url.endIndex
        guard let endpoint = try? HTTPEndpoint(String(url[..<end])) else { return nil }
        let path = url[end...].prefix { $0 != "#" }
        return (endpoint, path.hasPrefix("/") ? String(path) : "/\(path)")
    }

    /// Hosts that nobody else can answer for. Names are not looked up.
    private static func isTrusted(_ host: String) -> Bool {
        if ["localhost", "::1", "169.254.170.2", "169.254.170.23", "fd00:ec2::23"].contains(host.lowercased()) {
            return true
        }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil && $0.first != "+" }
    }

    private func authorization() throws(SourceFailure) -> String? {
        let variable = "AWS_CONTAINER_AUTHORIZATION_TOKEN"
        var (origin, token) = (variable, host[variable: variable])
        if let path = host[variable: variable + "_FILE"] {
            let text = try SourceFailure.catching { () throws(ConfigurationError) in try host.readFile(host.path(path))
            }
            guard let text else { throw .failed("\(variable)_FILE: there is no file \(path)") }
            (origin, token) = (path, text)
        }
        token = token?.withoutOuterWhitespace
        // A scheme and a token may have a space between them.
        guard token.map({ $0.utf8.allSatisfy { (0x20...0x7E).contains($0) } }) ?? true else {
            throw .failed("\(origin) holds a character that no header can carry")
        }
        return token
    }
}
