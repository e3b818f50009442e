import EntityMacrosLite

/// The limits of a table and its indexes.
let tableFixture = DiagnosticFixture {
    [
        Service.of(
            Table("t", partitionKey: "pk")),
        // ^ error table-name: 't' cannot be the name of a table … 3 to 255
        Service.of(
            Table("table!", partitionKey: "pk")),
        // ^ error table-name: 'table!' cannot be
        Service.of(
            Table("table", partitionKeys: "a", "b")),
        // ^ error key-part-count: 'table' has several … only a global index can
        Service.of(
            Table("table", partitionKey: "")),
        // ^ error key-attribute-name: name of 0 bytes … 1 to 255
        Service.of(
            Table("table", partitionKey: "pk", sortKey: "pk")),
        // ^ error key-attribute-repeated: 'pk' in its key twice
        Service.of(
            Table("table", partitionKey: "pk") {
                GlobalIndex(.gsi1, partitionKey: "a")
                GlobalIndex(.gsi1, partitionKey: "b")
                // ^ error index-repeated: the index 'gsi1' twice
                GlobalIndex(IndexName("i"), partitionKey: "c")
                // ^ error index-name: 'i' cannot be the name of an index
                LocalIndex(.lsi1, sortKey: "d")
                // ^ error local-index-table: 'lsi1' is a local index … has no sort key
            }),
        Service.of(
            Table("table", partitionKey: "pk", sortKey: "sk") {
                GlobalIndex(.gsi1, partitionKeys: "a", "b", "c", "d", "e", sortKeys: "f")
                // ^ error key-part-count: 'gsi1' has 5 partition and 1 sort keys … four of each
                LocalIndex(.lsi1, sortKeys: "g", "h")
                // ^ error key-part-count: local index 'lsi1' has several sort keys
                GlobalIndex(.gsi2, partitionKey: "i", projection: .include("title", "title", "i", "nothing"))
                // ^ error projection-attribute: projects 'title' twice
                // ^ error projection-attribute: projects 'i', which is a key
                // ^ error projection-attribute: projects 'nothing', and no entity stores
                GlobalIndex(.gsi3, partitionKey: "j", projection: .include())
                // ^ error projection-attribute: includes no attributes
                GlobalIndex(.gsi4, partitionKey: "k", provisioned: Throughput(read: 1, write: 1))
                // ^ error capacity: 'gsi4' is provisioned, and the table 'table' is not
            }),
        Service.of(
            Table("table", partitionKey: "pk") {
                // ^ error capacity: provisioned with 0 read and 5 write units
                Provisioned(read: 0, write: 5)
                OnDemand()
                // ^ error table-setting-repeated: capacity mode twice
                Stream(.keysOnly)
                Stream(.newImage)
                // ^ error table-setting-repeated: a stream twice
                TimeToLive("expires")
                TimeToLive("other")
                // ^ error table-setting-repeated: a time to live twice
                PointInTimeRecovery()
                PointInTimeRecovery()
                // ^ error table-setting-repeated: point-in-time recovery twice
                DeletionProtection()
                DeletionProtection()
                // ^ error table-setting-repeated: deletion protection twice
                TableTag("team", "a")
                TableTag("team", "b")
                // ^ error table-setting-repeated: tag "team" twice
                GlobalIndex(.gsi1, partitionKey: "a", provisioned: Throughput(read: 1, write: 0))
                // ^ error capacity: 'gsi1' is provisioned with 1 read and 0 write units
            }, timeToLive: true),
        Service.of(
            Table("table", partitionKey: "pk", sortKey: "sk") {
                for number in 1...21 {
                    GlobalIndex(IndexName("index\(number)"), partitionKey: "g\(number)")
                    // ^ error index-count: 21 global indexes … 20
                }
                for number in 1...6 {
                    LocalIndex(IndexName("local\(number)"), sortKey: "l\(number)")
                    // ^ error index-count: 6 local indexes … 5
                }
            }),
        Service.of(
            Table("table", partitionKey: "pk") {
                for number in 1...11 {
                    GlobalIndex(
                        // ^ error projection-count: include 110 attributes up to 'index11' … 100
                        IndexName("index\(number)"), partitionKey: "g\(number)",
                        projection: .include("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"))
                }
            }, wide: true),
    ]
}

/// Entities that have nothing wrong themselves.
private enum Service {
    struct Item: EntityDefinition {
        let title = Attribute<String>()
        let table: Table
        var accessPatterns: AccessPatterns {
            if table.sort.isEmpty {
                Primary("item", partition: "ITEM#\(title)")
            } else {
                Primary("item", partition: "ITEM#\(title)", sort: "ITEM")
            }
        }
    }

    static func of(_ table: Table, timeToLive: Bool = false, wide: Bool = false) -> TestService {
        TestService("service", table) {
            if wide {
                Wide()
            } else if timeToLive {
                Expiring()
            } else if table.partition.allSatisfy({ $0.kind == .text }) {
                Item(table: table)
            }
        }
    }

    struct Expiring: EntityDefinition {
        let title = Attribute<String>()
        let expires = Attribute<Date?>(.timeToLive)
        var accessPatterns: AccessPatterns { Primary("item", partition: "ITEM#\(title)") }
    }

    struct Wide: EntityDefinition {
        let a = Attribute<String>()
        let b = Attribute<String>()
        let c = Attribute<String>()
        let d = Attribute<String>()
        let e = Attribute<String>()
        let f = Attribute<String>()
        let g = Attribute<String>()
        let h = Attribute<String>()
        let i = Attribute<String>()
        let j = Attribute<String>()
        var accessPatterns: AccessPatterns { Primary("item", partition: "ITEM#\(a)") }
    }
}
