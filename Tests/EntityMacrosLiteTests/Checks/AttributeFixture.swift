import Codegen
import EntityMacrosLite

/// Types and options of attributes.
let attributeFixture = DiagnosticFixture {
    [
        TestService("service", .bare) { Types() },
        TestService("service", .bare) { Options() },
        TestService("service", .bare) { Defaults() },
        TestService("service", .bare) { Unique() },
        TestService("service", Table("table", partitionKeys: "id")) { UniqueByNumber() },
        TestService("service", .bare) { Counters() },
        TestService("service", Table("table", partitionKeys: "id")) { CountedByData() },
        TestService("service", .bare) { Holder() },
        TestService("service", .bare) { Shared() },
    ]
}

enum Beside: String, AttributeConvertible { case a }
private enum Hidden: String, AttributeConvertible { case a }
struct Unstorable {}
struct OnlyCodable: Codable {}

private struct Types: EntityDefinition {
    let id = Attribute<String>()
    let plain = Attribute<Unstorable>()
    // ^ error attribute-type: 'plain' of Types is of type Unstorable, which DynamoDB cannot store … AttributeConvertible
    let codable = Attribute<OnlyCodable>()
    // ^ error attribute-type: OnlyCodable … CodableAttribute
    let raw = Attribute<DateStorage>()
    // ^ error attribute-type: DateStorage … 'extension DateStorage: AttributeConvertible {}'
    let beside = Attribute<Beside?>()
    // ^ error attribute-type: Beside, which is declared beside the definitions … target of its own
    let hidden = Attribute<Hidden>()
    // ^ error attribute-type: Hidden, which is private or local
    let nested = Attribute<[String?]>()
    // ^ error attribute-type: optional String inside of another type
    let keyed = Attribute<[Int: String]>()
    // ^ error attribute-type: dictionary with keys of type Int
    let flags = Attribute<Set<Bool>>()
    // ^ error attribute-type: a set of Bool
    let lists = Attribute<Set<[String]>>()
    // ^ error attribute-type: a set of Array<String>

    var accessPatterns: AccessPatterns { Primary("item", partition: "ITEM#\(id)", sort: "ITEM") }
}

private struct Options: EntityDefinition {
    let id = Attribute<String>(.storedAs("a"), .storedAs("b"))
    // ^ error attribute-option-conflict: .storedAs twice
    let date = Attribute<Date>(.epochSeconds, .epochMilliseconds)
    // ^ error attribute-option-conflict: .epochMilliseconds and .epochSeconds
    let times = Attribute<Date>(.createdAt, .updatedAt)
    // ^ error attribute-option-conflict: cannot be .createdAt and .updatedAt at once
    let count = Attribute<Int>(.counter, .default(1))
    // ^ error attribute-option-conflict: has a default, which .counter leaves no place for
    let title = Attribute<String>(.computed, .default("x"))
    // ^ error attribute-option-conflict: is computed, and has another value
    let frozen = Attribute<Int>(.counter, .readOnly)
    // ^ error attribute-option-conflict: 'frozen' of Options is .readOnly, and .counter changes it
    let first = Attribute<Int>(.version)
    let second = Attribute<Int>(.version)
    // ^ error attribute-role-repeated: .version on 'first' and on 'second'

    var accessPatterns: AccessPatterns { Primary("item", partition: "ITEM#\(id)", sort: "ITEM") }
}

private struct Defaults: EntityDefinition {
    let id = Attribute<String>()
    let status = Attribute<Choice>("draft", "published", .default("drft"))
    // ^ error default-value: has the default "drft", which is none of its values ("draft", "published")
    let name = Attribute<String>(.length(1...3), .default("four"))
    // ^ error default-value: "four", whose length is 4, and not 1...3
    let stars = Attribute<Int>(.range(0...5), .default(6))
    // ^ error default-value: 6, which is not in its range 0...5
    let ratio = Attribute<Double?>(.range(...1.5), .default(1.75))
    // ^ error default-value: 1.75, which is not in its range ...1.5
    let huge = Attribute<Double>(.default(.infinity))
    // ^ error default-value: inf, which DynamoDB cannot store
    let short = Attribute<String>(.length((-1)...3))
    // ^ error length: negative length
    let tags = Attribute<Set<String>>(.length(1...))
    // ^ error length: a set that is left out starts empty

    var accessPatterns: AccessPatterns { Primary("item", partition: "ITEM#\(id)", sort: "ITEM") }
}

