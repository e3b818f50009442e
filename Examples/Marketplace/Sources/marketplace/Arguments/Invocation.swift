/// Why the arguments are not understood.
struct UsageError: Error, Hashable {
    let message: String
}

/// What the arguments ask for.
struct Invocation: Hashable {
    var isHelp = false
    var listings = 500
    var buyers = 200
    var seed: UInt64 = 1

    static let usage = """
        usage: marketplace demo [--listings N] [--buyers N] [--seed S]

        Trades for a day on a marketplace in memory, and audits what is left.

          --listings N  how many listings there are, from 1 to 1,000,000; 500 unless given
          --buyers N    how many buyers shop at once, from 1 to 1,000,000; 200 unless given
          --seed S      what the data set and the buyers' choices are made from; 1 unless given
        """

    init(_ arguments: [String]) throws(UsageError) {
        var rest = arguments[...]
        if rest.contains("--help") || rest.first == "help" {
            isHelp = true
            return
        }
        guard let command = rest.popFirst() else { throw UsageError(message: "a command is missing") }
        guard command == "demo" else { throw UsageError(message: "there is no command \"\(command)\"") }
        while let option = rest.popFirst() {
            switch option {
            case "--listings": listings = try Self.number(option, rest.popFirst(), in: 1...1_000_000)
            case "--buyers": buyers = try Self.number(option, rest.popFirst(), in: 1...1_000_000)
            case "--seed": seed = try Self.number(option, rest.popFirst(), in: 0...UInt64.max)
            default: throw UsageError(message: "\"\(option)\" is not understood here")
            }
        }
    }

    private static func number<N: FixedWidthInteger>(
        _ option: String, _ text: String?, in range: ClosedRange<N>
    ) throws(UsageError) -> N {
        guard let text else { throw UsageError(message: "\(option) needs a value") }
        guard let number = N(text), range.contains(number) else {
            let (least, greatest) = (range.lowerBound, range.upperBound)
            throw UsageError(message: "\(option) is a number from \(least) to \(greatest), not \"\(text)\"")
        }
        return number
    }
}
