import Codegen
import EntityMacrosLite
import Testing

@Suite("Key templates")
struct KeyTemplateTests {
    static let prefix = "PRE"

    struct Item: EntityDefinition {
        let id = Attribute<String>(.length(1...))
        let slug = Attribute<String?>()
        let count = Attribute<Int32?>()
        let unsigned = Attribute<UInt>()
        let price = Attribute<Decimal?>()
        let isOpen = Attribute<Bool>()
        let date = Attribute<Date>()
        let uuid = Attribute<UUID>()
        let status = Attribute<Choice>("a", "b")
        let url = Attribute<URL>()

        var owner: KeyTemplate { "OWNER#\(id)" }

        var accessPatterns: AccessPatterns {
            Primary("item", partition: "\(owner)#\(KeyTemplateTests.prefix)", sort: "ITEM")
            Index("delimited", on: .gsi1, partition: "\(slug)-\(slug, .lowercased)#\(id)", sort: "\(count)\(unsigned)")
            Index("wide", on: .gsi2, partition: "\(count, width: 4)\(price, width: 8, scale: 2)", sort: "\(isOpen)")
            Index("dates", on: .gsi3, partition: "D\(date, .day)", sort: "\(date)#\(uuid)")
            Index("shards", on: .gsi4, partition: "S#\(shard: id, of: 10)", sort: "\(status)_\(url)")
            Index("composite", on: .gsi5, partition: [id, status], sort: [date, price.part(width: 3, scale: 1)])
            Index("empty", on: .gsi6, partition: [], sort: [])
        }
    }

    let item: EntityModel

    init() throws {
        let table = Table("table", partitionKey: "pk", sortKey: "sk") {
            for number in 1...6 {
                GlobalIndex(
                    IndexName("gsi\(number)"), partitionKey: "gsi\(number)pk", sortKey: "gsi\(number)sk")
            }
        }
        let reading = SchemaReader.read(TestService("shop", table) { Item() })
        #expect(reading.diagnostics.filter { $0.severity == .error } == [])
        item = try #require(reading.schema?.entity("Item"))
    }

    private func segments(_ pattern: String) throws -> [[KeySegment]] {
        let pattern = try #require(item.accessPatterns.first { $0.name == pattern })
        return (pattern.partition + pattern.sort).compactMap { key in
            key.template?.segments.map { segment in
                guard case .part(var part) = segment else { return segment }
                part.location = .unknown
                return .part(part)
            }
        }
    }

    private func part(
        _ attribute: String, _ encoding: KeyPlaceholderEncoding, parameter: String? = nil, escaping: String? = nil,
        range: Bool = true
    ) -> KeySegment {
        .part(
            KeyPlaceholderModel(
                attribute: attribute, parameter: parameter, encoding: encoding, escapedDelimiter: escaping,
                allowsRange: range))
    }

    @Test func areTakenAsWritten() throws {
        #expect(
            try segments("item") == [
                [.text("OWNER#"), part("id", .text(lowercased: false)), .text("#PRE")], [.text("ITEM")],
            ])
    }

    /// A delimiter above `%` has to be escaped in the text before it, and gives no order.
    @Test func escapeTheDelimiterThatFollowsText() throws {
        #expect(
            try segments("delimited") == [
                [
                    part("slug", .text(lowercased: false), escaping: "-", range: false), .text("-"),
                    part("slug", .text(lowercased: true), parameter: "slugLowercased", range: false), .text("#"),
                    part("id", .text(lowercased: false)),
                ],
                [
                    part("count", .integer(width: 10, isSigned: true)),
                    part("unsigned", .integer(width: 20, isSigned: false)),
                ],
            ])
        #expect(
            try segments("shards") == [
                [
                    .text("S#"),
                    part("id", .shard(count: 10, of: .text(lowercased: false)), parameter: "shard", range: false),
                ],
                [
                    part("status", .text(lowercased: false), escaping: "_", range: false), .text("_"),
                    part("url", .text(lowercased: false), range: false),
                ],
            ])
    }

    @Test func giveNumbersAFixedWidth() throws {
        #expect(
            try segments("wide") == [
                [part("count", .integer(width: 4, isSigned: true)), part("price", .decimal(width: 8, scale: 2))],
                [part("isOpen", .bool, range: false)],
            ])
    }

    /// One attribute in two forms is two parameters of a query.
    @Test func nameTheFormsOfAnAttribute() throws {
        #expect(
            try segments("dates") == [
                [.text("D"), part("date", .date(unit: .day), parameter: "dateDay")],
                [part("date", .date(unit: nil)), .text("#"), part("uuid", .uuid)],
            ])
    }

    /// docs/Architecture.md, "Key text": names and values in the partition, the entity and values in the sort key.
    @Test func deriveComposites() throws {
        #expect(
            try segments("composite") == [
                [
                    .text("id#"), part("id", .text(lowercased: false)), .text("#status#"),
                    part("status", .text(lowercased: false), range: false),
                ],
                [
                    .text("Item#"), part("date", .date(unit: nil)), .text("#"),
                    part("price", .decimal(width: 3, scale: 1)),
                ],
            ])
        #expect(try segments("empty") == [[.text("shop")], [.text("Item")]])
    }
}
