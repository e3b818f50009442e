import EntityMacrosLite

/// Copies for revisions that would not have a place of their own.
let historyFixture = DiagnosticFixture {
    [
        TestService("service", .bare) { Page() },
        TestService("service", .standard) { Unversioned() },
        TestService("service", .standard) { Incomplete() },
        TestService("service", .standard) { Unordered() },
        TestService("service", .standard) { Moving() },
        TestService("service", .standard) { Twice() },
        TestService("service", .standard) { Secretive() },
        TestService("service", .standard) { Seen() },
        TestService("service", .standard) { Joined() },
        TestService(
            "service",
            Table("table", partitionKey: "pk", sortKey: "sk") {
                GlobalIndex(.gsi1, partitionKeys: "place")
                GlobalIndex(.gsi2, partitionKey: "sk", sortKey: "pk")
                // A page has no 'other', so that it is not in the index.
                GlobalIndex(.gsi3, partitionKeys: "place", sortKeys: "other")
            }
        ) {
            Indexed(); Other()
        },
        ElectroService(),
    ]
}

private struct Page: EntityDefinition {
    let place = Attribute<String>()
    let path = Attribute<String>()
    let revision = Attribute<Int>(.version)
    var accessPatterns: AccessPatterns {
        Primary("pages", partition: "PLACE#\(place)", sort: "PAGE#\(path)")
        History("revisions", sort: "REVISION#\(path)#\(revision)")
    }
}

private struct Unversioned: EntityDefinition {
    let place = Attribute<String>()
    var accessPatterns: AccessPatterns {
        Primary("pages", partition: "PLACE#\(place)", sort: "PAGE")
        History("revisions", sort: "REVISION#\(place)")
        // ^ error history-version: 'revisions' of Unversioned counts revisions by the version … .version
    }
}

private struct Incomplete: EntityDefinition {
    let place = Attribute<String>()
    let path = Attribute<String>()
    let revision = Attribute<Int>(.version)
    var accessPatterns: AccessPatterns {
        Primary("pages", partition: "PLACE#\(place)", sort: "PAGE#\(path)")
        History("revisions", sort: "REVISION#\(revision)")
        // ^ error history-sort: lacks 'path' … in front of 'revision'
    }
}

private struct Unordered: EntityDefinition {
    let place = Attribute<String>()
    let path = Attribute<String>()
    let revision = Attribute<Int>(.version)
    var accessPatterns: AccessPatterns {
        Primary("pages", partition: "PLACE#\(place)", sort: "PAGE#\(path)")
        History("revisions", sort: "REVISION#\(revision)#\(path)")
        // ^ error history-sort: not in the order of the revisions … '\(revision)'
    }
}

private struct Moving: EntityDefinition {
    let place = Attribute<String>()
    let title = Attribute<String>()
    let revision = Attribute<Int>(.version)
    var accessPatterns: AccessPatterns {
        Primary("pages", partition: "PLACE#\(place)", sort: "PAGE")
        History("revisions", sort: "REVISION#\(title)#\(revision)")
        // ^ error history-sort: holds 'title', which can change
    }
}

private struct Twice: EntityDefinition {
    let place = Attribute<String>()
    let revision = Attribute<Int>(.version)
    var accessPatterns: AccessPatterns {
        Primary("revision", partition: "PLACE#\(place)", sort: "PAGE")
        // ^ error pattern-name: two access patterns called 'revision'
        History("revisions", sort: "REVISION#\(revision)")
        History("more", sort: "MORE#\(revision)")
        // ^ error history-repeated: Twice has a second history, 'more'
    }
}

private struct Secretive: EntityDefinition {
    let place = Attribute<String>()
    let password = Attribute<String>(.hidden)
    let revision = Attribute<Int>(.version)
    var accessPatterns: AccessPatterns {
        Primary("pages", partition: "PLACE#\(place)", sort: "PAGE")
        History("revisions", sort: "REVISION#\(revision)")
        // ^ error history-hidden: do not have what is .hidden
    }
}

private struct Seen: EntityDefinition {
    let place = Attribute<String>()
    let path = Attribute<String>()
    let revision = Attribute<Int>(.version)
    var accessPatterns: AccessPatterns {
        Primary("pages", partition: "PLACE#\(place)", sort: "PAGE#\(path)")
        History("revisions", sort: "PAGE#\(path)#\(revision)")
        // ^ error key-overlap: 'pages' of Seen … would see items of 'revisions' of Seen … begin one of the sort keys
    }
}

private struct Joined: EntityDefinition {
    let place = Attribute<String>()
    let path = Attribute<String>()
    let revision = Attribute<Int>(.version)
    var accessPatterns: AccessPatterns {
        Primary("pages", partition: "PLACE#\(place)", sort: "PAGE#\(path)")
        History("revisions", sort: "REVISION#\(path)\(revision)")
        // ^ error key-parts-adjacent: 'path' has no fixed width, and 'revision' follows
    }
}

private struct Indexed: EntityDefinition {
    let place = Attribute<String>()
    let revision = Attribute<Int>(.version)
    var accessPatterns: AccessPatterns {
        Primary("pages", partition: "PLACE#\(place)", sort: "PAGE")
        Index("byPlace", on: .gsi1, partition: [place])
        History("revisions", sort: "REVISION#\(revision)")
        // ^ error history-index: in the index 'gsi1'
        // ^ error history-index: in the index 'gsi2'
    }
}

private struct Other: EntityDefinition {
    let other = Attribute<String>()
    var accessPatterns: AccessPatterns { Primary("others", partition: "OTHER#\(other)", sort: "OTHER") }
}

private struct ElectroService: ServiceDefinition {
    let name = "service"
    let keyFormat = KeyFormat.electroDB
    let table = Table.bare
    var entities: EntityList { Electric() }
}

private struct Electric: EntityDefinition {
    let place = Attribute<String>(.length(1...))
    let revision = Attribute<Int>(.version)
    var accessPatterns: AccessPatterns {
        Primary("pages", partition: [place], sort: [])
        History("revisions", sort: "revision#\(revision)")
        // ^ error history-table: ElectroDB has no model for
    }
}
