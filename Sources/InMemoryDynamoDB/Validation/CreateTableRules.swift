import Entities

/// What the service asks of a table that is to be made.
enum CreateTableRules {
    static func check(_ request: CreateTableRequest) throws(DynamoDBError) {
        var constraints = Constraints()
        constraints.requireNewName(request.tableName, at: "tableName")
        constraints.require(request.billingMode.provisioned, at: "provisionedThroughput")
        for (kind, indexes) in [
            ("localSecondaryIndexes", request.indexes.filter(\.isLocal)),
            ("globalSecondaryIndexes", request.indexes.filter { !$0.isLocal }),
        ] {
            for (position, index) in indexes.enumerated() {
                constraints.require(index, at: "\(kind).\(position + 1).member")
            }
        }
        constraints.require(keys: request.keys, at: "keySchema")
        try constraints.check()
        try TableOutline(request).check()
        try EncryptionRules.check(request.encryption)
        try TagRules.check(request.tags)
    }
}

extension Constraints {
    mutating func require(_ throughput: ProvisionedThroughput?, at place: String) {
        requireAtLeast(1, throughput?.write, at: "\(place).writeCapacityUnits")
        requireAtLeast(1, throughput?.read, at: "\(place).readCapacityUnits")
    }

    mutating func require(_ index: IndexDescription, at place: String) {
        requireNewName(index.name, at: "\(place).indexName")
        require(index.throughput, at: "\(place).provisionedThroughput")
        require(keys: index.keys, at: "\(place).keySchema")
    }

    mutating func require(keys: KeySchema, at place: String) {
        for (position, name) in keys.names.enumerated() {
            let place = "\(place).\(position + 1).member.attributeName"
            require(!name.isEmpty, "''", at: place, "Member must have length greater than or equal to 1")
            require(
                name.utf8.count <= Limits.keyNameSize, "'\(name)'", at: place,
                "Member must have length less than or equal to 255")
        }
    }
}
