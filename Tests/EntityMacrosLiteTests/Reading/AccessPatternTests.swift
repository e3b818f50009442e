import Codegen
import Testing

@testable import EntityMacrosLite

extension IndexName {
    fileprivate static let scores = IndexName("scores")
    fileprivate static let native = IndexName("native")
}

@Suite("Access patterns")
struct AccessPatternTests {
    struct Player: EntityDefinition {
        let id = Attribute<String>()
        let team = Attribute<String?>()
        let country = Attribute<String?>()
        let score = Attribute<Int>(.counter)
        let joinedAt = Attribute<Date>(.readOnly)
        let status = Attribute<Choice>("active", "injured", "retired", .default("active"))

        var accessPatterns: AccessPatterns {
            Index("byScore", on: .scores, partition: "TEAM#\(team)", sort: [score], when: status != "retired")
            Index("inCountry", on: .native, partition: [country], sort: [score])
            Index("active", on: .gsi1, partition: "ACTIVE", sort: "\(joinedAt)#\(id)", when: status == "active")
            Index("ready", on: .gsi1, partition: "ACTIVE", sort: "\(joinedAt)#\(id)", when: status == "active")
            Index("injured", on: .gsi1, partition: "INJURED", sort: "\(joinedAt)", when: status == "injured")
            Index("oldest", on: .lsi1, sort: "\(joinedAt)")
            Primary("player", partition: "PLAYER#\(id)", sort: "PLAYER", collection: "profile")
        }
    }

    /// Has what the native index is made of, and no access pattern on it.
    struct Fan: EntityDefinition {
        let playerID = Attribute<String>()
        let fanID = Attribute<String>()
        let country = Attribute<String?>()
        let score = Attribute<Int>()

        var accessPatterns: AccessPatterns {
            Primary("fan", partition: "PLAYER#\(playerID)", sort: "FAN#\(fanID)", collection: "profile")
        }
    }

    let schema: ServiceSchema
    let player: EntityModel

    init() throws {
        let table = Table("table", partitionKey: "pk", sortKey: "sk") {
            GlobalIndex(.scores, partitionKey: "scorespk", sortKeys: "score")
            GlobalIndex(.native, partitionKeys: "country", sortKeys: "score")
            GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
            LocalIndex(.lsi1, sortKey: "lsi1sk")
        }
        let reading = SchemaReader.read(
            TestService("service", table) {
                Player()
                Fan()
            })
        #expect(reading.diagnostics.filter { $0.severity == .error } == [])
        schema = try #require(reading.schema)
        player = try #require(schema.entity("Player"))
    }

    private func pattern(_ name: String) throws -> AccessPatternModel {
        try #require(player.accessPatterns.first { $0.name == name })
    }

    @Test func beginWithThePrimaryOne() {
        #expect(
            player.accessPatterns.map(\.name) == [
                "player", "byScore", "inCountry", "active", "ready", "injured", "oldest",
            ])
    }

    @Test func mixTextsAndAttributesOfTheEntity() throws {
        let byScore = try pattern("byScore")
        #expect(byScore.partition.map(\.keyAttribute) == ["scorespk"])
        #expect(byScore.sort.map(\.keyAttribute) == ["score"])
        #expect(byScore.sort.first?.template == nil)
        #expect(byScore.sortParts.map(\.encoding) == [.native])
        #expect(byScore.condition == .not(.equals(attribute: "status", value: .string("retired"))))
        #expect(schema.table.index("scores")?.sort.first?.type == .number)
        #expect(schema.table.index("native")?.partition.first?.type == .string)
    }

    @Test func knowTheirOtherNames() throws {
        #expect(try pattern("ready").aliasOf == "active")
        #expect(try pattern("active").aliasOf == nil)
        #expect(try pattern("injured").aliasOf == nil)
    }

    @Test func haveTheTablesPartitionInALocalIndex() throws {
        let oldest = try pattern("oldest")
        #expect(oldest.partition.map(\.keyAttribute) == ["pk"])
        #expect(oldest.partitionParts.map(\.attribute) == ["id"])
        #expect(oldest.sort.map(\.keyAttribute) == ["lsi1sk"])
    }

    /// Fans are in the native index by their attributes alone.
    @Test func filterWhereOthersCanBeSeen() throws {
        #expect(try pattern("inCountry").filtersByEntity)
        #expect(try !pattern("byScore").filtersByEntity)
        #expect(try !pattern("player").filtersByEntity)
    }

    @Test func tellWhatEachKeyAttributeIsMadeOf() throws {
        let keys = Dictionary(uniqueKeysWithValues: player.keyAttributes.map { ($0.name, $0) })
        #expect(player.keyAttributes.map(\.name) == ["pk", "sk", "scorespk", "gsi1pk", "gsi1sk", "lsi1sk"])
        #expect(keys["pk"]?.isPrimary == true)
        #expect(keys["pk"]?.indexes == ["lsi1"])
        #expect(keys["pk"]?.sources.map(\.accessPattern) == ["player"])
        #expect(keys["scorespk"]?.attributes == ["team", "status"])
        #expect(keys["gsi1pk"]?.sources.map(\.accessPattern) == ["active", "injured"])
        #expect(keys["gsi1sk"]?.attributes == ["id", "joinedAt", "status"])
    }

    /// `joinedAt` never changes, but without it the key cannot be written. The key `lsi1sk`, which is made of it alone, stays as it is.
    @Test func groupWhatIsUpdatedTogether() {
        #expect(
            player.updateGroups == [
                UpdateGroupModel(
                    attributes: ["team", "joinedAt", "status"],
                    keyAttributes: ["scorespk", "gsi1pk", "gsi1sk"])
            ])
    }

    @Test func formCollections() {
        #expect(
            schema.collections == [
                CollectionModel(
                    name: "profile", index: nil,
                    members: [
                        .init(entity: "Player", accessPattern: "player", propertyName: "players"),
                        .init(entity: "Fan", accessPattern: "fan", propertyName: "fans"),
                    ])
            ])
    }
}

@Suite("English plurals")
struct PluralTests {
    @Test(arguments: [
        ("Article", "articles"), ("Category", "categories"), ("Day", "days"), ("Address", "addresses"),
        ("Box", "boxes"),
        ("Branch", "branches"), ("URLAlias", "urlAliases"), ("OrderLine", "orderLines"), ("SKU", "skus"),
    ])
    func areDerivedFromTypeNames(_ name: String, _ plural: String) {
        #expect(EnglishPlural.of(name) == plural)
    }
}
