/// What a command line asks for.
package enum Invocation: Hashable, Sendable {
    case measure(areas: [Area], settings: Settings, json: String?)
    case compare(old: String, new: String)
    case page([String])
    case list
    case help

    /// - Throws: `Failure`, with what is possible instead.
    package init(_ arguments: some Sequence<String>) throws {
        let arguments = Array(arguments)
        switch arguments.first {
        case "help", "-h", "--help": self = .help
        case "list": self = .list
        case "compare":
            guard arguments.count == 3 else {
                throw Failure("compare takes two files that --json has written: benchmarks compare OLD.json NEW.json")
            }
            self = .compare(old: arguments[1], new: arguments[2])
        case "page":
            guard (2...3).contains(arguments.count) else {
                throw Failure(
                    "page takes one or two files that --json has written: benchmarks page FILE.json [FILE2.json]")
            }
            self = .page(Array(arguments.dropFirst()))
        default: self = try Self.measure(arguments)
        }
    }

    package static let usage = """
        benchmarks [AREA…] [--rounds N] [--milliseconds N] [--items N] [--only TEXT] [--without-peers] [--json FILE]
        benchmarks list                         the areas, their rows and targets
        benchmarks compare OLD.json NEW.json    what became better or worse by more than the spreads; fails if anything became worse
        benchmarks page FILE.json [FILE2.json]  writes docs/Speed.md from one or two runs

        Areas: \(Area.allCases.map(\.rawValue).joined(separator: ", ")); without one, all.
          --rounds N         how often each contestant is measured, 7
          --milliseconds N   how long a round of one contestant takes, 100
          --items N          items in the largest table, less than a row says
          --only TEXT        rows whose name contains the text
          --without-peers    no peers in processes of their own
          --json FILE        writes what was measured
        """

    private static func measure(_ arguments: [String]) throws -> Invocation {
        var (areas, settings, json) = ([Area](), Settings(), String?.none)
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--rounds": settings.rounds = try count(argument, &rest)
            case "--milliseconds": settings.secondsPerRound = Double(try count(argument, &rest)) / 1000
            case "--items": settings.items = try count(argument, &rest)
            case "--only": settings.only = try value(argument, &rest)
            case "--json": json = try value(argument, &rest)
            case "--without-peers": settings.isWithoutPeers = true
            default: areas.append(try area(argument))
            }
        }
        let chosen = Area.allCases.filter { areas.isEmpty || areas.contains($0) }
        guard Row.all.contains(where: { chosen.contains($0.area) && settings.asksFor($0) }) else {
            throw Failure("no row of these areas contains '\(settings.only ?? "")': benchmarks list shows all")
        }
        return .measure(areas: chosen, settings: settings, json: json)
    }

    private static func value(_ option: String, _ rest: inout ArraySlice<String>) throws -> String {
        guard let value = rest.popFirst(), !value.hasPrefix("--") else {
            throw Failure("\(option) needs a value behind it\n\n\(usage)")
        }
        return value
    }

    private static func count(_ option: String, _ rest: inout ArraySlice<String>) throws -> Int {
        let text = try value(option, &rest)
        guard let count = Int(text), count > 0 else {
            throw Failure("\(option) takes a whole number above 0, not '\(text)'")
        }
        return count
    }

    private static func area(_ name: String) throws -> Area {
        if let area = Area(rawValue: name) { return area }
        if name.hasPrefix("-") { throw Failure("there is no option '\(name)'\n\n\(usage)") }
        throw Failure(
            "there is no area '\(name)'; there are \(Area.allCases.map(\.rawValue).joined(separator: ", ")). "
                + "For rows whose name contains a text: --only \(name)")
    }
}
