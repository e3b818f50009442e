extension TableSchema {
    /// What is different in a deployed table, in the order of `TableDifference.Kind`.
    /// - Parameter deployed: `nil` where there is no such table.
    public func differences(to deployed: DeployedTable?) -> [TableDifference] {
        guard let deployed else { return [TableDifference(table: name, .missingTable)] }
        let table = deployed.description
        guard table.status.isUsable else { return [TableDifference(table: name, .unusable(table.status))] }
        let kinds =
            keyDifferences(to: table) + indexes.flatMap { differences(of: $0, to: table) }
            + extraIndexes(of: table) + settingDifferences(to: deployed) + tagDifferences(to: deployed.tags)
        return kinds.map { TableDifference(table: name, $0) }
    }

    private func keyDifferences(to table: TableDescription) -> [TableDifference.Kind] {
        var kinds: [TableDifference.Kind] = []
        if keys != table.keys { kinds.append(.keys(defined: keys, deployed: table.keys)) }
        // A type that is missing belongs to the key of an index that is missing or has other keys.
        for (name, type) in attributeTypes.sorted(by: { $0.key < $1.key }) {
            if let other = table.attributeTypes[name], other != type {
                kinds.append(.attributeType(name, defined: type, deployed: other))
            }
        }
        return kinds
    }

    private func differences(of index: IndexDescription, to table: TableDescription) -> [TableDifference.Kind] {
        guard let deployed = table.indexes.first(where: { $0.description.name == index.name }) else {
            return [.missingIndex(index.name)]
        }
        var kinds: [TableDifference.Kind] = []
        let (keys, projection) = (deployed.description.keys, deployed.description.projection)
        if let status = deployed.status, !status.isUsable { kinds.append(.unusableIndex(index.name, status)) }
        if index.isLocal != deployed.description.isLocal {
            kinds.append(.indexScope(index.name, definedLocal: index.isLocal))
        }
        if index.keys != keys { kinds.append(.indexKeys(index.name, defined: index.keys, deployed: keys)) }
        if !index.projection.isSame(as: projection) {
            kinds.append(.projection(index.name, defined: index.projection, deployed: projection))
        }
        return kinds
    }

    private func extraIndexes(of table: TableDescription) -> [TableDifference.Kind] {
        let known = Set(indexes.map(\.name))
        return table.indexes.map(\.description.name).filter { !known.contains($0) }.map { .extraIndex($0) }
    }

    private func settingDifferences(to deployed: DeployedTable) -> [TableDifference.Kind] {
        let table = deployed.description
        var kinds: [TableDifference.Kind] = []
        if billingMode.isOnDemand != table.billingMode.isOnDemand {
            kinds.append(.billingMode(defined: billingMode, deployed: table.billingMode))
        }
        if stream != table.stream { kinds.append(.stream(defined: stream, deployed: table.stream)) }
        if timeToLive != deployed.timeToLive {
            kinds.append(.timeToLive(defined: timeToLive, deployed: deployed.timeToLive))
        }
        if let recovery = deployed.pointInTimeRecovery, recovery != pointInTimeRecovery {
            kinds.append(.pointInTimeRecovery(defined: pointInTimeRecovery))
        }
        if deletionProtection != table.deletionProtection {
            kinds.append(.deletionProtection(defined: deletionProtection))
        }
        return kinds
    }

    private func tagDifferences(to deployed: [String: String]?) -> [TableDifference.Kind] {
        guard let deployed else { return [] }
        // Tags of the service's own, which tools such as CloudFormation set.
        let others = deployed.keys.filter { !$0.hasPrefix("aws:") }
        return Set(tags.keys).union(others).sorted().filter { tags[$0] != deployed[$0] }
            .map { .tag($0, defined: tags[$0], deployed: deployed[$0]) }
    }
}

extension Projection {
    /// Whether both have the same attributes; the order of their names says nothing.
    fileprivate func isSame(as other: Projection) -> Bool {
        if case .include(let names) = self, case .include(let others) = other { return Set(names) == Set(others) }
        return self == other
    }
}

extension BillingMode {
    fileprivate var isOnDemand: Bool { self == .onDemand }
}
