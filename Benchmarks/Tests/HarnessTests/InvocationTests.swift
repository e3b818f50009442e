import Harness
import Testing

@Suite("Arguments") struct InvocationTests {
    @Test("Without arguments everything is measured") func everything() throws {
        #expect(try Invocation([String]()) == .measure(areas: Area.allCases, settings: Settings(), json: nil))
    }

    @Test("Areas and options in any order") func options() throws {
        var settings = Settings()
        settings.rounds = 3
        settings.secondsPerRound = 0.02
        settings.items = 1000
        settings.only = "page"
        settings.isWithoutPeers = true
        let arguments = "--rounds 3 encode --milliseconds 20 --items 1000 --only page decode --without-peers --json f"
        #expect(
            try Invocation(arguments.split(separator: " ").map(String.init))
                == .measure(areas: [.decode, .encode], settings: settings, json: "f"))
    }

    @Test("Other commands") func commands() throws {
        #expect(try Invocation(["list"]) == .list)
        #expect(try Invocation(["--help"]) == .help)
        #expect(try Invocation(["compare", "a", "b"]) == .compare(old: "a", new: "b"))
        #expect(try Invocation(["page", "a", "b"]) == .page(["a", "b"]))
    }

    @Test(
        "A mistake is told with what is possible",
        arguments: [
            (["decod"], "there is no area 'decod'; there are decode, encode"),
            (["--round", "3"], "there is no option '--round'"),
            (["--rounds"], "--rounds needs a value"), (["--rounds", "--json"], "--rounds needs a value"),
            (["--rounds", "0"], "--rounds takes a whole number above 0, not '0'"), (["--items", "many"], "not 'many'"),
            (["decode", "--only", "nothing"], "no row of these areas contains 'nothing'"),
            (["compare", "a"], "compare OLD.json NEW.json"),
            (["page"], "page FILE.json [FILE2.json]"),
        ])
    func mistakes(arguments: [String], text: String) {
        let error = #expect(throws: Failure.self) { try Invocation(arguments) }
        #expect(error?.description.contains(text) == true)
    }
}
