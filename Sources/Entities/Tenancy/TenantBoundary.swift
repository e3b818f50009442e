/// What is inside of a tenant, and what is not.
struct TenantBoundary: Sendable {
    let tenant: TenantSlice
    /// By the deployed name.
    private let tables: [String: TableSchema]

    init(tenant: TenantSlice, tables: [TableSchema]) {
        self.tenant = tenant
        self.tables = Dictionary(tables.map { ($0.name, $0) }) { first, _ in first }
    }

    func table(_ name: String) throws(DynamoDBError) -> TableSchema {
        guard let table = tables[name] else { throw outside("the table '\(name)' is not known here") }
        return table
    }

    /// That a key, of the table or of where a page starts, is the tenant's: the table's, and those of indexes that it has.
    func check(key: EncodedItem, of table: TableSchema) throws(DynamoDBError) {
        try check(item: key, of: table)
    }

    /// That an item is the tenant's, and in no index anybody else's.
    func check(item: EncodedItem, of table: TableSchema) throws(DynamoDBError) {
        for name in table.keys.partition.prefix(1) {
            guard let value = item[name] else { throw outside("there is no '\(name)', which tells whose it is") }
            try check(value, of: name)
        }
        for name in Self.indexPartitions(of: table) {
            if let value = item[name] { try check(value, of: name) }
        }
    }

    /// That an update moves an item into no partition of somebody else's.
    func check(_ update: UpdateExpression, of table: TableSchema) throws(DynamoDBError) {
        let names = Self.indexPartitions(of: table).union(table.keys.partition.prefix(1))
        for action in update.set where names.contains(action.path.attributeName) {
            let name = action.path.attributeName
            guard action.path.isTopLevel, let value = Self.value(of: action.value, at: action.path) else {
                throw outside("'\(name)' is set to what only the stored item tells")
            }
            try check(value, of: name)
        }
        for action in update.add + update.delete where names.contains(action.path.attributeName) {
            throw outside("'\(action.path.attributeName)' is changed to what only the stored item tells")
        }
        // Removed, it takes the item out of the index.
        for path in update.remove where names.contains(path.attributeName) && !path.isTopLevel {
            throw outside("a part of '\(path.attributeName)' is removed")
        }
    }

    /// That a query reads a partition of the tenant's.
    func check(_ query: QueryRequest) throws(DynamoDBError) {
        let table = try table(query.tableName)
        let keys: KeySchema
        if let name = query.indexName {
            guard let index = table.index(name) else {
                throw outside("the index '\(name)' is not known here")
            }
            keys = index.keys
        } else {
            keys = table.keys
        }
        // A local index has the partitions of the table.
        let name = keys.partition.first ?? table.keys.partition.first ?? ""
        let values = query.keyCondition.equalities.filter { $0.name == name }
        guard !values.isEmpty else { throw outside("it does not say which '\(name)'") }
        for equality in values {
            guard case .value(let value) = equality.value else { throw outside("'\(name)' has no value") }
            try check(value, of: name)
        }
        if let start = query.exclusiveStartKey { try check(key: start, of: table) }
    }

    private func check(_ value: AttributeValue, of name: String) throws(DynamoDBError) {
        guard tenant.owns(value, of: name) else { throw outside("'\(name)' is \(value)") }
    }

    func outside(_ reason: String) -> DynamoDBError {
        if let problem = tenant.problem {
            return DynamoDBError(
                .outsideTenant, "nothing was sent: the tenant is none: \(problem)", underlying: problem)
        }
        return DynamoDBError(
            .outsideTenant, "nothing was sent: the request is not within the tenant \(tenant), since \(reason)")
    }

    /// The value that an attribute is set to, where the request tells.
    private static func value(of value: SetValue, at path: AttributePath) -> AttributeValue? {
        switch value {
        case .operand(.value(let value)): value
        // What the item has was checked when it was written.
        case .ifNotExists(path, let other): self.value(of: other, at: path)
        case .operand, .ifNotExists, .listAppend, .plus, .minus: nil
        }
    }

    /// The first attribute of each global index's partition key: in all forms of keys it holds the tenant.
    private static func indexPartitions(of table: TableSchema) -> Set<String> {
        Set(table.indexes.filter { !$0.isLocal }.compactMap(\.keys.partition.first))
    }
}
