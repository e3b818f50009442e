import EntityMacrosLite

/// The names of types, attributes and access patterns.
let nameFixture = DiagnosticFixture {
    [
        TestService("service", .bare) {
            First.Item()
            Second.Item()
            // ^ error type-name-repeated: An entity is called 'Item', and so is another
        },
        TestService(
            "",
            Table("table", partitionKey: "pk", sortKey: "sk")
            // ^ error service-name: TestService has an empty 'name'
        ) { First.Item() },
        TestService("service", .bare) {
            Generic<Int>()
            // ^ error type-name: 'Generic<Int>' cannot be the name … not generic
            // ^ error entity-name: pluralName
        },
        TestService("service", .bare) {
            Swift()
            // ^ error type-name: An entity cannot be called 'Swift' … hide
        },
        TestService("service", .bare) {
            Nameless()
            // ^ error entity-name: Nameless has an empty 'entityName'
            // ^ error entity-name: 'pluralName' of Nameless is 'the many'
            Twin()
            Sibling()
            // ^ error entity-name: Sibling and Twin have the 'entityName' "twin"
        },
        TestService("service", .bare) {
            Fields()
            // ^ error type-name: An entity cannot be called 'Fields' … hide
        },
        TestService("service", .bare) { Attributes() },
        TestService("service", .standard) { Patterns() },
        TestService(
            "service",
            Table("table", partitionKey: "pk", sortKey: "sk") {
                GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk", projection: .keysOnly)
            }
        ) { Entries() },
        TestService("service", .standard) { Bounds() },
        TestService("service", .bare) { TwoAddresses() },
        TestService("service", .bare) {
            Hooked()
            // ^ error type-name-repeated: 'HookedHooks', and so is an entity
            HookedHooks()
        },
    ]
}

private enum First {
    struct Item: EntityDefinition {
        let id = Attribute<String>()
        var accessPatterns: AccessPatterns { Primary("item", partition: "FIRST#\(id)", sort: "ITEM") }
    }
}

private enum Second {
    struct Item: EntityDefinition {
        let id = Attribute<String>()
        var accessPatterns: AccessPatterns { Primary("item", partition: "SECOND#\(id)", sort: "ITEM") }
    }
}

private struct Generic<Value>: EntityDefinition {
    let id = Attribute<String>()
    var accessPatterns: AccessPatterns { Primary("item", partition: "ITEM#\(id)", sort: "ITEM") }
}

private struct Swift: EntityDefinition {
    let id = Attribute<String>()
    var accessPatterns: AccessPatterns { Primary("item", partition: "ITEM#\(id)", sort: "ITEM") }
}

private struct Fields: EntityDefinition {
    let id = Attribute<String>()
    var accessPatterns: AccessPatterns { Primary("item", partition: "ITEM#\(id)", sort: "ITEM") }
}

private struct Nameless: EntityDefinition {
    let id = Attribute<String>()
    let entityName = ""
    let pluralName = "the many"
    var accessPatterns: AccessPatterns { Primary("item", partition: "ITEM#\(id)", sort: "ITEM") }
}

private struct Twin: EntityDefinition {
    let id = Attribute<String>()
    let entityName = "twin"
    var accessPatterns: AccessPatterns { Primary("item", partition: "TWIN#\(id)", sort: "ITEM") }
}

private struct Sibling: EntityDefinition {
    let id = Attribute<String>()
    let entityName = "twin"
    var accessPatterns: AccessPatterns { Primary("item", partition: "SIBLING#\(id)", sort: "ITEM") }
}

