import EntityMacrosLite
import Foundation

/// Collections.
let collectionFixture = DiagnosticFixture {
    [
        TestService("service", table) {
            Post()
            Elsewhere()
            OtherPartition()
            OtherType()
            Posting()
        },
        TestService("service", table) { Twice() },
        TestService("service", table) { Cased() },
    ]
}

private let table = Table("table", partitionKey: "pk", sortKey: "sk") {
    GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
    GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
}

private struct Post: EntityDefinition {
    let id = Attribute<String>()
    let authorID = Attribute<String>()
    var accessPatterns: AccessPatterns {
        Primary("post", partition: "POST#\(id)", sort: "POST")
        Index("byAuthor", on: .gsi1, partition: [authorID], sort: [id], collection: "authored")
    }
}

private struct Elsewhere: EntityDefinition {
    let id = Attribute<String>()
    let authorID = Attribute<String>()
    var accessPatterns: AccessPatterns {
        Primary("elsewhere", partition: "ELSEWHERE#\(id)", sort: "ELSEWHERE")
        Index("byAuthor", on: .gsi2, partition: [authorID], sort: [id], collection: "authored")
        // ^ error collection-index: in the index 'gsi1' for Post and in the index 'gsi2' for Elsewhere
    }
}

private struct OtherPartition: EntityDefinition {
    let id = Attribute<String>()
    let authorID = Attribute<String>()
    var accessPatterns: AccessPatterns {
        Primary("otherPartition", partition: "OTHER#\(id)", sort: "OTHER")
        Index("byAuthor", on: .gsi1, partition: "AUTHOR#\(authorID)", sort: [id], collection: "authored")
        // ^ error collection-partition: different partitions for Post and OtherPartition
    }
}

private struct OtherType: EntityDefinition {
    let id = Attribute<String>()
    let authorID = Attribute<URL>()
    var accessPatterns: AccessPatterns {
        Primary("otherType", partition: "TYPE#\(id)", sort: "TYPE")
        Index("byAuthor", on: .gsi1, partition: [authorID], sort: [id], collection: "authored")
        // ^ error collection-partition: 'authorID' of type Entities.URL … of type Swift.String in that of Post
    }
}

private struct Posting: EntityDefinition {
    let id = Attribute<String>()
    let authorID = Attribute<String>()
    let pluralName = "posts"
    var accessPatterns: AccessPatterns {
        Primary("posting", partition: "POSTING#\(id)", sort: "POSTING")
        Index("byAuthor", on: .gsi1, partition: [authorID], sort: [id], collection: "authored")
        // ^ error collection-member: would hold Post and Posting as 'posts' … 'pluralName'
    }
}

private struct Twice: EntityDefinition {
    let id = Attribute<String>()
    var accessPatterns: AccessPatterns {
        Primary("item", partition: "ITEM#\(id)", sort: "ITEM")
        Index("first", on: .gsi1, partition: [id], sort: [], collection: "all")
        Index("second", on: .gsi1, partition: [id], sort: [], collection: "all")
        // ^ error collection-member: 'all' holds Twice twice
    }
}

private struct Cased: EntityDefinition {
    let id = Attribute<String>()
    var accessPatterns: AccessPatterns {
        Primary("item", partition: "ITEM#\(id)", sort: "ITEM", collection: "all")
        Index("byID", on: .gsi1, partition: [id], sort: [], collection: "All")
        // ^ error collection-name: 'all' and 'All' would both be the type 'All'
    }
}
