import Codegen
import EntityMacrosLite
import Testing

@Suite("Attribute types")
struct AttributeTypeTests {
    struct Everything: EntityDefinition {
        let id = Attribute<String>()
        let flag = Attribute<Bool>()
        let small = Attribute<UInt8>()
        let big = Attribute<Int64?>()
        let double = Attribute<Double>()
        let float = Attribute<Float>()
        let decimal = Attribute<Decimal>()
        let number = Attribute<Number>()
        let data = Attribute<Data>()
        let bytes = Attribute<[UInt8]>()
        let date = Attribute<Date>()
        let seconds = Attribute<Date?>(.epochSeconds)
        let milliseconds = Attribute<Date>(.epochMilliseconds)
        let uuid = Attribute<UUID>()
        let ulid = Attribute<ULID>()
        let url = Attribute<URL>()
        let anything = Attribute<AttributeValue>()
        let status = Attribute<Choice?>("in-review", "DONE", "4K")
        let statuses = Attribute<Set<Choice>>("a", "b")
        let bucket = Attribute<DateBucket>(.default(.month))
        let keyType = Attribute<KeyAttributeType?>()
        let character = Attribute<Character>()
        let address = Attribute<Map<Address>?>()
        let lines = Attribute<[Map<Address>]>()
        let numbers = Attribute<Set<Int>>()
        let labels = Attribute<[String: [String]]>()

        var accessPatterns: AccessPatterns { Primary("everything", partition: "EVERYTHING#\(id)", sort: "EVERYTHING") }
    }

    struct Expected: Sendable {
        var name: String
        var swiftType: String
        var type: DynamoDBType?
    }

    let reading = SchemaReader.read(TestService("service", .bare) { Everything() })

    @Test(arguments: [
        Expected(name: "id", swiftType: "Swift.String", type: .string),
        Expected(name: "flag", swiftType: "Swift.Bool", type: .bool),
        Expected(name: "small", swiftType: "Swift.UInt8", type: .number),
        Expected(name: "big", swiftType: "Swift.Int64?", type: .number),
        Expected(name: "double", swiftType: "Swift.Double", type: .number),
        Expected(name: "float", swiftType: "Swift.Float", type: .number),
        Expected(name: "decimal", swiftType: "Entities.Decimal", type: .number),
        Expected(name: "number", swiftType: "Entities.Number", type: .number),
        Expected(name: "data", swiftType: "Entities.Data", type: .binary),
        Expected(name: "bytes", swiftType: "[Swift.UInt8]", type: .binary),
        Expected(name: "date", swiftType: "Entities.Date", type: .string),
        Expected(name: "seconds", swiftType: "Entities.Date?", type: .number),
        Expected(name: "milliseconds", swiftType: "Entities.Date", type: .number),
        Expected(name: "uuid", swiftType: "Entities.UUID", type: .string),
        Expected(name: "ulid", swiftType: "Entities.ULID", type: .string),
        Expected(name: "url", swiftType: "Entities.URL", type: .string),
        Expected(name: "anything", swiftType: "Entities.AttributeValue", type: nil),
        Expected(name: "status", swiftType: "Everything.Status?", type: .string),
        Expected(name: "statuses", swiftType: "Swift.Set<Everything.Statuses>", type: .stringSet),
        Expected(name: "bucket", swiftType: "Entities.DateBucket", type: .string),
        Expected(name: "keyType", swiftType: "Codegen.KeyAttributeType?", type: .string),
        Expected(name: "character", swiftType: "Swift.Character", type: nil),
        Expected(name: "address", swiftType: "Address?", type: .map),
        Expected(name: "lines", swiftType: "[Address]", type: .list),
        Expected(name: "numbers", swiftType: "Swift.Set<Swift.Int>", type: .numberSet),
        Expected(name: "labels", swiftType: "[Swift.String: [Swift.String]]", type: .map),
    ])
    func areSpelledOut(_ expected: Expected) throws {
        let entity = try #require(reading.schema?.entity("Everything"))
        let attribute = try #require(entity.attribute(expected.name))
        #expect(attribute.swiftType == expected.swiftType)
        #expect(attribute.type.dynamoDBType == expected.type)
        #expect(attribute.isOptional == expected.swiftType.hasSuffix("?"))
    }

    @Test func areAllThatThereIs() throws {
        #expect(reading.diagnostics == [])
        let schema = try #require(reading.schema)
        #expect(schema.entity("Everything")?.attributes.count == 26)
        #expect(schema.maps.map(\.typeName) == ["Address"])
        // Entities and Swift are imported by all generated code.
        #expect(schema.imports == ["Codegen"])
    }

    @Test func nameTheCasesOfChoices() throws {
        let status = try #require(reading.schema?.entity("Everything")?.attribute("status"))
        #expect(
            status.type
                == .choice(
                    ChoiceModel(
                        typeName: "Status",
                        cases: [
                            .init(name: "inReview", rawValue: "in-review"), .init(name: "done", rawValue: "DONE"),
                            .init(name: "_4k", rawValue: "4K"),
                        ])))
    }

    @Test func repeatDefaultsOfTheUsersOwnTypes() throws {
        let bucket = try #require(reading.schema?.entity("Everything")?.attribute("bucket"))
        #expect(bucket.defaultValue == .enumCase("Entities.DateBucket.month"))
        #expect(
            bucket.type
                == .rawRepresentable(
                    RawRepresentableModel(
                        typeName: "Entities.DateBucket", rawType: .string,
                        rawValues: ["year", "month", "week", "day", "hour"]))
        )
    }

    struct Ordered: EntityDefinition {
        let id = Attribute<String>()
        let inOrder = Attribute<KeyAttributeType>()
        let outOfOrder = Attribute<DynamoDBType>()
        let unordered = Attribute<IntegerType>()

        var accessPatterns: AccessPatterns {
            Primary("item", partition: "ITEM#\(id)", sort: "\(inOrder)#\(outOfOrder)#\(unordered)")
        }
    }

    /// A range of an enum's values has to mean the same to Swift and to DynamoDB.
    @Test func allowRangesWhereBothOrdersAgree() throws {
        let reading = SchemaReader.read(TestService("service", .bare) { Ordered() })
        let parts = try #require(reading.schema?.entity("Ordered")?.primary?.sortParts)
        #expect(parts.map(\.allowsRange) == [true, false, false])
    }
}
