import Codegen
import Foundation
import Testing

/// Definitions that are made of ElectroDB's models. That they mean the same keys is what the vectors show.
@Suite("Importing ElectroDB's models")
struct ElectroDBImporterTests {
    private func text(of path: String) throws -> String {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }

    private func output(_ json: String, readsBeta: Bool = false) throws -> ElectroDBImporter.Output {
        try ElectroDBImporter(readsBeta: readsBeta).run(json.utf8)
    }

    @Test("A model with everything becomes a definition as people write them, which is compiled among the fixtures")
    func everything() throws {
        let output = try output(text(of: "../ImportedModels/chore.json"))
        #expect(try output.text == text(of: "../FixtureSchema/ChoreApp.swift"))
        #expect(
            output.notes.map(\.description) == [
                #"chore.extra: 'colour' is no option of ElectroDB's that is known here, and was left out."#,
                #"chore: it is called Chore in Swift; items keep the name."#,
                #"chore.chore-id: it is called choreId in Swift; items keep the name."#,
                #"chore.update: the access pattern is called updateItems in Swift."#,
                #"chore.kind: its values ("a-b", "a_b") cannot be an enum's cases, or not as they are stored: it is a String, and nothing checks that it is one of them."#,
                #"chore.email: 'get' is left out, since what is hidden is not read."#,
                #"chore.slug: 'set' is a function: write it as the hook of '.normalized'."#,
                #"chore.slug: 'get' is a function: write it as the hook of '.presented'."#,
                #"chore.digest: it is worked out of what is hidden, which a record does not have: set it in the updates."#,
                #"chore.handle: it is worked out when slug change: write how as the hook of '.computed(from:)'."#,
                #"chore.token: its default is a function: write it as the hook of '.computed'."#,
                #"chore.token: a function checks it, or what did was lost: write it as the hook of '.validated'."#,
                #"chore.update: 'condition' is a function: say in 'when:' which items the index holds."#,
                #"ChoreApp: see whether the table is called so. Functions may have left no trace in the JSON: look through the models for 'default', 'validate', 'get', 'set' and 'condition'."#,
            ])
    }

    @Test("Models of a service share its table, unless they disagree about an index")
    func services() throws {
        func model(_ entity: String, _ sort: String) -> String {
            """
            {"service": "shop", "entity": "\(entity)", "version": "1", "attributes": {"id": {"type": "string", "required": true}},
             "indexes": {"main": {"pk": {"field": "pk", "composite": ["id"]}, "sk": {"field": "sk", "composite": []}},
                         "other": {"index": "gsi1", "pk": {"field": "gsi1pk", "composite": []}\(sort)}}}
            """
        }
        let sorted = #", "sk": {"field": "gsi1sk", "composite": ["id"]}"#
        let output = try output("[\(model("Cart", sorted)), \(model("Order", sorted)), \(model("Index", ""))]")
        #expect(output.entities.map(\.service) == ["Shop", "Shop", "ShopService"])
        #expect(output.entities.map(\.typeName) == ["Cart", "Order", "IndexRecord"])
    }

    @Test("A model of the beta has its version in the partition key, be it told by its 'facets' or by the caller")
    func beta() throws {
        let model = #"""
            {"service": "s", "entity": "E", "version": "1", "attributes": {"id": "string"},
             "indexes": {"main": {"pk": {"field": "pk", "KEYS": "u_:id"}, "sk": {"field": "sk", "KEYS": []}}}}
            """#
        let old = try output(model.replacing("KEYS", with: "facets"))
        #expect(old.text.contains("let keyFormat = KeyFormat.electroDBBeta"))
        #expect(old.text.contains(#"Primary("main", partition: "u_\(id)", sort: [])"#))
        let new = model.replacing("KEYS", with: "composite")
        #expect(try output(new).text.contains("let keyFormat = KeyFormat.electroDB\n"))
        #expect(try output(new, readsBeta: true).text.contains("KeyFormat.electroDBBeta"))
    }

    @Test(
        "What is no model is refused, with what is wrong and where",
        arguments: [
            ("{", "The text is not JSON: expected a string, and the text ends (byte 1)."),
            ("[]", "There is no model in it."),
            ("3", "'indexes' is missing"),
            (#"{"models": [{"indexes": {}, "service": "s"}]}"#, "models[0]: 'entity' is missing"),
            (
                #"{"model": {"service": "s", "entity": "e", "version": 1}, "attributes": {}, "indexes": {}}"#,
                "model.version: expected a string, and not 1"
            ),
            (
                #"{"model": {"service": "s", "entity": "e", "version": "1"}, "attributes": {"a": {"type": "date"}}, "indexes": {}}"#,
                "attributes.a.type: \"date\" is no type of ElectroDB's"
            ),
            (
                #"""
                {"model": {"service": "s", "entity": "e", "version": "1"}, "attributes": {"a": "string"},
                 "indexes": {"i": {"pk": {"field": "pk", "composite": ["b"]}}}}
                """#, "indexes.i.pk.composite: 'b' is no attribute of e"
            ),
        ])
    func refusals(_ json: String, _ message: String) {
        #expect(throws: ImportError.self) { try output(json) }
        do { _ = try output(json) } catch { #expect("\(error)" == message) }
    }
}
