import EntityMacrosLite

/// Gathers the diagnostics of a run, so that one problem does not hide another.
struct DiagnosticCollector {
    private(set) var diagnostics: [Diagnostic] = []

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    mutating func error(_ code: String, _ message: String, at location: SourceLocation) {
        diagnostics.append(Diagnostic(.error, code, message, at: location))
    }

    mutating func warning(_ code: String, _ message: String, at location: SourceLocation) {
        diagnostics.append(Diagnostic(.warning, code, message, at: location))
    }

    mutating func note(_ code: String, _ message: String, at location: SourceLocation) {
        diagnostics.append(Diagnostic(.note, code, message, at: location))
    }

    mutating func add(_ others: [Diagnostic]) { diagnostics += others }
}
