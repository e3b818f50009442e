import EntityMacrosLite
import Foundation
import Testing

@testable import Codegen

@Suite("The page of a service")
struct ServicePageTests {
    private static func page(_ service: some ServiceDefinition) throws -> String {
        let schema = try #require(
            SchemaReader.read(service) { path in
                FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
            }.schema)
        return SchemaDocument.text(for: service, schema)
    }

    @Test("The same definitions give the same page")
    func deterministic() throws {
        #expect(try Self.page(Library()) == Self.page(Library()))
    }

    @Test("A small service, whole")
    func whole() throws {
        let expected = try #require(
            FileManager.default.contents(
                atPath: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Library.md")
                    .path))
        let page = try Self.page(Library())
        let difference = UnifiedDiff.text(
            from: String(decoding: expected, as: UTF8.self), to: page, path: "Library.md")
        #expect(difference == "")
    }

    @Test("Each access pattern has a row for each of its functions, and each entity a section")
    func complete() throws {
        for service in DocumentedService.all {
            for entity in service.schema.entities {
                #expect(service.page.contains("\n### \(entity.typeName)\n"))
                for pattern in entity.accessPatterns {
                    #expect(service.page.contains("| `\(entity.typeName).\(pattern.name)("), "\(pattern.name)")
                    #expect(service.page.contains("[`\(entity.typeName).\(pattern.name)`](#"), "\(pattern.name)")
                }
            }
            #expect(!service.page.contains("one query for each partition"))
        }
    }

    @Test("Whatever generated code offers for a record is on the page: reads, writes, and what comes with guarantees")
    func requests() {
        for service in DocumentedService.all {
            for entity in service.schema.entities {
                let emitter = EntityEmitter(entity, of: service.schema, access: .public)
                let offered = (emitter.requests + emitter.history + emitter.counters).compactMap { declaration in
                    if case .function(let function) = declaration, function.attributes.isEmpty { function } else { nil }
                }
                let rows = service.lines(of: entity.typeName).joined(separator: "\n")
                for function in offered where function.result != "Entities.KeyText" {
                    let name = function.kind.name ?? ""
                    #expect(
                        rows.contains("`\(name)`") || rows.contains("`\(entity.typeName).\(name)("),
                        "\(entity.typeName).\(name)")
                }
            }
        }
    }

    @Test("Nothing in a cell ends it, or the line")
    func cells() {
        for service in DocumentedService.all {
            let lines = service.page.split(separator: "\n", omittingEmptySubsequences: false)
            for (line, next) in zip(lines, lines.dropFirst()) where next.hasPrefix("|---") {
                let columns = next.split(separator: "|").count
                let bare = line.replacingOccurrences(of: "\\|", with: "")
                #expect(bare.count { $0 == "|" } == columns + 1, "\(line)")
            }
            for row in lines where row.hasPrefix("|") { #expect(row.hasSuffix(" |") || row.hasSuffix("-|"), "\(row)") }
        }
    }

    @Test("Links go to the heading that is meant, where two have the same letters")
    func anchors() {
        let anchors = Anchors([
            "# Shop", "## Entities", "### Account", "### Order line", "## Collections", "### account",
        ])
        #expect(anchors.link(to: "Account", under: "Entities") == "#account")
        #expect(anchors.link(to: "Order line", under: "Entities") == "#order-line")
        #expect(anchors.link(to: "account", under: "Collections") == "#account-1")
    }

    @Test("What is hidden is not shown")
    func hidden() {
        #expect(DocumentedService.gallery.page.contains("| `secret` | `String` | S | length `8...` | hidden |"))
    }

    @Test("Markdown", arguments: [("a|b", "`a\\|b`"), ("a`b", "`` a`b ``"), ("tab\t", "`tab\\u{9}`"), ("", "")])
    func code(_ text: String, _ expected: String) {
        #expect(Markdown.code(text) == expected)
    }

    @Test(
        "Texts are made of names", arguments: [("authorID", "author"), ("publishedAt", "published-at"), ("ID", "id")])
    func words(_ name: String, _ expected: String) {
        #expect(SampleTexts.word(of: name) == expected)
    }

    @Test("A typical length that the rules forbid is told")
    func typicalLength() {
        let reading = SchemaReader.read(Wrong())
        #expect(reading.diagnostics.filter { $0.severity == .error }.map(\.code) == ["length"])
    }
}

/// A library, small enough that its page can be read.
private struct Library: ServiceDefinition {
    let name = "library"
    let table = Table("library", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk", projection: .keysOnly)
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
        Stream(.newAndOldImages)
    }
    var entities: EntityList {
        Book()
        Loan()
    }
    var unsupported: [String] {
        ["Search by words of a title: hand it off to a search engine, from the stream."]
    }
}

/// A book on the shelf.
private struct Book: EntityDefinition {
    let isbn = Attribute<String>(.matching("^[0-9]+$"), .unique)
    let shelf = Attribute<String>()
    let title = Attribute<String>(.length(1...200))
    let text = Attribute<String>(.typicalLength(9_000))
    let copies = Attribute<Int>(.range(0...))
    let state = Attribute<Choice>("new", "used", "lost", .default("new"))
    let revision = Attribute<Int>(.version)

    var accessPatterns: AccessPatterns {
        Primary("book", partition: "BOOK#\(isbn)", sort: "BOOK", collection: "history")
        Index("onShelf", on: .gsi1, partition: "SHELF#\(shelf)", sort: "\(title)")
        Index("lost", on: .gsi2, partition: "LOST", sort: "\(isbn)", when: state == "lost")
    }
}

/// Somebody has a book.
private struct Loan: EntityDefinition {
    let isbn = Attribute<String>(.matching("^[0-9]+$"))
    let loanID = Attribute<ULID>(.generated)
    let reader = Attribute<String>(.readOnly)
    let dueAt = Attribute<Date?>()

    var accessPatterns: AccessPatterns {
        Primary("loans", partition: "BOOK#\(isbn)", sort: "LOAN#\(loanID)", collection: "history")
        Index("due", on: .gsi2, partition: "DUE#\(dueAt, .month)", sort: "\(dueAt)#\(loanID)")
    }
}

private struct Wrong: ServiceDefinition {
    let name = "wrong"
    let table = Table("wrong", partitionKey: "pk")
    var entities: EntityList { Leaf() }
}

private struct Leaf: EntityDefinition {
    let leafID = Attribute<String>()
    let text = Attribute<String>(.length(...10), .typicalLength(20))

    var accessPatterns: AccessPatterns { Primary("leaf", partition: "LEAF#\(leafID)") }
}
