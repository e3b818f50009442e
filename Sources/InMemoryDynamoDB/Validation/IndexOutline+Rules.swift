import Entities

extension TableOutline.Index {
    enum Kind {
        /// With the key of the table.
        case local(of: [TableOutline.KeyElement])
        case global
    }

    /// Checks key and projection by themselves.
    func check(as kind: Kind) throws(DynamoDBError) {
        switch kind {
        case .local(let tableKeys): try checkLocalKey(tableKeys)
        case .global: try checkGlobalKey()
        }
        try checkProjection()
    }

    private func checkLocalKey(_ tableKeys: [TableOutline.KeyElement]) throws(DynamoDBError) {
        try TableOutline.checkPair(keys)
        guard keys.count == 2 else {
            throw .invalidParameter("Index KeySchema does not have a range key for index: \(name)")
        }
        guard let own = keys.first?.name, let table = tableKeys.first?.name, own != table else { return }
        throw .invalidParameter(
            "Index KeySchema does not have the same leading hash key as table KeySchema for index: \(name). "
                + "index hash key: \(own), table hash key: \(table)")
    }

    /// Up to four attributes of each kind.
    private func checkGlobalKey() throws(DynamoDBError) {
        if keys.count <= 2, keys.contains(where: { !$0.isPartition }) || Set(keys.map(\.name)).count < keys.count {
            return try TableOutline.checkPair(keys)
        }
        guard Set(keys.map(\.name)).count == keys.count else {
            throw .invalid("The KeySchema contains multiple key attributes with the same name")
        }
        let partition = keys.prefix { $0.isPartition }
        guard !partition.isEmpty else {
            throw .invalid("Invalid KeySchema: The first KeySchemaElement is not a HASH key type")
        }
        guard keys.dropFirst(partition.count).allSatisfy({ !$0.isPartition }) else {
            throw .invalidParameter("All HASH key attributes must precede RANGE key attributes in the KeySchema")
        }
        for (count, type) in [(partition.count, "HASH"), (keys.count - partition.count, "RANGE")]
        where count > Limits.indexKeyAttributes {
            throw .invalidParameter("The KeySchema exceeds the maximum allowed number of \(type) key attributes")
        }
    }

    private func checkProjection() throws(DynamoDBError) {
        guard let projectionType else { throw .invalidParameter("Unknown ProjectionType: null") }
        guard projectionType == "INCLUDE" else {
            guard nonKeyAttributes == nil else {
                throw .invalidParameter("ProjectionType is \(projectionType), but NonKeyAttributes is specified")
            }
            return
        }
        guard let nonKeyAttributes else {
            throw .invalidParameter("ProjectionType is INCLUDE, but NonKeyAttributes is not specified")
        }
        var seen: Set<String> = []
        for name in nonKeyAttributes where !seen.insert(name).inserted {
            throw .invalidParameter("Duplicate element in NonKeyAttributes: \(name)")
        }
    }
}
