import EntityMacrosLite

/// Keys that could be equal, and queries that would see too much.
let overlapFixture = DiagnosticFixture {
    [
        TestService("service", .bare) {
            User()
            Profile()
        },
        TestService("service", .bare) {
            Handle()
            Settings()
        },
        TestService("service", .standard) {
            Parent()
            Child()
        },
        TestService("service", .standard) {
            Left()
            Right()
        },
        TestService("service", .bare) { Claimed() },
        TestService("service", .bare) {
            Counted()
            Tally()
        },
        TestService("service", .standard) { Alone() },
    ]
}

private struct User: EntityDefinition {
    let id = Attribute<String>()
    var accessPatterns: AccessPatterns { Primary("user", partition: "USER#\(id)", sort: "PROFILE") }
}

private struct Profile: EntityDefinition {
    let userID = Attribute<String>()
    let kind = Attribute<String>()
    var accessPatterns: AccessPatterns {
        Primary("profile", partition: "USER#\(userID)", sort: "\(kind)")
        // ^ error key-collision: 'user' of User and 'profile' of Profile can have the same key … "USER#" / "PROFILE"
    }
}

/// Upper-case letters cannot be in a lower-cased part, and below `&` nothing can, so these two are apart.
private struct Handle: EntityDefinition {
    let name = Attribute<String>(.length(1...))
    var accessPatterns: AccessPatterns { Primary("handle", partition: "\(name, .lowercased)", sort: "PROFILE") }
}

private struct Settings: EntityDefinition {
    let userID = Attribute<String>()
    let kind = Attribute<String>()
    var accessPatterns: AccessPatterns { Primary("settings", partition: "U", sort: "PROFILE") }
}

private struct Parent: EntityDefinition {
    let id = Attribute<String>(.length(1...))
    let version = Attribute<Int>()
    var accessPatterns: AccessPatterns {
        Primary("parent", partition: "ORG#\(id)", sort: "ORG#\(version)")
    }
}

private struct Child: EntityDefinition {
    let orgID = Attribute<String>()
    let id = Attribute<String>()
    var accessPatterns: AccessPatterns { Primary("child", partition: "ORG#\(orgID)", sort: "ORG#USER#\(id)") }
    // ^ error key-overlap: A query of 'parent' of Parent … would see items of 'child' of Child … "ORG#USER#" … 'collection:'
}

private struct Left: EntityDefinition {
    let id = Attribute<String>()
    let date = Attribute<Date>()
    var accessPatterns: AccessPatterns {
        Primary("left", partition: "LEFT#\(id)", sort: "LEFT")
        Index("byDate", on: .gsi1, partition: "DATES", sort: "\(date)#\(id)")
    }
}

private struct Right: EntityDefinition {
    let id = Attribute<String>()
    let date = Attribute<Date>()
    var accessPatterns: AccessPatterns {
        Primary("right", partition: "RIGHT#\(id)", sort: "RIGHT")
        Index("byDay", on: .gsi1, partition: "DATES", sort: "\(date, .day)")
        // ^ error key-overlap: 'byDate' of Left in the index 'gsi1' would see items of 'byDay' of Right
    }
}

private struct Claimed: EntityDefinition {
    let kind = Attribute<String>()
    let email = Attribute<String>(.unique)
    var accessPatterns: AccessPatterns {
        Primary("claimed", partition: "\(kind)#Claimed#email#\(email)", sort: "\(kind)")
        // ^ error key-collision: 'claimed' of Claimed and 'unique values' of Claimed can have the same key
    }
}

/// Two keys of one entity that no item has at once, one of which a query of the other would see.
private struct Counted: EntityDefinition {
    let id = Attribute<String>()
    let hits = Attribute<Int>(.shardedCounter(of: 10))
    var accessPatterns: AccessPatterns { Primary("counted", partition: "COUNTED#\(id)", sort: "COUNTED") }
}

private struct Tally: EntityDefinition {
    let id = Attribute<String>()
    let number = Attribute<UInt8>()
    var accessPatterns: AccessPatterns {
        Primary("tally", partition: "COUNTER#Counted#hits#\(id)#\(number, width: 1)", sort: "COUNTER")
        // ^ error key-collision: 'tally' of Tally and 'sharded counters' of Counted can have the same key
    }
}

private struct Alone: EntityDefinition {
    let id = Attribute<String>()
    let status = Attribute<Choice>("open", "closed")
    var accessPatterns: AccessPatterns {
        Primary("item", partition: "ITEM#\(id)", sort: "ITEM")
        Index("open", on: .gsi1, partition: "STATE", sort: "\(id)", when: status == "open")
        Index("closed", on: .gsi1, partition: "STATE", sort: "CLOSED#\(id)", when: status == "closed")
        // ^ error key-overlap: 'open' of Alone … 'closed' of Alone … begin one of the keys with another text
    }
}
