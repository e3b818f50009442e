/// Where requests go: scheme, host and port of a server, and nothing behind them.
///
/// ```swift
/// let local = try HTTPEndpoint("http://127.0.0.1:8000")
/// ```
public struct HTTPEndpoint: Hashable, Sendable {
    /// Whether the connection is encrypted.
    public let isSecure: Bool
    /// A name, an IPv4 address, or an IPv6 address without brackets.
    public let host: String
    public let port: Int

    /// An endpoint of its parts, which are taken as they are.
    public init(isSecure: Bool = true, host: String, port: Int? = nil) {
        self.isSecure = isSecure
        self.host = host
        self.port = port ?? (isSecure ? 443 : 80)
    }

    /// Reads `https://host`, `http://host:port`, with or without a slash behind it.
    /// - Throws: `ConfigurationError` that quotes the text, but for what stands before an `@`.
    public init(_ text: String) throws(ConfigurationError) {
        // Before an @ there may be a password.
        let shown = text.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        let invalid = ConfigurationError(
            "'\(shown)' is no endpoint: it has to look like https://dynamodb.eu-central-1.amazonaws.com or "
                + "http://127.0.0.1:8000, without a path")
        let isSecure = text.hasPrefix("https://")
        guard isSecure || text.hasPrefix("http://") else { throw invalid }
        var rest = text.dropFirst(isSecure ? 8 : 7)
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        let (host, portText): (Substring, Substring?)
        if rest.hasPrefix("[") {
            guard let end = rest.firstIndex(of: "]") else { throw invalid }
            host = rest[rest.index(after: rest.startIndex)..<end]
            let tail = rest[rest.index(after: end)...]
            guard tail.isEmpty || tail.hasPrefix(":") else { throw invalid }
            portText = tail.isEmpty ? nil : tail.dropFirst()
        } else if let colon = rest.firstIndex(of: ":") {
            (host, portText) = (rest[..<colon], rest[rest.index(after: colon)...])
        } else {
            (host, portText) = (rest, nil)
        }
        guard !host.isEmpty, host.utf8.allSatisfy(Self.isHostByte) else { throw invalid }
        var port: Int?
        if let portText {
            guard let number = Int(portText), (1...65535).contains(number) else { throw invalid }
            port = number
        }
        self.init(isSecure: isSecure, host: String(host), port: port)
    }

    /// The `Host` header: the port is left out where it is the scheme's own.
    public var authority: String {
        var host = host
        if host.withUTF8({ $0.contains(UInt8(ascii: ":")) }) { host = "[\(host)]" }
        return port == (isSecure ? 443 : 80) ? host : "\(host):\(port)"
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: ":"), UInt8(ascii: "%"):
            true
        default: false
        }
    }
}

extension HTTPEndpoint: CustomStringConvertible {
    /// `https://dynamodb.eu-central-1.amazonaws.com`
    public var description: String { "\(isSecure ? "https" : "http")://\(authority)" }
}
