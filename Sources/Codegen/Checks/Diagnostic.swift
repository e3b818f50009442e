public import EntityMacrosLite

/// Something that is wrong, or questionable, in a service's definitions.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        /// Nothing is generated.
        case error
        case warning
        case note
    }

    public var severity: Severity
    /// What kind of problem it is: a name that stays the same between versions, such as `key-part-optional`.
    public var code: String
    /// What is wrong, where, and the way out.
    public var message: String
    public var location: SourceLocation

    public init(_ severity: Severity, _ code: String, _ message: String, at location: SourceLocation) {
        self.severity = severity
        self.code = code
        self.message = message
        self.location = location
    }
}

extension Diagnostic: CustomStringConvertible {
    /// As a compiler writes it: `CMSSchema/Article.swift:12:9: error: … [key-part-optional]`.
    public var description: String { "\(location): \(severity.rawValue): \(message) [\(code)]" }
}

extension Diagnostic {
    /// In the order of the source, the worse first in the same place, and each once.
    static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        func rank(_ diagnostic: Diagnostic) -> (SourceLocation, Int, String, String) {
            let severity = Severity.allCases.firstIndex(of: diagnostic.severity) ?? 0
            return (diagnostic.location, severity, diagnostic.code, diagnostic.message)
        }
        return Set(diagnostics).sorted { rank($0) < rank($1) }
    }
}
