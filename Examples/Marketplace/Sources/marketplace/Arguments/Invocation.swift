import Foundation
import HTTPDynamoDB

/// What the arguments ask for.
struct Invocation: Hashable {
    var isHelp = false
    var listings = 100_000
    var orders = 50_000
    var actors = 64
    var operations = 50_000
    var seed: UInt64 = 1
    /// How likely something goes wrong with a request.
    var faults = 0.02
    /// In memory where there is none.
    var endpoint: HTTPEndpoint?
    var table = "marketplace"

    static let usage = """
        usage: marketplace demo [options]

        Loads a marketplace that is made from a seed, lets buyers and sellers trade at once while requests fail at random,
        and audits what is left. Ends with 0 where the audit finds nothing, with 1 where it does.

          --listings N    how many listings are loaded, from 10 to 1,000,000; 100,000 unless given
          --orders N      how many orders are loaded, from 0 to 1,000,000; 50,000 unless given
          --actors N      how many buyers and sellers act at once, from 1 to 1,000; 64 unless given
          --operations N  how many things they do together, from 0 to 10,000,000; 50,000 unless given
          --seed S        what the data and the actors' choices are made from; 1 unless given
          --faults P      how likely a request fails, from 0 to 0.5; 0.02 unless given
          --endpoint URL  a DynamoDB, such as http://127.0.0.1:8000, instead of one in memory; region and credentials are
                          found where the AWS SDKs find them
          --table NAME    the table, which is made if it is not there, and has to be empty; "marketplace" unless given
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
            case "--listings": listings = try Self.number(option, rest.popFirst(), in: 10...1_000_000)
            case "--orders": orders = try Self.number(option, rest.popFirst(), in: 0...1_000_000)
            case "--actors": actors = try Self.number(option, rest.popFirst(), in: 1...1_000)
            case "--operations": operations = try Self.number(option, rest.popFirst(), in: 0...10_000_000)
            case "--seed": seed = try Self.number(option, rest.popFirst(), in: 0...UInt64.max)
            case "--faults": faults = try Self.number(option, rest.popFirst(), in: 0...0.5)
            case "--endpoint": endpoint = try Self.endpoint(option, rest.popFirst())
            case "--table": table = try Self.value(option, rest.popFirst())
            default: throw UsageError(message: "\"\(option)\" is not understood here")
            }
        }
    }

    private static func value(_ option: String, _ text: String?) throws(UsageError) -> String {
        guard let text, !text.isEmpty, !text.hasPrefix("--") else {
            throw UsageError(message: "\(option) needs a value")
        }
        return text
    }

    private static func number<N: LosslessStringConvertible & Comparable>(
        _ option: String, _ text: String?, in range: ClosedRange<N>
    ) throws(UsageError) -> N {
        let text = try value(option, text)
        guard let number = N(text), range.contains(number) else {
            let (least, greatest) = (range.lowerBound, range.upperBound)
            throw UsageError(message: "\(option) is a number from \(least) to \(greatest), not \"\(text)\"")
        }
        return number
    }

    private static func endpoint(_ option: String, _ text: String?) throws(UsageError) -> HTTPEndpoint {
        let text = try value(option, text)
        do throws(ConfigurationError) {
            return try HTTPEndpoint(text)
        } catch {
            throw UsageError(message: "\(option): \(error.message)")
        }
    }
}
