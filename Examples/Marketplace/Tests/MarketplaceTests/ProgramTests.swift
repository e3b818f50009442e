import Entities
import Foundation
import MarketplaceModel
import Testing

@testable import marketplace

@Suite("The program", .enabled(if: !TestExecutor.usesServer, "the program brings its own database"))
struct ProgramTests {
    @Test("trades, finds nothing amiss, and ends with 0")
    func demo() async throws {
        var output: [String] = []
        let arguments = [
            "demo", "--listings", "40", "--orders", "20", "--actors", "8", "--operations", "100", "--seed", "3",
        ]
        let code = await MarketplaceProgram.run(arguments, print: { output.append($0) }, error: { output.append($0) })
        #expect(code == 0)
        let text = output.joined(separator: "\n")
        #expect(text.contains("8 actors did 100 things"))
        #expect(!text.contains("NO"))
        for check in Finding.Check.allCases { #expect(text.contains(check.rawValue)) }
    }

    @Test(
        "says what it does not understand, and ends with 64",
        arguments: [
            ([], "a command is missing"), (["trade"], "there is no command \"trade\""),
            (["demo", "--listings"], "--listings needs a value"),
            (["demo", "--listings", "9"], "--listings is a number from 10 to 1000000, not \"9\""),
            (["demo", "--seed", "-1"], "--seed is a number from 0 to 18446744073709551615, not \"-1\""),
            (["demo", "--faults", "0.6"], "--faults is a number from 0.0 to 0.5, not \"0.6\""),
            (["demo", "--actors", "--seed"], "--actors needs a value"),
            (["demo", "--endpoint", "localhost"], "--endpoint: 'localhost' is no endpoint"),
            (["demo", "x"], "\"x\" is not understood here"),
        ] as [([String], String)])
    func usage(arguments: [String], message: String) async throws {
        var errors: [String] = []
        let code = await MarketplaceProgram.run(arguments, print: { _ in }, error: { errors.append($0) })
        #expect(code == 64)
        #expect(try #require(errors.first).hasPrefix("marketplace: \(message)"))
    }

    @Test("makes the same data of the same seed, and other data of another")
    func seed() {
        func listings(_ seed: UInt64) -> [Set<String>] {
            DataSet(listings: 40, orders: 10, seed: seed).populations.map { population in
                Set(population.listings.map { "\($0.listingID) \($0.price)" })
            }
        }
        #expect(listings(1) == listings(1))
        #expect(listings(1) != listings(2))
    }
}
