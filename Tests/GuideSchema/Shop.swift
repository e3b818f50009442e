// swift-format-ignore-file
// The guide shows these lines, aligned as they are.

import EntityMacrosLite

struct Shop: ServiceDefinition {
    let name = "shop"
    let table = Table("shop", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        TimeToLive("expiresAt")
    }
    var entities: EntityList { Pokemon(); Cat() }
}

/// What DynamoDB-Toolbox's documentation is about.
struct Pokemon: EntityDefinition {
    let trainerID   = Attribute<String>()
    let pokemonID   = Attribute<String>()
    let name        = Attribute<String>()
    let level       = Attribute<Int>(.default(1), .range(1...99))
    let pokeType    = Attribute<Set<Choice>>("fire", "water", "grass")
    let isLegendary = Attribute<Bool?>(.storedAs("l"))
    let levelPlus   = Attribute<Int>(.computed(from: \Pokemon.level))
    let createdAt   = Attribute<Date>(.createdAt)
    let updatedAt   = Attribute<Date>(.updatedAt)

    var accessPatterns: AccessPatterns {
        Primary("pokemon",         partition: "TRAINER#\(trainerID)", sort: "POKEMON#\(pokemonID)")
        Index("byLevel", on: .gsi1, partition: "POKEMONS",            sort: "\(level, width: 2)#\(pokemonID)")
    }
}

/// What Dynamoose's documentation is about.
struct Cat: EntityDefinition {
    let id        = Attribute<UUID>(.generated)
    let name      = Attribute<String>(.length(1...))
    let breed     = Attribute<String?>()
    let age       = Attribute<Int>(.default(0), .validated)
    let nickname  = Attribute<String?>(.normalized)
    let secret    = Attribute<String?>(.hidden)
    let revision  = Attribute<Int>(.version)
    let expiresAt = Attribute<Date?>(.timeToLive)

    var accessPatterns: AccessPatterns {
        Primary("cat",              partition: "CAT#\(id)",      sort: "CAT")
        Index("byBreed", on: .gsi1, partition: "BREED#\(breed)", sort: "\(name)")
    }
}
