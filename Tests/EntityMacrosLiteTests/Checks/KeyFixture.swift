import EntityMacrosLite

/// The texts of keys.
let keyFixture = DiagnosticFixture {
    [
        TestService("service", .standard) { Placeholders() },
        TestService("service", .standard) { Numbers() },
        TestService("service", .bare) { OptionalPart() },
        TestService("service", .bare) { Counted() },
        TestService("service", .standard) { Moving() },
        TestService("service", .standard) { MovingWhileNew() },
        TestService("service", .standard) { Delimited() },
    ]
}

private let foreign = Attribute<String>()

private struct Placeholders: EntityDefinition {
    let id = Attribute<String>()
    let tags = Attribute<Set<String>?>()
    let data = Attribute<Data>()
    let any = Attribute<AttributeValue>()
    var computed: Attribute<String> { Attribute() }

    var accessPatterns: AccessPatterns {
        Primary("item", partition: "ITEM#\(id)#\(foreign)", sort: "\(computed)")
        // ^ error key-attribute-unknown: A key of 'item' … no stored property of Placeholders
        // ^ error key-attribute-unknown: A key of 'item' … or is computed
        Index("a", on: .gsi1, partition: "\(tags)", sort: [data])
        // ^ error key-attribute-type: 'tags' cannot be in a key of 'a': a set has no text
        // ^ error key-attribute-type: 'data' cannot be in a key of 'a': binary data has no text
        Index("b", on: .gsi1, partition: "A#\([id] as KeyTemplate)", sort: "\(any)")
        // ^ error key-composite-nested: 'b' of Placeholders: a list of attributes cannot stand inside
        // ^ error key-attribute-type: 'any' cannot be in a key of 'b': its type is only known with its value
    }
}

private struct Numbers: EntityDefinition {
    let id = Attribute<String>()
    let price = Attribute<Double>()
    let cost = Attribute<Decimal?>()
    let score = Attribute<Int>()

    var accessPatterns: AccessPatterns {
        Primary("item", partition: "ITEM#\(id)", sort: "\(price)")
        // ^ error key-number-width: 'price' cannot be in a key of 'item' … '\(price, width: 8, scale: 2)'
        Index("byCost", on: .gsi1, partition: [cost], sort: [id])
        // ^ error key-number-width: 'cost' cannot be in a key of 'byCost'
        Index("wide", on: .gsi1, partition: "\(price, width: 30, scale: 9)", sort: [])
        // ^ error key-number-width: a width of 30 and a scale of 9
        Index("whole", on: .gsi1, partition: "\(score, width: 6, scale: 1)", sort: [])
        // ^ error key-number-width: a whole number has no digits after the point
        Index("shards", on: .gsi1, partition: "\(shard: id, of: 1)", sort: [])
        // ^ error key-shard-count: spread over 1 shards
    }
}

private struct OptionalPart: EntityDefinition {
    let id = Attribute<String>()
    let note = Attribute<String?>()

    var accessPatterns: AccessPatterns {
        Primary("item", partition: "ITEM#\(id)", sort: "NOTE#\(note)")
        // ^ error key-part-optional: 'note' is optional, and part of the primary key of OptionalPart … make it required
    }
}

private struct Counted: EntityDefinition {
    let id = Attribute<String>()
    let views = Attribute<Int>(.counter)

    var accessPatterns: AccessPatterns {
        Primary("item", partition: "ITEM#\(id)", sort: "\(views)")
        // ^ error key-part-changes: 'views' is .counter, and part of the primary key
    }
}

private struct Moving: EntityDefinition {
    let id = Attribute<String>()
    let status = Attribute<String>()
    let views = Attribute<Int>(.counter)
    let updatedAt = Attribute<Date>(.updatedAt)

    var accessPatterns: AccessPatterns {
        Primary("item", partition: "ITEM#\(id)", sort: "ITEM")
        Index("byViews", on: .gsi1, partition: "VIEWS#\(id)", sort: "\(views)")
        // ^ error key-part-changes: 'views' is .counter, which DynamoDB adds to … 'gsi1sk' … sortKeys: "views"
        Index("byUpdate", on: .gsi1, partition: "VIEWS#\(id)", sort: "\(status)#\(updatedAt)")
        // ^ error key-part-changes: 'updatedAt' changes with every update, and shares 'gsi1sk' with 'status'
        // ^ error index-key-conflict: 'byViews' and 'byUpdate' of Moving write different texts to 'gsi1sk'
    }
}

private struct MovingWhileNew: EntityDefinition {
    let id = Attribute<String>()
    let status = Attribute<String>()
    let updatedAt = Attribute<Date>(.updatedAt)

    var accessPatterns: AccessPatterns {
        Primary("item", partition: "ITEM#\(id)", sort: "ITEM")
        Index("new", on: .gsi1, partition: "NEW#\(id)", sort: "\(updatedAt)", when: status == "new")
        // ^ error key-part-changes: 'updatedAt' changes with every update, and shares 'gsi1sk' with 'status'
    }
}

private struct Delimited: EntityDefinition {
    let id = Attribute<String>()
    let name = Attribute<String>()
    let date = Attribute<Date>()

    var accessPatterns: AccessPatterns {
        Primary("item", partition: "ITEM#\(id)", sort: "\(id)\(name)")
        // ^ error key-parts-adjacent: 'id' has no fixed width, and 'name' follows it at once
        Index("a", on: .gsi1, partition: "\(id)%\(name)", sort: "\(date)\(name)")
        // ^ error key-delimiter: '%' follows 'id'
        Index("b", on: .gsi1, partition: "\(name)B\(id)", sort: "\(name)→\(id)\u{10FFFF}")
        // ^ error key-delimiter: 'B' follows 'name'
        // ^ error key-delimiter: '→' follows 'name'
        // ^ error key-delimiter: follows 'id'
        // ^ error key-delimiter: U+10FFFF
        // ^ error index-key-conflict: 'gsi1pk'
        // ^ error index-key-conflict: 'gsi1sk'
        Index("c", on: .gsi1, partition: "", sort: "\(date, .day)#\(id)#\(id)")
        // ^ error key-empty: A key of 'c' of Delimited is empty
        // ^ error key-part-repeated: 'c' of Delimited has 'id' twice
        // ^ error index-key-conflict: 'a' and 'c' … 'gsi1pk'
        // ^ error index-key-conflict: 'b' and 'c' … 'gsi1pk'
        // ^ error index-key-conflict: 'a' and 'c' … 'gsi1sk'
        // ^ error index-key-conflict: 'b' and 'c' … 'gsi1sk'
    }
}
