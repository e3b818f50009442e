import Codegen
import Testing

/// Definitions that are made of ElectroDB's models. That they mean the same keys is what the vectors show.
@Suite("Importing ElectroDB's models")
struct ElectroDBImporterTests {
    private func output(_ json: String, readsBeta: Bool = false) throws -> ElectroDBImporter.Output {
        try ElectroDBImporter(readsBeta: readsBeta).run(json.utf8)
    }

    @Test("A model with everything becomes a definition that a person would write")
    func everything() throws {
        let output = try output(
            #"""
            {
              "model": {"entity": "task", "version": "2", "service": "task-app"},
              "identifiers": {"entity": "_e"},
              "table": "tasks",
              "attributes": {
                "team": {"type": "string", "field": "t", "required": true},
                "task-id": {"type": "string", "required": true, "readOnly": true},
                "status": {"type": ["open", "in-review"], "label": "st", "default": "open"},
                "kind": {"type": ["a-b", "a_b"], "required": true},
                "points": {"type": "number", "padding": {"length": 5, "char": "0"}, "default": 0.10},
                "email": {"type": "string", "validate": "/^[^@]+@[^@]+$/i", "get": {"$function": "lower"}, "hidden": true},
                "slug": {"type": "string", "set": "[Function: set]"},
                "handle": {"type": "string", "watch": ["email"], "set": "[Function: set]"},
                "note": "string",
                "token": {"type": "string", "default": "[Function (anonymous)]", "validate": null},
                "tags": {"type": "set", "items": "string"},
                "codes": {"type": "list", "items": {"type": "string", "validate": "^[A-Z]+$"}, "default": []},
                "address": {"type": "map", "properties": {
                  "city": {"type": "string", "required": true, "field": "c"},
                  "geo": {"type": "map", "properties": {"lat": "number"}}}},
                "extra": {"type": "any", "colour": "red"},
                "domain": {"type": "string"}
              },
              "indexes": {
                "byDomain": {"index": "domain-index", "pk": {"field": "domain", "composite": ["domain"], "casing": "none"}},
                "tasks": {"pk": {"field": "pk", "composite": ["team"]}, "sk": {"field": "sk", "composite": ["task-id"]}},
                "update": {"index": "gsi1", "type": "clustered", "scope": "Own", "collection": ["work", "open work"],
                  "pk": {"field": "gsi1pk", "composite": ["status"]}, "sk": {"field": "gsi1sk", "composite": ["points"]},
                  "projection": ["note", "team"], "condition": null},
                "inTeam": {"index": "lsi1", "pk": {"field": "pk", "composite": ["team"]},
                  "sk": {"field": "lsi1sk", "composite": ["points"], "template": "P#${points}\"", "casing": "upper"}},
                "ranked": {"index": "gsi2", "pk": {"field": "gsi2pk", "composite": []},
                  "sk": {"field": "gsi2n", "composite": ["points"], "cast": "number"}},
                "native": {"index": "by-team", "type": "composite", "pk": {"composite": ["team"]}, "sk": {"composite": ["points"]}}
              }
            }
            """#)
        #expect(
            output.text == #"""
                // Imported from ElectroDB: task-app.

                import EntityMacrosLite

                /// The service task-app.
                struct TaskApp: ServiceDefinition {
                    let name = "task-app"
                    let keyFormat = KeyFormat.electroDB
                    let entityAttribute = "_e"

                    let table = Table("tasks", partitionKey: "pk", sortKey: "sk") {
                        GlobalIndex(.domainIndex, partitionKeys: "domain")
                        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk", projection: .include("note", "t"))
                        LocalIndex(.lsi1, sortKey: "lsi1sk")
                        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2n")
                        GlobalIndex(.byTeam, partitionKeys: "t", sortKeys: "points")
                    }

                    var entities: EntityList { Task() }
                }

                /// The model task, version 2, of task-app.
                struct Task: EntityDefinition {
                    let team = Attribute<String>(.storedAs("t"))
                    let taskId = Attribute<String>(.storedAs("task-id"), .label("task-id"))
                    let status = Attribute<Choice?>("open", "in-review", .default("open"), .label("st"))
                    let kind = Attribute<String>()
                    /// A number of ElectroDB's: an Int will do if it has no fraction.
                    let points = Attribute<Double?>(.default(0.10), .padded(to: 5, with: "0"))
                    let email = Attribute<String?>(.hidden, .presented, .matching("(?i)^[^@]+@[^@]+$"))
                    let slug = Attribute<String?>(.normalized)
                    let handle = Attribute<String?>(.computed(from: \Task.email))
                    let note = Attribute<String?>()
                    let token = Attribute<String?>(.computed, .validated)
                    let tags = Attribute<Set<String>?>()
                    let codes = Attribute<[String]>(.each(.matching("^[A-Z]+$")))
                    let address = Attribute<Map<TaskAddress>?>()
                    let extra = Attribute<AttributeValue?>()
                    let domain = Attribute<String?>()
                    var entityName: String { "task" }
                    var entityVersion: String { "2" }

                    var accessPatterns: AccessPatterns {
                        Primary("tasks", partition: [team], sort: [taskId])
                        Index("byDomain", on: .domainIndex, partition: .casing(.asWritten, [domain]))
                        Index(
                            "updateItems",
                            on: .gsi1,
                            .clustered,
                            partition: [status],
                            sort: [points],
                            scope: "Own",
                            collection: ["work", "open work"])
                        Index("inTeam", on: .lsi1, sort: .casing(.uppercased, "P#\(points)\""))
                        Index("ranked", on: .gsi2, partition: [], sort: .number(points))
                        Index("native", on: .byTeam, partition: [team], sort: [points])
                    }
                }

                /// The map address of Task.
                struct TaskAddress: MapDefinition {
                    let city = Attribute<String>(.storedAs("c"))
                    let geo = Attribute<Map<TaskAddressGeo>?>()
                }

                /// The map geo of TaskAddress.
                struct TaskAddressGeo: MapDefinition {
                    /// A number of ElectroDB's: an Int will do if it has no fraction.
                    let lat = Attribute<Double?>()
                }

                extension IndexName {
                    static let domainIndex = IndexName("domain-index")
                    static let byTeam = IndexName("by-team")
                }

                """#)
        #expect(
            output.notes.map(\.description) == [
                #"task.extra: 'colour' is no option of ElectroDB's that is known here, and was left out."#,
                #"task: it is called Task in Swift; items keep the name."#,
                #"task.task-id: it is called taskId in Swift; items keep the name."#,
                #"task.update: the access pattern is called updateItems in Swift."#,
                #"task.kind: its values ("a-b", "a_b") cannot be an enum's cases, or not as they are stored: it is a String, and nothing checks that it is one of them."#,
                #"task.email: 'get' is a function: write it as the hook of '.presented'."#,
                #"task.slug: 'set' is a function: write it as the hook of '.normalized'."#,
                #"task.handle: it is worked out when email change: write how as the hook of '.computed(from:)'."#,
                #"task.token: its default is a function: write it as the hook of '.computed'."#,
                #"task.token: a function checks it, or what did was lost: write it as the hook of '.validated'."#,
                #"task.update: the collection 'open work' would be a function, whose name that cannot be: take it out here."#,
                #"task.update: 'condition' is a function: say in 'when:' which items the index holds."#,
                #"TaskApp: see whether the table is called so. Functions may have left no trace in the JSON: look through the models for 'default', 'validate', 'get', 'set' and 'condition'."#,
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
