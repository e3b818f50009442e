import Entities

/// What the service asks of a table that is to be made.
struct CreateTableRules {
    private let request: CreateTableRequest

    private init(_ request: CreateTableRequest) {
        self.request = request
    }

    static func check(_ request: CreateTableRequest) throws(DynamoDBError) {
        let rules = CreateTableRules(request)
        try rules.checkConstraints()
        try rules.checkKeys()
        try rules.checkLocalIndexes()
        try rules.checkGlobalIndexes()
        try rules.checkNames()
        try rules.checkAttributeDefinitions()
    }

    private var locals: [IndexDescription] { request.indexes.filter(\.isLocal) }
    private var globals: [IndexDescription] { request.indexes.filter { !$0.isLocal } }

    private func checkConstraints() throws(DynamoDBError) {
        var constraints = Constraints()
        constraints.requireNewName(request.tableName, at: "tableName")
        if case .provisioned(let read, let write) = request.billingMode {
            constraints.requireAtLeast(1, read, at: "provisionedThroughput.readCapacityUnits")
            constraints.requireAtLeast(1, write, at: "provisionedThroughput.writeCapacityUnits")
        }
        for (kind, indexes) in [("localSecondaryIndexes", locals), ("globalSecondaryIndexes", globals)] {
            for (position, index) in indexes.enumerated() {
                let place = "\(kind).\(position + 1).member"
                constraints.requireNewName(index.name, at: "\(place).indexName")
                constraints.requireAtLeast(
                    1, index.throughput?.read, at: "\(place).provisionedThroughput.readCapacityUnits")
                constraints.requireAtLeast(
                    1, index.throughput?.write, at: "\(place).provisionedThroughput.writeCapacityUnits")
            }
        }
        try constraints.check()
        guard request.tags.count <= Limits.tags else {
            throw .invalid("Too many tags: \(request.tags.count). A table can have up to \(Limits.tags) tags")
        }
    }

    // MARK: Keys

    private func checkKeys() throws(DynamoDBError) {
        guard request.keys.partition.count == 1, request.keys.sort.count <= 1 else {
            throw .invalid(
                "Invalid KeySchema: A table has one HASH key element and at most one RANGE key element")
        }
        try checkDefined(request.keys)
        if request.keys.partition == request.keys.sort {
            throw .invalid("Both the Hash Key and the Range Key element in the KeySchema have the same name")
        }
        try checkLength(of: request.keys)
    }

    /// Key attributes need types.
    private func checkDefined(_ keys: KeySchema) throws(DynamoDBError) {
        guard keys.names.contains(where: { request.attributeTypes[$0] == nil }) else { return }
        throw .invalidParameter(
            "Some index key attributes are not defined in AttributeDefinitions. "
                + "Keys: [\(keys.names.joined(separator: ", "))], AttributeDefinitions: [\(definitions)]")
    }

    private var definitions: String { request.attributeTypes.keys.sorted().joined(separator: ", ") }

    private func checkLength(of keys: KeySchema) throws(DynamoDBError) {
        var constraints = Constraints()
        for name in keys.names {
            constraints.require(
                !name.isEmpty && name.utf8.count <= Limits.keyNameSize, "'\(name)'",
                at: "keySchema.member.attributeName",
                "Member must have length between 1 and 255")
        }
        try constraints.check()
    }

    // MARK: Indexes

    private func checkLocalIndexes() throws(DynamoDBError) {
        for index in locals {
            guard request.keys.sort.count == 1 else {
                throw .invalidParameter(
                    "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex"
                )
            }
            guard index.keys.partition.count == 1, index.keys.sort.count <= 1 else {
                throw .invalid("Invalid KeySchema: A local secondary index has one HASH and one RANGE key element")
            }
            try checkDefined(index.keys)
            guard index.keys.sort.count == 1 else {
                throw .invalidParameter("Index KeySchema does not have a range key for index: \(index.name)")
            }
            guard index.keys.partition == request.keys.partition else {
                throw .invalidParameter(
                    "Index KeySchema does not have the same leading hash key as table KeySchema for index: \(index.name). "
                        + "index hash key: \(index.keys.partition[0]), table hash key: \(request.keys.partition[0])")
            }
            try checkKeysAndProjection(of: index)
        }
        guard locals.count <= Limits.localIndexes else {
            throw .invalidParameter("Number of LocalSecondaryIndexes exceeds per-table limit of \(Limits.localIndexes)")
        }
    }

    private func checkGlobalIndexes() throws(DynamoDBError) {
        for index in globals {
            guard (1...Limits.indexKeyAttributes).contains(index.keys.partition.count),
                index.keys.sort.count <= Limits.indexKeyAttributes
            else {
                throw .invalid(
                    "Invalid KeySchema: A global secondary index has 1 to \(Limits.indexKeyAttributes) HASH and up to "
                        + "\(Limits.indexKeyAttributes) RANGE key elements. Index: \(index.name)")
            }
            try checkDefined(index.keys)
            try checkKeysAndProjection(of: index)
        }
        guard globals.count <= Limits.globalIndexes else {
            throw .invalidParameter("GlobalSecondaryIndex count exceeds the per-table limit of \(Limits.globalIndexes)")
        }
    }

    private func checkKeysAndProjection(of index: IndexDescription) throws(DynamoDBError) {
        guard Set(index.keys.names).count == index.keys.names.count else {
            throw index.keys.names.count == 2
                ? .invalid("Both the Hash Key and the Range Key element in the KeySchema have the same name")
                : .invalidParameter("Duplicate attribute name in the KeySchema of index: \(index.name)")
        }
        try checkLength(of: index.keys)
        if case .include(let names) = index.projection, names.isEmpty {
            throw .invalidParameter("ProjectionType is INCLUDE, but NonKeyAttributes is not specified")
        }
    }

    private func checkNames() throws(DynamoDBError) {
        var seen: Set<String> = []
        for index in request.indexes where !seen.insert(index.name).inserted {
            throw .invalidParameter("Duplicate index name: \(index.name)")
        }
        var included = 0
        for case .include(let names) in request.indexes.map(\.projection) { included += names.count }
        guard included <= Limits.includedAttributes else {
            throw .invalidParameter(
                "Number of NonKeyAttributes over all indexes exceeds the per-table limit of \(Limits.includedAttributes)"
            )
        }
    }

    // MARK: Types

    /// Nothing but key attributes has a type.
    private func checkAttributeDefinitions() throws(DynamoDBError) {
        let used = Set(request.keys.names + request.indexes.flatMap(\.keys.names))
        guard request.attributeTypes.keys.contains(where: { !used.contains($0) }) else { return }
        guard !request.indexes.isEmpty else {
            throw .invalidParameter(
                "Number of attributes in KeySchema does not exactly match number of attributes defined in "
                    + "AttributeDefinitions")
        }
        throw .invalidParameter(
            "Some AttributeDefinitions are not used. AttributeDefinitions: [\(definitions)], "
                + "keys used: [\(used.sorted().joined(separator: ", "))]")
    }
}
