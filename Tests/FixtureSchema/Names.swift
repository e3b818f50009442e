import EntityMacrosLite
import FixtureTypes

/// One attribute of every type, and names that are words of Swift or of generated code.
struct Sample: EntityDefinition {
    let sampleID = Attribute<UUID>()
    let text = Attribute<String>(.default("quote \" backslash \\ tab\t and ü"))
    let flag = Attribute<Bool>(.default(true))
    let int = Attribute<Int>()
    let int8 = Attribute<Int8?>()
    let int16 = Attribute<Int16?>()
    let int32 = Attribute<Int32?>()
    let int64 = Attribute<Int64?>()
    let uint = Attribute<UInt?>()
    let uint8 = Attribute<UInt8?>()
    let uint16 = Attribute<UInt16?>()
    let uint32 = Attribute<UInt32?>()
    let uint64 = Attribute<UInt64>(.default(18_446_744_073_709_551_615))
    let double = Attribute<Double>(.default(-1e-7))
    let float = Attribute<Float?>()
    let decimal = Attribute<Decimal>(.default(Decimal(string: "0.1") ?? 0))
    let number = Attribute<Number>(.default(12))
    let data = Attribute<Data?>()
    let bytes = Attribute<[UInt8]?>()
    let date = Attribute<Date?>()
    let url = Attribute<URL?>()
    let any = Attribute<AttributeValue?>()
    let choices = Attribute<Set<Choice>>("a", "b", "4K")
    let channels = Attribute<Set<Channel>>()
    let dates = Attribute<[Date]>()
    let dateSet = Attribute<Set<Int>?>()
    let dictionary = Attribute<[String: [Date]]>()
    let nested = Attribute<[[String]]>()
    let preferences = Attribute<Preferences?>()
    let field = Attribute<Map<Field>?>()

    let `default` = Attribute<String?>(.length(1...5))
    let `in` = Attribute<String?>()
    let `inout` = Attribute<String?>()
    let `class` = Attribute<Choice?>("default", "in", "self-made")
    let item = Attribute<String?>()
    let draft = Attribute<String?>()
    let now = Attribute<Date?>()
    let names = Attribute<String?>()
    let rules = Attribute<String?>()
    let changes = Attribute<String?>()
    let condition = Attribute<String?>()
    let claims = Attribute<String?>()
    let version = Attribute<String?>()
    let validate = Attribute<String?>()
    let write = Attribute<String?>()
    let remove = Attribute<String?>()
    let string = Attribute<Choice?>("x")
    let type = Attribute<Choice?>("key", "kind")
    let fields = Attribute<Choice?>("y", "x")
    let gsi2pk = Attribute<String?>(.storedAs("own"))

    var accessPatterns: AccessPatterns {
        Primary("sample", partition: "SAMPLE#\(sampleID)", sort: "SAMPLE")
        Index("byItem", on: .gsi2, partition: "ITEM#\(item)", sort: "\(`in`)#\(`default`)#\(`inout`)#\(gsi2pk)")
    }
}

/// One for all.
struct Setting: EntityDefinition {
    let theme = Attribute<String>(.default("dark"))
    let limits = Attribute<[String: Int]>()

    var accessPatterns: AccessPatterns {
        Primary("setting", partition: [], sort: [])
    }
}

/// Has the name of a type of the run time.
struct Query: EntityDefinition {
    let page = Attribute<Int>()
    let text = Attribute<String>()
    let fields = Attribute<[Map<Field>]>()
    let string = Attribute<Choice>("a", "b", .default("a"))

    var accessPatterns: AccessPatterns {
        Primary("query", partition: "QUERY#\(page)", sort: "\(text)")
    }
}

/// Has the name of a type of the run time as well.
struct Field: MapDefinition {
    let name = Attribute<String>()
    let item = Attribute<Int?>()
    let date = Attribute<Date?>()
}
