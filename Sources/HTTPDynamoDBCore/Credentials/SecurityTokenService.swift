import Entities

/// Gets temporary credentials of roles from AWS STS, at the endpoint of the region.
struct SecurityTokenService: Sendable {
    private let host: HostEnvironment
    private let sender: RetryingSender
    private let region: String
    private let endpoint: HTTPEndpoint

    /// - Parameter region: one from the code; else it is looked up.
    init(_ lookup: SettingLookup, _ transport: any HTTPTransport, region: String?) throws(ConfigurationError) {
        host = lookup.host
        sender = RetryingSender(host: host, transport: transport, timeout: .seconds(10))
        self.region = try lookup.region(region)
        if let endpoint = try lookup.endpoint(of: "sts") {
            self.endpoint = endpoint
        } else {
            endpoint = try Self.endpoint(self.region, lookup)
        }
    }

    /// By `endpoint-rule-set-1.json` of `sts` (botocore 1.44.5).
    private static func endpoint(_ region: String, _ lookup: SettingLookup) throws(ConfigurationError) -> HTTPEndpoint {
        let partition = Partition(ofRegion: region)
        let (usesFIPS, usesDualStack) = (try lookup.usesFIPS, try lookup.usesDualStack)
        let fips = usesFIPS && (usesDualStack || partition.name != "aws-us-gov") ? "-fips" : ""
        return HTTPEndpoint(
            host: "sts\(fips).\(region).\(usesDualStack ? partition.dualStackSuffix : partition.suffix)")
    }

    func assume(_ role: Role, with credentials: AWSCredentials) async throws(SourceFailure) -> AWSCredentials {
        try await call("AssumeRole", role, [], credentials)
    }

    /// - Parameter token: what an identity provider gave; the request is not signed.
    func assume(_ role: Role, webIdentityToken token: String) async throws(SourceFailure) -> AWSCredentials {
        try await call("AssumeRoleWithWebIdentity", role, [("WebIdentityToken", token)], nil)
    }

    private func call(
        _ action: String, _ role: Role, _ more: [(String, String)], _ credentials: AWSCredentials?
    ) async throws(SourceFailure) -> AWSCredentials {
        let parameters = [("Action", action), ("Version", "2011-06-15")] + role.parameters(host) + more
        var request = TransportRequest(
            .post, endpoint, headers: [.init("content-type", "application/x-www-form-urlencoded; charset=utf-8")],
            body: [UInt8](parameters.map { "\($0)=\(Self.encoded($1))" }.joined(separator: "&").utf8))
        if let credentials {
            RequestSigner(service: "sts", region: region).sign(&request, credentials: credentials, date: host.now())
        }
        let attempt = "\(action) of \(role.arn) at \(endpoint)"
        let response: TransportResponse
        do {
            response = try await sender.send(request) { Self.temporaryCodes.contains(Self.errorCode($0) ?? "") }
        } catch {
            throw error.reason == .cancelled ? error : .failed("\(attempt): \(error.message)")
        }
        do {
            return try Self.credentials(response, action)
        } catch {
            throw .failed("\(attempt): \(error.message)")
        }
    }

    /// Errors that are told with a status below 500 and go away by themselves.
    private static let temporaryCodes: Set = [
        "IDPCommunicationError", "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled",
        "RequestThrottledException", "RequestLimitExceeded", "TooManyRequestsException", "PriorRequestNotComplete",
        "RequestTimeout", "RequestTimeoutException", "SlowDown",
    ]

    private static func errorCode(_ response: TransportResponse) -> String? {
        (try? XMLTexts.read(response.body))?["ErrorResponse/Error/Code"]
    }

    private static func credentials(
        _ response: TransportResponse, _ action: String
    ) throws(SourceFailure) -> AWSCredentials {
        let texts: [String: String]
        do {
            texts = try XMLTexts.read(response.body)
        } catch {
            throw .failed("HTTP \(response.status), and no XML that can be read")
        }
        guard response.status == 200 else {
            let code = texts["ErrorResponse/Error/Code"] ?? "HTTP \(response.status)"
            throw .failed("\(code): \(texts["ErrorResponse/Error/Message"] ?? "no message")")
        }
        let result = "\(action)Response/\(action)Result/"
        let part = { (name: String) in texts["\(result)Credentials/\(name)"]?.withoutOuterWhitespace }
        guard let expiration = part("Expiration").flatMap({ DateText.date($0) }) else {
            throw .failed("Expiration is missing, or no date")
        }
        // arn:aws:sts::111122223333:assumed-role/reader/session
        let arn = texts["\(result)AssumedRoleUser/Arn"]?.split(separator: ":", omittingEmptySubsequences: false) ?? []
        return try AWSCredentials(
            checking: part("AccessKeyId"), part("SecretAccessKey"), sessionToken: part("SessionToken"),
            expiration: expiration, accountID: arn.count > 4 ? String(arn[4]) : nil,
            names: (accessKeyID: "AccessKeyId", secretAccessKey: "SecretAccessKey", sessionToken: "SessionToken"))
    }

    /// A value of a form: all but letters, digits and `-._~` as `%XX`.
    private static func encoded(_ text: String) -> String {
        let digits = [UInt8]("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