private struct Attributes: EntityDefinition {
    let id = Attribute<String>()
    let `class` = Attribute<String>()
    let key = Attribute<String>()
    // ^ error attribute-name: 'key' of Attributes is a name that generated code has for itself … .storedAs("key")
    let `self` = Attribute<String>()
    // ^ error attribute-name: 'self' of Attributes
    let `two words` = Attribute<String>()
    // ^ error attribute-name: 'two words' of Attributes cannot be the name … identifier
    let draft = Attribute<Choice>("a", "b")
    let type = Attribute<Choice>("a", "b")
    let draftChoice = Attribute<Choice>("a", "b")
    // ^ error choice-type-name: 'draftChoice' … 'DraftChoice', which is taken
    let testService = Attribute<Choice>("a", "b")
    // ^ error choice-type-name: 'TestService', which is taken
    let version = Attribute<String>()
    // ^ error attribute-name: 'version' of Attributes is how a record calls its .version
    let revision = Attribute<Int>(.version)
    let attributes = Attribute<Choice>("a", "b")
    // ^ error choice-type-name: 'Attributes', which is taken
    let kind = Attribute<Choice>("in-review", "IN_REVIEW")
    // ^ error choice-duplicate: "in-review" and "IN_REVIEW" would both be the case '.inReview'
    let state = Attribute<Choice>("a", "a", "---", "self")
    // ^ error choice-duplicate: lists "a" twice
    // ^ error choice-name: called after "---"
    // ^ error choice-name: called after "self"
    let size = Attribute<Choice?>("some", "none")
    // ^ error choice-name: '.some', which Swift takes for Optional's
    let nothing = Attribute<Choice>()
    // ^ error choice-empty: 'nothing' of Attributes has no values

    var accessPatterns: AccessPatterns { Primary("item", partition: "ITEM#\(id)", sort: "ITEM") }
}

private struct Patterns: EntityDefinition {
    let id = Attribute<String>()

    var accessPatterns: AccessPatterns {
        Primary("get", partition: "ITEM#\(id)", sort: "ITEM")
        // ^ error pattern-name: Patterns.get is a function that every record has
        Index("Draft", on: .gsi1, partition: "ITEM#\(id)", sort: "ITEM")
        // ^ error pattern-name: Patterns.Draft is what a type is called
        Index("by id", on: .gsi1, partition: "ITEM#\(id)", sort: "ITEM")
        // ^ error pattern-name: 'by id' of Patterns cannot be the name of a generated function
        Index("other", on: .gsi1, partition: "ITEM#\(id)", sort: "ITEM")
        Index("other", on: .gsi1, partition: "ITEM#\(id)", sort: "ITEM")
        // ^ error pattern-name: two access patterns called 'other'
    }
}

private struct Entries: EntityDefinition {
    let id = Attribute<String>()
    let byIDEntry = Attribute<Choice>("a", "b")

    var accessPatterns: AccessPatterns {
        Primary("item", partition: "ITEM#\(id)", sort: "ITEM")
        Index("byID", on: .gsi1, partition: "ITEM#\(id)", sort: "ITEM")
        // ^ error pattern-name: 'byID' of Entries holds would be called 'ByIDEntry', which is taken
    }
}

private struct Bounds: EntityDefinition {
    let id = Attribute<String>()
    let points = Attribute<Int>()
    let byPointsBound = Attribute<Choice>("a", "b")

    var accessPatterns: AccessPatterns {
        Primary("item", partition: "ITEM#\(id)", sort: "ITEM")
        Index("byPoints", on: .gsi1, partition: "ITEM", sort: "\(points)#\(id)")
        // ^ error pattern-name: ranges of 'byPoints' of Bounds would be called 'ByPointsBound', which is taken
    }
}

private struct Home {
    struct Address: MapDefinition {
        let city = Attribute<String>()
        // ^ error type-name-repeated: A map is called 'Address', and so is another
    }
}

private struct Box: MapDefinition {
    let size = Attribute<Int>()
    // ^ error attribute-name: 'size' of Box is what conditions ask a map itself for … '.storedAs("size")'
}

private struct Work {
    struct Address: MapDefinition {
        let city = Attribute<String>()
    }
}

private struct TwoAddresses: EntityDefinition {
    let id = Attribute<String>()
    let work = Attribute<Map<Work.Address>>()
    let home = Attribute<Map<Home.Address>>()
    let box = Attribute<Map<Box>>()
    var accessPatterns: AccessPatterns { Primary("item", partition: "ITEM#\(id)", sort: "ITEM") }
}

private struct Hooked: EntityDefinition {
    let id = Attribute<String>(.validated)
    var accessPatterns: AccessPatterns { Primary("item", partition: "HOOKED#\(id)", sort: "ITEM") }
}

private struct HookedHooks: EntityDefinition {
    let id = Attribute<String>()
    var accessPatterns: AccessPatterns { Primary("item", partition: "HOOKS#\(id)", sort: "ITEM") }
}
