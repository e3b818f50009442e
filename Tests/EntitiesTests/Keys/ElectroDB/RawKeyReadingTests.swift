import Foundation
import Testing

@testable import Entities

/// That a key of ElectroDB's format is taken apart into values by which the same item is found.
@Suite("Reading keys of ElectroDB's format")
struct RawKeyReadingTests {
    private enum Grade: String, AttributeChoice { case new = "New", used = "Used", asNew = "as-new" }

    private func reader(_ text: String, _ pattern: KeyTextPattern) -> KeyTextReader {
        KeyTextReader(KeyText(literal: text), pattern)
    }

    @Test("Texts end where what follows begins, and letters stay as they are in the key")
    func texts() throws {
        var key = reader(
            "$task_1#project_api#task_t-1", .lowercased("$Task_1#project_\(.raw)#task_\(.raw)"))
        #expect(try key.part() as String == "api")
        #expect(try key.part() as String == "t-1")
        try key.finish()
        // electrodb.md 2.2: the delimiter is not escaped, so a value that has it in it cannot be told. The key made of what is read is
        // the same one.
        var odd = reader("$x_1#b_2#c_3#c_4", "$x_1#b_\(.raw)#c_\(.raw)")
        let (b, c) = (try odd.part() as String, try odd.part() as String)
        #expect((b, c) == ("2", "3#c_4"))
        #expect("$x_1#b_\(raw: b)#c_\(raw: c)" as KeyText == KeyText(literal: "$x_1#b_2#c_3#c_4"))
    }

    @Test("Numbers are read in JavaScript's form, filled up or not")
    func numbers() throws {
        func read<Part: ReadableKeyPart>(_ text: String, _ type: Part.Type = Part.self) throws -> Part {
            var key = reader("n_\(text)", "n_\(.raw)")
            defer { #expect((try? key.finish()) != nil) }
            return try key.part()
        }
        #expect(try read("002019", Int.self) == 2019)
        #expect(try read("00-5", Int.self) == -5)
        #expect(try read("0", Int.self) == 0)
        #expect(try read("4.2e-8", Double.self) == 4.2e-8)
        #expect(try read("1e+21", Double.self) == 1e21)
        #expect(try read("-33.8688", Number.self) == Number("-33.8688"))
        #expect(try read("00-12.5", Decimal.self) == Decimal(string: "-12.5"))
        #expect(throws: AttributeError.self) { try read("12abc", Int.self) }
        #expect(throws: AttributeError.self) { try read("1.5", Int.self) }
        #expect(throws: AttributeError.self) { try read("", Double.self) }
    }

    @Test("Values of other types are told whatever became of their letters")
    func casing() throws {
        let id = try #require(UUID(uuidString: "E621E1F8-C36C-495A-93FC-0C247A3E6E5F"))
        let ulid = try #require(ULID("01ARZ3NDEKTSV4RRFFQ69G5FAV"))
        let date = Date(timeIntervalSince1970: 1_717_230_600)
        for casing in KeyTextCasing.allCases {
            let text = ("#\(raw: id)#\(raw: ulid)#\(raw: date)#\(raw: true)#\(raw: Grade.asNew.rawValue)!" as KeyText)
                .cased(casing)
            let plain: KeyTextPattern = "#\(.raw)#\(.raw)#\(.raw)#\(.raw)#\(.raw)!"
            let pattern: KeyTextPattern =
                switch casing {
                case .lowercased: .lowercased(plain)
                case .uppercased: .uppercased(plain)
                case .asWritten: plain
                }
            var key = KeyTextReader(text, pattern)
            #expect(try key.part() as UUID == id)
            #expect(try key.part() as ULID == ulid)
            #expect(try key.part() as Date == date)
            #expect(try key.part() as Bool == true)
            #expect(try key.part() as Grade == .asNew)
            try key.finish()
        }
        var unknown = reader("g_old", "g_\(.raw)")
        #expect(throws: AttributeError.self) { try unknown.part() as Grade }
    }

    @Test("What is read makes the same key again, for random values", arguments: 0..<200)
    func roundTrip(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let alphabet = ["a", "B", "#", "_", "#task_", "$", "é", "Σ", "İ", " ", "1"]
        func text() -> String {
            (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in alphabet.randomElement(using: &random) }
                .joined()
        }
        let (project, task) = (text(), text())
        let points = Int.random(in: -99_999...99_999, using: &random)
        func key(_ project: String, _ points: Int, _ task: String) -> KeyText {
            .lowercased("$Task_1#project_\(raw: project)#points_\(raw: points, padding: 6, "0")#task_\(raw: task)")
        }
        let written = key(project, points, task)
        var reader = KeyTextReader(
            written, .lowercased("$Task_1#project_\(.raw)#points_\(.raw)#task_\(.raw)"))
        let parts = try (reader.part() as String, reader.part() as Int, reader.part() as String)
        try reader.finish()
        #expect(key(parts.0, parts.1, parts.2) == written)
    }
}
