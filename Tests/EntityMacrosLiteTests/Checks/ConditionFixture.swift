import Codegen
import EntityMacrosLite

/// The conditions of sparse indexes.
let conditionFixture = DiagnosticFixture {
    [
        TestService("service", table) { Task() },
        TestService("service", inverted) { Edge() },
    ]
}

private let table = Table("table", partitionKey: "pk", sortKey: "sk") {
    for number in 1...10 {
        GlobalIndex(IndexName("gsi\(number)"), partitionKey: "gsi\(number)pk")
    }
}

private let inverted = Table("table", partitionKey: "pk", sortKey: "sk") {
    GlobalIndex(.gsi1, partitionKey: "sk", sortKey: "pk")
}

private struct Edge: EntityDefinition {
    let from = Attribute<String>()
    let to = Attribute<String>()
    let isOpen = Attribute<Bool>()

    var accessPatterns: AccessPatterns {
        Primary("edge", partition: "FROM#\(from)", sort: "TO#\(to)")
        Index("reverse", on: .gsi1, partition: "TO#\(to)", sort: "FROM#\(from)", when: isOpen == true)
        // ^ error condition-native: 'gsi1' are the entity's own attributes or the table's keys
    }
}

private let foreign = Attribute<String>()

private struct Task: EntityDefinition {
    let id = Attribute<String>()
    let status = Attribute<Choice>("open", "closed")
    let owner = Attribute<String?>()
    let isUrgent = Attribute<Bool>()
    let views = Attribute<Int>(.counter)
    let unit = Attribute<DateBucket?>()
    let type = Attribute<DynamoDBType>(.default(.bool))
    // ^ error default-value: a default that calls itself 'type BOOL', so that generated code cannot name it

    var accessPatterns: AccessPatterns {
        Primary("task", partition: "TASK#\(id)", sort: "TASK")
        Index("unknown", on: .gsi1, partition: "TASK#\(id)", when: foreign == "x")
        // ^ error condition-attribute-unknown: The condition of 'unknown' names an attribute that is no stored property of Task
        Index("value", on: .gsi2, partition: "TASK#\(id)", when: status == "done")
        // ^ error condition-value: compares 'status' with "done", which is none of its values ("open", "closed")
        Index("never", on: .gsi3, partition: "TASK#\(id)", when: status == "open" && status == "closed")
        // ^ error condition-never: The condition of 'never' of Task never holds
        Index("always", on: .gsi4, partition: "TASK#\(id)", when: isUrgent == true || isUrgent == false)
        // ^ error condition-always: always holds
        Index("required", on: .gsi5, partition: "TASK#\(id)", when: status.isPresent)
        // ^ error condition-always: The condition of 'required'
        Index("absent", on: .gsi6, partition: "TASK#\(id)", when: owner == "ada" && !owner.isPresent)
        // ^ error condition-never: The condition of 'absent'
        Index("counted", on: .gsi7, partition: "TASK#\(id)", when: views == 3)
        // ^ error condition-attribute: compares 'views', which changes with every write
        Index("typed", on: .gsi9, partition: "TASK#\(id)", when: type == .list)
        // ^ error condition-value: compares with a case that calls itself 'type L'
        Index("monthly", on: .gsi10, partition: "TASK#\(id)", when: unit == .month || unit != .day)
        Index(
            "fine", on: .gsi8, partition: "TASK#\(id)", when: owner != "ada" && (status == "open" || isUrgent == true))
    }
}
