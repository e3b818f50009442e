import Testing

@testable import cms

@Suite("Tables of text")
struct TextTableTests {
    @Test(
        "Texts are as wide as a terminal shows them",
        arguments: [
            ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("神保町", 6), ("한글", 4), ("🌠", 2), ("👩‍👩‍👧", 2), ("☎️", 2),
            ("ｗ", 2), ("चाय", 2), ("——", 2), ("\u{200B}", 0),
        ])
    func width(_ text: String, _ width: Int) {
        #expect(text.displayWidth == width)
    }

    @Test("What is too long is cut, and never wider than the column", arguments: 1...12)
    func cut(_ width: Int) {
        for text in ["a long text, too long", "神保町を歩く――本屋", "🌠🌠🌠🌠🌠🌠🌠🌠", "short"] {
            #expect(text.fitted(to: width).displayWidth == width)
        }
        #expect("神保町".fitted(to: 4) == "神… ")
        #expect("ab".fitted(to: 4, alignedRight: true) == "  ab")
    }

    @Test("Columns are as wide as what is in them, without spaces at the end")
    func table() {
        var table = TextTable(.init(title: "n", alignsRight: true), .init(title: "title", limit: 8))
        table.add("1", "神保町")
        table.add("10", "a very long title")
        #expect(table.lines == [" n  title", "──  ────────", " 1  神保町", "10  a very …"])
    }
}
