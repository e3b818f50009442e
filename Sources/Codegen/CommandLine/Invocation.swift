/// What the arguments of a schema program ask for.
struct Invocation {
    /// What a schema program can do.
    enum Command: String, CaseIterable {
        case generate, check, document, schema, `import`, help

        var summary: String {
            switch self {
            case .generate: "write the generated files, and delete those that are no longer needed"
            case .check: "fail, and show the difference, if the generated files are not what the definitions say"
            case .document:
                "write the page of the access patterns; with --check, fail if it is not what the definitions say"
            case .schema: "print the schema as JSON"
            case .import: "print definitions for ElectroDB models; notes about them go to the standard error"
            case .help: "print this"
            }
        }
    }

    /// Why the arguments could not be understood.
    struct Problem: Error {
        var message: String
    }

    private(set) var command: Command
    /// The folder of the generated files.
    private(set) var output: String
    /// The file of the page.
    private(set) var document: String
    /// Whether the page is compared rather than written.
    private(set) var checksDocument = false
    private(set) var access = AccessLevel.public
    /// The file with ElectroDB models to import.
    private(set) var models: String?
    private(set) var readsBeta = false

    /// - Parameters:
    ///   - output: The folder of the generated files, unless the arguments say another one.
    ///   - document: The file of the page, likewise.
    init(_ arguments: [String], output: String, document: String) throws(Problem) {
        self.output = output
        self.document = document
        var command: Command?
        var place: String?
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            // Both `--output DIR` and `--output=DIR`.
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let attached = parts.count > 1 ? String(parts[1]) : nil
            switch parts.first ?? "" {
            case "-h", "--help": command = .help
            case "--output": place = try Self.value(of: "--output", attached, &rest)
            case "--check": checksDocument = true
            case "--electrodb": models = try Self.value(of: "--electrodb", attached, &rest)
            case "--beta": readsBeta = true
            case "--access":
                let name = try Self.value(of: "--access", attached, &rest)
                guard let access = AccessLevel(rawValue: name) else {
                    throw Problem(message: "--access is public, package or internal, and not '\(name)'")
                }
                self.access = access
            case let name where name.hasPrefix("-"): throw Problem(message: "there is no option '\(name)'")
            default:
                guard let known = Command(rawValue: argument) else {
                    throw Problem(message: "there is no command '\(argument)'")
                }
                if let command, command != .help {
                    throw Problem(message: "one command at a time, and not '\(command.rawValue)' and '\(argument)'")
                }
                command = command ?? known
            }
        }
        guard let command else { throw Problem(message: "a command is missing") }
        if command == .import, models == nil { throw Problem(message: "import needs --electrodb FILE") }
        if command != .import, models != nil || readsBeta {
            throw Problem(message: "--electrodb and --beta are options of import")
        }
        if command != .document, checksDocument { throw Problem(message: "--check is an option of document") }
        if let place {
            if command == .document { self.document = place } else { self.output = place }
        }
        self.command = command
    }

    private static func value(
        of option: String, _ attached: String?, _ rest: inout ArraySlice<String>
    ) throws(Problem) -> String {
        guard let value = attached ?? rest.popFirst(), !value.isEmpty else {
            throw Problem(message: "\(option) needs a value")
        }
        return value
    }
}

/// What the program says of itself.
enum Usage {
    static func text(output: String, document: String) -> String {
        let width = Invocation.Command.allCases.map(\.rawValue.count).max() ?? 0
        let commands = Invocation.Command.allCases.map { command in
            let padding = String(repeating: " ", count: width - command.rawValue.count)
            return "  \(command.rawValue)\(padding)  \(command.summary)"
        }
        return """
            usage: <command> [options]

            commands:
            \(commands.joined(separator: "\n"))

            options:
              --output PATH   the folder of the generated files (\(output)), or the file of the page (\(document))
              --check         compare the page, and do not write it
              --access LEVEL  who can use what is generated: public (the default), package or internal
              --electrodb FILE  the models to import: JSON, one or an array of them
              --beta  models with service, entity and version at their root are of ElectroDB's beta
            """
    }
}
