import Testing

@testable import CMSImport

@Suite("Front matter")
struct FrontMatterTests {
    private func parse(_ lines: String...) -> Result<FrontMatter, ContentProblems> {
        FrontMatterParser.parse((["---"] + lines + ["---", "Text."]).joined(separator: "\n"), file: "a.md")
    }

    private func value(_ text: String) throws -> FrontMatter.Value? {
        try parse("key: \(text)").get().fields["key"]?.value
    }

    @Test(
        "Texts",
        arguments: [
            ("plain", "plain"), ("  spaces \t", "spaces"), ("a: b", "a: b"), (#"say "hi""#, #"say "hi""#),
            (#""quoted""#, "quoted"), (#""  kept ""#, "  kept "), (#""a \"b\" \\ c""#, #"a "b" \ c"#), ("", ""),
            (#""""#, ""), ("# no comment", "# no comment"), (#"back\slash"#, #"back\slash"#),
        ])
    func texts(_ written: String, _ meant: String) throws {
        #expect(try value(written) == .text(meant))
    }

    @Test(
        "Lists",
        arguments: [
            ("[]", []), ("[ ]", []), ("[a]", ["a"]), ("[a, b c ,d]", ["a", "b c", "d"]),
            (##"["#", "100 %", "a, b", "]"]"##, ["#", "100 %", "a, b", "]"]),
            (#"["c:\\temp", "\""]"#, [#"c:\temp"#, "\""]),
        ])
    func lists(_ written: String, _ meant: [String]) throws {
        #expect(try value(written) == .list(meant))
    }

    @Test(
        "What is wrong in a line is told with the line",
        arguments: [
            ("no colon", "there is no colon"), (#"key: "open"#, "closing quote is missing"),
            (#"key: "a" b"#, "behind the closing quote"), (#"key: "a\n""#, "a backslash in quotes"),
            ("key: [a, b", "no end"), ("key: [a] b", "behind the list"),
            ("key: [a,, b]", "an element of the list is empty"),
            ("key: [a, ]", "an element of the list is empty"), (#"key: ["a" b]"#, "put a comma"),
            ("title: x", "is given twice"),
        ])
    func problems(_ line: String, _ message: String) {
        guard case .failure(let problems) = parse("title: a", line) else {
            Issue.record("\(line) was taken")
            return
        }
        #expect(problems.all.map(\.line) == [3])
        #expect(problems.all.allSatisfy { $0.message.contains(message) })
    }

    @Test("All problems of a file are told at once")
    func severalProblems() {
        guard case .failure(let problems) = parse("one", "two", "key: [") else {
            Issue.record("no problems")
            return
        }
        #expect(problems.all.map(\.line) == [2, 3, 4])
    }

    @Test("A later --- is text, and so is one in a code block")
    func laterFence() throws {
        let text = "---\nkey: a\n---\n\nOne.\n\n---\n\n```\n---\n```\n"
        #expect(try FrontMatterParser.parse(text, file: "a.md").get().body == "One.\n\n---\n\n```\n---\n```\n")
    }

    @Test("CR LF and a byte order mark make no difference to the fields")
    func lineEnds() throws {
        let parsed = try FrontMatterParser.parse("\u{FEFF}---\r\nkey: a\r\n---\r\nOne.\r\n", file: "a.md").get()
        #expect(parsed.fields["key"] == .init(value: .text("a"), line: 2))
        #expect(parsed.body == "One.\n")
    }

    @Test("A file without an end of its front matter is told so", arguments: ["---\nkey: a\n", "---", ""])
    func noEnd(_ text: String) {
        guard case .failure(let problems) = FrontMatterParser.parse(text, file: "a.md") else {
            Issue.record("it was taken")
            return
        }
        #expect(problems.all.map(\.line) == [1])
    }
}
