/// The text of a setting, and where it was found: the name of a variable, or file and line.
struct Setting: Hashable, Sendable {
    var text: String
    var origin: String

    private func invalid(_ expected: String) -> ConfigurationError {
        ConfigurationError("\(origin): '\(text)' is not \(expected)")
    }

    /// `true` or `false`, in any case.
    func bool() throws(ConfigurationError) -> Bool {
        switch text.lowercased() {
        case "true": return true
        case "false": return false
        default: throw invalid("'true' or 'false'")
        }
    }

    func int(in range: ClosedRange<Int>) throws(ConfigurationError) -> Int {
        guard let value = Int(text), range.contains(value) else {
            throw invalid("a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// One of the words of a type, in any case.
    func choice<Choice: RawRepresentable<String> & CaseIterable>() throws(ConfigurationError) -> Choice {
        guard let choice = Choice(rawValue: text.lowercased()) else {
            throw invalid(Choice.allCases.map { "'\($0.rawValue)'" }.joined(separator: " or "))
        }
        return choice
    }

    func endpoint() throws(ConfigurationError) -> HTTPEndpoint {
        do {
            return try HTTPEndpoint(text)
        } catch {
            throw ConfigurationError("\(origin): \(error.message)")
        }
    }
}
