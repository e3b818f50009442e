import EntityMacrosLite

extension IndexName { fileprivate static let native = IndexName("native") }

/// Access patterns and the indexes that they are on.
let patternFixture = DiagnosticFixture {
    [
        TestService("service", .bare) {
            NoPrimary()
            // ^ error primary-missing: NoPrimary has no primary key
        },
        TestService("service", .bare) { TwoPrimaries() },
        TestService("service", table) { Misplaced() },
        TestService("service", table) { Native() },
        TestService("service", Table("table", partitionKey: "pk")) { Sorted() },
        TestService("service", .standard) { Conflicting() },
        TestService(
            "service",
            Table("table", partitionKey: "pk", sortKey: "sk") {
                GlobalIndex(.gsi1, partitionKey: "sk", sortKey: "pk")
            }
        ) { Inverted() },
    ]
}

private let table = Table("table", partitionKey: "pk", sortKey: "sk") {
    GlobalIndex(.gsi1, partitionKey: "gsi1pk")
    GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
    GlobalIndex(.native, partitionKeys: "country", "city", sortKeys: "score")
    LocalIndex(.lsi1, sortKey: "lsi1sk")
}

private struct NoPrimary: EntityDefinition {
    let id = Attribute<String>()
    var accessPatterns: AccessPatterns {}
}

private struct TwoPrimaries: EntityDefinition {
    let id = Attribute<String>()
    var accessPatterns: AccessPatterns {
        Primary("item", partition: "ITEM#\(id)", sort: "ITEM")
        Primary("other", partition: "OTHER#\(id)", sort: "ITEM")
        // ^ error primary-repeated: 'other' is a second primary key of TwoPrimaries
    }
}

private struct Misplaced: EntityDefinition {
    let id = Attribute<String>()
    var accessPatterns: AccessPatterns {
        Primary("item", partition: "ITEM#\(id)")
        // ^ error sort-key-missing: 'item' has no sort key, and the table has one (sk)
        Index("unknown", on: .gsi9, partition: "ITEM#\(id)")
        // ^ error index-unknown: 'gsi9', which the table 'table' does not have (it has gsi1, gsi2, native, lsi1)
        Index("sorted", on: .gsi1, partition: "ITEM#\(id)", sort: "ITEM")
        // ^ error sort-key-unexpected: 'sorted' has a sort key, and the index 'gsi1' has none
        Index("unsorted", on: .gsi2, partition: "ITEM#\(id)")
        // ^ error sort-key-missing: 'unsorted' has no sort key, and the index 'gsi2' has one (gsi2sk)
        Index("local", on: .lsi1, partition: "ITEM#\(id)", sort: "ITEM")
        // ^ error local-index-partition: lsi1 is a local index
        Index("global", on: .gsi2, sort: "ITEM")
        // ^ error partition-missing: the index 'gsi2' is not a local index
    }
}

private struct Native: EntityDefinition {
    let id = Attribute<String>()
    let country = Attribute<String?>()
    let town = Attribute<String>(.storedAs("city"))
    let score = Attribute<Int>()
    var accessPatterns: AccessPatterns {
        Primary("item", partition: "ITEM#\(id)", sort: "ITEM")
        Index("text", on: .native, partition: "\(country)", sort: [score])
        // ^ error native-key-parts: partition of the index 'native' is the entity's own country, city
        Index("few", on: .native, partition: [country], sort: [score])
        // ^ error native-key-parts: 'few' … list the attributes
        Index("order", on: .native, partition: [town, country], sort: [score])
        // ^ error native-key-parts: 'country' here, and 'town' is stored as 'city'
        // ^ error native-key-parts: 'city' here, and 'country' is stored as 'country'
        Index("form", on: .native, partition: [country, town], sort: [score.part(width: 4)])
        // ^ error native-key-form: 'score' is a key of the index 'native' as it is stored
        Index("filtered", on: .native, partition: [country, town], sort: [score], when: country == "no")
        // ^ error condition-native: cannot keep items out
    }
}

private struct Sorted: EntityDefinition {
    let id = Attribute<String>()
    var accessPatterns: AccessPatterns {
        Primary("item", partition: "ITEM#\(id)", sort: "ITEM")
        // ^ error sort-key-unexpected: 'item' has a sort key, and the table has none
    }
}

private struct Conflicting: EntityDefinition {
    let id = Attribute<String>()
    let status = Attribute<Choice>("open", "closed", "lost")
    var accessPatterns: AccessPatterns {
        Primary("item", partition: "ITEM#\(id)", sort: "ITEM")
        Index("open", on: .gsi1, partition: "OPEN#\(id)", sort: "ITEM", when: status == "open")
        Index("opened", on: .gsi1, partition: "OPEN#\(id)", sort: "ITEM", when: status == "open")
        Index("closed", on: .gsi1, partition: "CLOSED#\(id)", sort: "ITEM", when: status == "closed")
        Index("rest", on: .gsi1, partition: "REST#\(id)", sort: "ITEM", when: status != "open")
        // ^ error index-key-conflict: 'closed' and 'rest' of Conflicting write different texts to 'gsi1pk'
    }
}

private struct Inverted: EntityDefinition {
    let from = Attribute<String>()
    let to = Attribute<String>()
    var accessPatterns: AccessPatterns {
        Primary("edge", partition: "FROM#\(from)", sort: "TO#\(to)")
        Index("reverse", on: .gsi1, partition: "TO#\(to)", sort: "BACK#\(from)")
        // ^ error index-key-conflict: 'edge' and 'reverse' of Inverted write different texts to 'pk'
    }
}
