import Entities

// What the service asks of a table that is to be made, in its order.
extension TableOutline {
    func check() throws(DynamoDBError) {
        try checkBilling()
        try CapacityRules.checkBounds(throughput)
        try checkDefinitions()
        try checkKeys()
        if locals == nil, globals == nil, keys.count != definitions.count {
            throw .invalidParameter(
                "Number of attributes in KeySchema does not exactly match number of attributes defined in "
                    + "AttributeDefinitions")
        }
        try checkLists()
        try checkUnused()
        var names: Set<String> = []
        for index in locals ?? [] {
            try index.check(as: .local(of: keys))
            try checkName(index, &names)
        }
        try check(count: locals, Limits.localIndexes, "Number of LocalSecondaryIndexes exceeds per-table limit of 5")
        for index in globals ?? [] {
            try index.check(as: .global)
            try checkCapacity(of: index)
            try checkName(index, &names)
        }
        try check(
            count: globals, Limits.globalIndexes, "GlobalSecondaryIndex count exceeds the per-table limit of 20")
        let included = ((locals ?? []) + (globals ?? [])).reduce(0) { $0 + ($1.nonKeyAttributes?.count ?? 0) }
        guard included <= Limits.includedAttributes else {
            throw .invalidParameter(
                "Number of NonKeyAttributes over all indexes exceeds the per-table limit of \(Limits.includedAttributes)"
            )
        }
        try CapacityRules.check(onDemandThroughput, isOnDemand: isOnDemand, of: nil)
        try CapacityRules.checkInitial(warmThroughput, throughput, isOnDemand: isOnDemand, of: nil)
    }

    // MARK: Capacity

    private func checkBilling() throws(DynamoDBError) {
        if isOnDemand {
            guard throughput == nil else {
                throw .invalidParameter(
                    "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST"
                )
            }
        } else if throughput == nil {
            throw .invalidParameter(
                "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED")
        }
    }

    private func checkCapacity(of index: Index) throws(DynamoDBError) {
        if isOnDemand, index.throughput != nil {
            throw .invalidParameter(
                "ProvisionedThroughput should not be specified for index: \(index.name) when BillingMode is "
                    + "PAY_PER_REQUEST")
        }
        if !isOnDemand, index.throughput == nil {
            throw .invalidParameter("ProvisionedThroughput is not specified for index: \(index.name)")
        }
        try CapacityRules.checkBounds(index.throughput, of: index.name)
        try CapacityRules.check(index.onDemandThroughput, isOnDemand: isOnDemand, of: index.name)
        try CapacityRules.checkInitial(
            index.warmThroughput, index.throughput, isOnDemand: isOnDemand, of: index.name)
    }

    // MARK: Attributes

    private func checkDefinitions() throws(DynamoDBError) {
        var seen: Set<String> = []
        for name in definitions where !seen.insert(name).inserted {
            throw .invalid("Attribute Name is duplicated: \(name)")
        }
    }

    private func checkKeys() throws(DynamoDBError) {
        let names = keys.map(\.name)
        let isUndefined = names.contains { !definitions.contains($0) }
        // Two elements of one name are noticed as such only where there are two definitions.
        let isOneTwice = names.count == 2 && names[0] == names[1] && definitions.count == 1
        if (isUndefined && (names.count > 1 || definitions.isEmpty)) || isOneTwice {
            throw .invalid("Invalid KeySchema: Some index key attribute have no definition")
        }
        try Self.checkDefined(keys, definitions)
        try Self.checkPair(keys)
    }

    static func checkDefined(_ keys: [KeyElement], _ definitions: [String]) throws(DynamoDBError) {
        guard keys.contains(where: { !definitions.contains($0.name) }) else { return }
        throw .invalidParameter(
            "Some index key attributes are not defined in AttributeDefinitions. "
                + "Keys: [\(keys.map(\.name).joined(separator: ", "))], "
                + "AttributeDefinitions: [\(definitions.joined(separator: ", "))]")
    }

    /// Checks a key of one partition and at most one sort attribute.
    static func checkPair(_ keys: [KeyElement]) throws(DynamoDBError) {
        if keys.count > 1, keys[0].name == keys[1].name {
            throw .invalid("Both the Hash Key and the Range Key element in the KeySchema have the same name")
        }
        guard keys.first?.isPartition == true else {
            throw .invalid("Invalid KeySchema: The first KeySchemaElement is not a HASH key type")
        }
        guard keys.dropFirst().allSatisfy({ !$0.isPartition }) else {
            throw .invalid("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type")
        }
    }

    /// Nothing but key attributes has a type.
    private func checkUnused() throws(DynamoDBError) {
        let indexes = (locals ?? []) + (globals ?? [])
        var used: [String] = []
        for element in keys + indexes.flatMap(\.keys) where !used.contains(element.name) { used.append(element.name) }
        guard definitions.contains(where: { !used.contains($0) }) else { return }
        throw .invalidParameter(
            "Some AttributeDefinitions are not used. AttributeDefinitions: [\(definitions.joined(separator: ", "))], "
                + "keys used: [\(used.joined(separator: ", "))]")
    }

    // MARK: Indexes

    private func checkLists() throws(DynamoDBError) {
        if let locals {
            if locals.isEmpty { throw .invalidParameter("List of LocalSecondaryIndexes is empty") }
            guard keys.count == 2 else {
                throw .invalidParameter(
                    "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex"
                )
            }
            for index in locals { try Self.checkDefined(index.keys, definitions) }
        }
        if let globals {
            if globals.isEmpty { throw .invalidParameter("List of GlobalSecondaryIndexes is empty") }
            for index in globals { try Self.checkDefined(index.keys, definitions) }
        }
    }

    private func checkName(_ index: Index, _ names: inout Set<String>) throws(DynamoDBError) {
        guard names.insert(index.name).inserted else {
            throw .invalidParameter("Duplicate index name: \(index.name)")
        }
    }

    private func check(count indexes: [Index]?, _ limit: Int, _ message: String) throws(DynamoDBError) {
        guard (indexes ?? []).count <= limit else { throw .invalidParameter(message) }
    }
}