private struct Unique: EntityDefinition {
    let id = Attribute<String>()
    let locale = Attribute<String?>()
    let slug = Attribute<String>(.unique(within: \Unique.locale))
    // ^ error unique-scope-optional: 'slug' of Unique is unique within 'locale', which is optional
    let other = Attribute<String>(.unique(within: \Unique.constant))
    // ^ error unique-scope-unknown: 'other' of Unique is unique within something that is none of its stored attributes
    let itself: Attribute<String> = Attribute(.unique(within: \Unique.itself))
    // ^ error unique-scope-unknown: unique within itself
    let twice = Attribute<String>(.unique(within: \Unique.id, \Unique.id))
    // ^ error unique-scope-unknown: same attribute twice
    let price = Attribute<Double>(.unique)
    // ^ error unique-type: 'price' of Unique cannot be unique … fixed width
    let tags = Attribute<Set<String>>(.unique)
    // ^ error unique-type: a set has no text
    let revision = Attribute<Int>(.version, .unique)
    // ^ error unique-type: changes with every write
    var constant: Int { 1 }

    var accessPatterns: AccessPatterns { Primary("item", partition: "ITEM#\(id)", sort: "ITEM") }
}

private struct UniqueByNumber: EntityDefinition {
    let id = Attribute<Int>()
    let email = Attribute<String?>(.unique)
    // ^ error unique-table: 'email' of UniqueByNumber cannot be unique … 'id' of the table 'table' has no room
    let hits = Attribute<Int>(.shardedCounter(of: 4))
    // ^ error counter-table: 'hits' of UniqueByNumber is kept in items of its own … 'id' of the table 'table' has no room

    var accessPatterns: AccessPatterns { Primary("item", partition: [id]) }
}

private struct Counters: EntityDefinition {
    let id = Attribute<String>()
    let few = Attribute<Int>(.shardedCounter(of: 1))
    // ^ error counter-shard-count: 'few' of Counters is kept in 1 items; give 2 to 100
    let many = Attribute<Int>(.shardedCounter(of: 101))
    // ^ error counter-shard-count: 'many' of Counters is kept in 101 items
    let stored = Attribute<Int>(.shardedCounter(of: 8), .storedAs("s"))
    // ^ error attribute-option-conflict: 'stored' of Counters is a .shardedCounter, which can have .range(0...)
    let ranged = Attribute<Int>(.shardedCounter(of: 8), .range(1...))
    // ^ error attribute-option-conflict: 'ranged' of Counters is a .shardedCounter
    let item = Attribute<Int>(.shardedCounter(of: 8))
    // ^ error attribute-name: 'item' of Counters is what an access pattern is called
    let scan = Attribute<Int>(.shardedCounter(of: 8))
    // ^ error attribute-name: 'scan' of Counters is a function that every record has
    let lots = Attribute<Int>(.randomShard(of: 1))
    // ^ error key-shard-count: 'lots' of Counters is spread over 1 shards; give 2 to 10000
    let lot = Attribute<Int>(.range(0...3), .randomShard(of: 4))
    // ^ error attribute-option-conflict: 'lot' of Counters is a .randomShard, whose range is 0 to 3

    var accessPatterns: AccessPatterns { Primary("item", partition: "ITEM#\(id)", sort: "ITEM") }
}

private struct CountedByData: EntityDefinition {
    let id = Attribute<Data>()
    let hits = Attribute<Int>(.shardedCounter(of: 4))
    // ^ error counter-key: 'hits' of CountedByData is counted by 'id' … binary data has no text

    var accessPatterns: AccessPatterns { Primary("item", partition: [id]) }
}

private struct Node: MapDefinition {
    let name = Attribute<String>(.unique, .default("node"))
    // ^ error map-attribute-option: 'name' of the map Node has .unique
    let next = Attribute<Map<Node>?>()
    // ^ error map-recursive: 'next' of the map Node holds a Node again … list
    let children = Attribute<[Map<Node>]>()
}

private struct Empty: MapDefinition {}

private struct Holder: EntityDefinition {
    let id = Attribute<String>()
    let node = Attribute<Map<Node>>()
    let empty = Attribute<[Map<Empty>]>()
    // ^ error map-empty: The map Empty has no attributes
    var accessPatterns: AccessPatterns { Primary("item", partition: "ITEM#\(id)", sort: "ITEM") }
}

private struct Shared: EntityDefinition {
    let id: Attribute<String>
    let copy: Attribute<String>

    init() {
        let attribute = Attribute<String>()
        // ^ error attribute-shared: 'copy' and 'id' of Shared are one attribute under two names
        id = attribute
        copy = attribute
    }

    var accessPatterns: AccessPatterns { Primary("item", partition: "ITEM#\(id)", sort: "ITEM") }
}
