/// The profiles and services of the two files that all AWS tools share, put together.
///
/// In `~/.aws/config` a profile is `[default]` or `[profile NAME]`, in `~/.aws/credentials` it is `[NAME]`; where both
/// have a property, that of the credentials file counts. Names with white space stand in quotation marks. Sections of
/// other names are no profiles.
struct SharedFiles: Sendable {
    /// Which of the files: each writes the names of profiles its own way.
    private enum Kind { case config, credentials }

    private(set) var profiles: [String: Profile] = [:]
    /// By name: what `services = NAME` in a profile points at.
    private(set) var services: [String: [String: SharedProperty]] = [:]
    /// Paths of the files, there or not.
    let paths: [String]
    /// Headers of sections that are neither, for error messages.
    private var others: [String: String] = [:]

    /// Reads the files: `AWS_CONFIG_FILE` or `~/.aws/config`, `AWS_SHARED_CREDENTIALS_FILE` or `~/.aws/credentials`. A
    /// file that is not there is as good as an empty one.
    static func load(from host: HostEnvironment) throws(ConfigurationError) -> SharedFiles {
        let config = host.path(host[variable: "AWS_CONFIG_FILE"] ?? "~/.aws/config")
        let credentials = host.path(host[variable: "AWS_SHARED_CREDENTIALS_FILE"] ?? "~/.aws/credentials")
        var files = SharedFiles(paths: [config, credentials])
        files.merge(try SharedFileParser.sections(of: try host.readFile(config) ?? "", in: config), .config)
        files.merge(
            try SharedFileParser.sections(of: try host.readFile(credentials) ?? "", in: credentials), .credentials)
        return files
    }

    private init(paths: [String]) { self.paths = paths }

    private mutating func merge(_ sections: [SharedSection], _ kind: Kind) {
        // [profile default] counts instead of [default] in the same file, wherever it stands.
        let hasPrefixedDefault =
            kind == .config && sections.contains { Self.name(in: $0.header, after: "profile") == "default" }
        for section in sections {
            if let name = Self.name(in: section.header, after: "services"), kind == .config {
                services[name, default: [:]].merge(section.properties) { $1 }
            } else if let name = Self.profileName(section.header, kind) {
                if hasPrefixedDefault, section.header == "default" { continue }
                profiles[name, default: Profile(name: name, origin: section.origin)].properties
                    .merge(section.properties) { $1 }
            } else {
                others[section.header] = section.origin
            }
        }
    }

    private static func profileName(_ header: String, _ kind: Kind) -> String? {
        switch kind {
        case .config: header == "default" ? header : name(in: header, after: "profile")
        case .credentials: name(header[...])
        }
    }

    /// The name in `[word name]`.
    private static func name(in header: String, after word: String) -> String? {
        guard header.hasPrefix(word) else { return nil }
        let rest = header.dropFirst(word.count)
        guard rest.first == " " || rest.first == "\t" else { return nil }
        return name(rest.trimmed)
    }

    private static func name(_ text: Substring) -> String? {
        for mark: Character in ["\"", "'"] where text.count > 2 && text.first == mark && text.last == mark {
            return String(text.dropFirst().dropLast())
        }
        return !text.isEmpty && text.utf8.allSatisfy(SharedFileParser.isNameByte) ? String(text) : nil
    }

    /// What to say where a profile is wanted that is not there.
    func missing(_ profile: String) -> String {
        let hint =
            others[profile].map { "; \($0) has [\(profile)], which has to be [profile \(profile)] in that file" } ?? ""
        return "there is no profile '\(profile)' in \(paths.joined(separator: " or "))\(hint)"
    }
}

/// A named set of properties, of both files.
struct Profile: Hashable, Sendable {
    let name: String
    /// File and line of its first section.
    let origin: String
    var properties: [String: SharedProperty] = [:]

    /// A property that has a value.
    subscript(name: String) -> SharedProperty? {
        guard let property = properties[name], !property.value.isEmpty else { return nil }
        return property
    }
}
