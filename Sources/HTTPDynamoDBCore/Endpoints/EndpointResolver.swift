import Synchronization

/// Says where a request goes. Made once for an executor; asked for each request, which costs a lock and no allocation
/// as long as the account stays the same.
final class EndpointResolver: Sendable {
    private enum Target {
        case fixed(HTTPEndpoint)
        case byAccount(suffix: String, otherwise: HTTPEndpoint?)
        /// The service has none by account here, and they are required. The other service may have.
        case unavailable(ConfigurationError)
    }

    private let region: String
    private let targets: [Target]
    /// The endpoint of the account that was asked for last, for each service.
    private let latest: Mutex<[(accountID: String, endpoint: HTTPEndpoint)?]>

    /// - Throws: `ConfigurationError` for a region that is none, and for settings that exclude each other.
    init(region: String, _ settings: EndpointSettings) throws(ConfigurationError) {
        let region = try Region.checked(region, from: "region")
        var targets: [Target] = []
        for service in ServiceHosts.Service.allCases {
            let endpoint = service == .dynamoDB ? settings.endpoint : settings.streamsEndpoint
            targets.append(try Self.target(service, region, endpoint, settings))
        }
        self.region = region
        self.targets = targets
        latest = Mutex(targets.map { _ in nil })
    }

    private static func target(
        _ service: ServiceHosts.Service, _ region: String, _ endpoint: HTTPEndpoint?, _ settings: EndpointSettings
    ) throws(ConfigurationError) -> Target {
        if let endpoint = endpoint ?? (region == "local" ? local : nil) {
            guard !settings.usesFIPS, !settings.usesDualStack else {
                let setting =
                    settings.usesFIPS ? "FIPS (AWS_USE_FIPS_ENDPOINT)" : "dual-stack (AWS_USE_DUALSTACK_ENDPOINT)"
                throw ConfigurationError("\(setting) cannot be had at the endpoint \(endpoint), which was set")
            }
            return .fixed(endpoint)
        }
        let hosts = ServiceHosts(
            service, region: region, usesFIPS: settings.usesFIPS, usesDualStack: settings.usesDualStack)
        let regional = HTTPEndpoint(host: hosts.regional)
        switch (settings.accountIDMode, hosts.accountSuffix) {
        case (.disabled, _), (.preferred, nil): return .fixed(regional)
        case (.preferred, let suffix?): return .byAccount(suffix: suffix, otherwise: regional)
        case (.required, let suffix?): return .byAccount(suffix: suffix, otherwise: nil)
        case (.required, nil):
            let text = "endpoints by account are required (AWS_ACCOUNT_ID_ENDPOINT_MODE), and \(region) has none"
            return .unavailable(ConfigurationError(text + (settings.usesFIPS ? " with FIPS" : "")))
        }
    }

    /// Where DynamoDB local listens: the region `local` means it.
    private static let local = HTTPEndpoint(isSecure: false, host: "localhost", port: 8000)

    /// The endpoint for a request.
    /// - Parameters:
    ///   - accountID: the account of the credentials.
    ///   - resource: the table or stream that the request names. If that is an ARN, its account counts.
    /// - Throws: `ConfigurationError` if an account is required and not known or has no endpoint, and for one that is
    ///   none.
    func endpoint(
        _ service: ServiceHosts.Service = .dynamoDB, accountID: String?, resource: String? = nil
    ) throws(ConfigurationError) -> HTTPEndpoint {
        switch targets[service.rawValue] {
        case .fixed(let endpoint): return endpoint
        case .unavailable(let error): throw error
        case .byAccount(let suffix, let otherwise):
            guard let accountID = resource.flatMap({ self.accountID(ofARN: $0) }) ?? accountID else {
                if let otherwise { return otherwise }
                throw ConfigurationError(
                    "endpoints by account are required (AWS_ACCOUNT_ID_ENDPOINT_MODE), and the credentials say no account"
                )
            }
            return try endpoint(service, account: accountID, suffix)
        }
    }

    private func endpoint(
        _ service: ServiceHosts.Service, account: String, _ suffix: String
    ) throws(ConfigurationError) -> HTTPEndpoint {
        if let endpoint = latest.withLock({
            $0[service.rawValue].flatMap { $0.accountID == account ? $0.endpoint : nil }
        }) {
            return endpoint
        }
        guard Region.isHostLabel(account) else { throw ConfigurationError("the credentials' account is not valid") }
        let endpoint = HTTPEndpoint(host: "\(account).\(suffix)")
        latest.withLock { $0[service.rawValue] = (account, endpoint) }
        return endpoint
    }

    /// The account in `arn:aws:dynamodb:eu-central-1:111122223333:table/articles`, if the region is this one.
    private func accountID(ofARN text: String) -> String? {
        guard text.hasPrefix("arn:") else { return nil }
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[2] == "dynamodb", parts[3] == region, Region.isHostLabel(String(parts[4])) else {
            return nil
        }
        return String(parts[4])
    }
}
