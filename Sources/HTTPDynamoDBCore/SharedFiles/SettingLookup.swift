/// Finds settings in their places: variables first, then the profile.
struct SettingLookup: Sendable {
    let host: HostEnvironment
    let files: SharedFiles
    /// The profile that was chosen; it need not be there.
    let profileName: String
    /// Whether someone asked for that profile, in the code or with `AWS_PROFILE`.
    let isProfileChosen: Bool

    /// Reads the shared files.
    /// - Parameter profile: the name of a profile; else it is `AWS_PROFILE`, or `default`.
    init(_ host: HostEnvironment, profile: String?) throws(ConfigurationError) {
        self.host = host
        files = try SharedFiles.load(from: host)
        let chosen = profile ?? host[variable: "AWS_PROFILE"]
        profileName = chosen ?? "default"
        isProfileChosen = chosen != nil
    }

    var profile: Profile? { files.profiles[profileName] }

    /// A setting that has a variable, a property, or both.
    func setting(_ variable: String?, _ property: String?) -> Setting? {
        if let variable, let text = host[variable: variable] { return Setting(text: text, origin: variable) }
        if let property, let found = profile?[property] { return Setting(text: found.value, origin: found.origin) }
        return nil
    }

    /// The endpoint that is set for a service, in this order: its own variable, `AWS_ENDPOINT_URL`, the profile's
    /// `services` section, the profile's `endpoint_url`. None if `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS` says so.
    /// - Parameter service: such as `dynamodb_streams`.
    func endpoint(of service: String) throws(ConfigurationError) -> HTTPEndpoint? {
        if try setting("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls")?.bool() == true {
            return nil
        }
        let variables = ["AWS_ENDPOINT_URL_\(service.uppercased())", "AWS_ENDPOINT_URL"]
        for variable in variables {
            if let found = setting(variable, nil) { return try found.endpoint() }
        }
        if let name = profile?["services"] {
            guard let services = files.services[name.value] else {
                throw ConfigurationError("\(name.origin): there is no section [services \(name.value)]")
            }
            if let found = services[service]?.nested["endpoint_url"], !found.value.isEmpty {
                return try Setting(text: found.value, origin: found.origin).endpoint()
            }
        }
        return try setting(nil, "endpoint_url")?.endpoint()
    }
}
