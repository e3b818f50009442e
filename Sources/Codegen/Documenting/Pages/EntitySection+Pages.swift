// What pages of an entity's access patterns take.

extension EntitySection {
    /// The read units of a page, or of the one record that is found; nil where there is no sample that is in the index.
    func units(of pattern: AccessPatternModel) -> String? {
        guard let capacity = patterns[pattern.name] else { return nil }
        if findsOne(pattern) {
            return capacity.page(of: pattern, count: 1).map { "\(CapacityEstimate.text($0)), one record" }
        }
        guard let page = capacity.page(of: pattern).map(CapacityEstimate.text) else { return nil }
        guard let shards = entity.shards(of: pattern), let all = capacity.page(of: pattern, shards: shards) else {
            return page
        }
        return "\(page) of one shard, \(CapacityEstimate.text(all)) of all \(shards)"
    }

    /// Whether the partition holds one record at most: it is made of the primary key, or of a unique value with its scope.
    private func findsOne(_ pattern: AccessPatternModel) -> Bool {
        let given = Set(pattern.partitionParts.filter(\.encoding.tellsValues).map(\.attribute))
        if given.isSuperset(of: entity.primaryKeyAttributes) { return true }
        return entity.attributes.contains { attribute in
            attribute.uniqueness.map { given.isSuperset(of: $0.scope + [attribute.name]) } ?? false
        }
    }
}

extension EntityModel {
    /// Of how many shards a query of the pattern reads all at once; nil for one that is not spread.
    func shards(of pattern: AccessPatternModel) -> Int? {
        let spread = pattern.partitionParts.filter { shards(of: $0) != nil }
        guard let part = spread.first, Set(spread.map(\.parameter)).count == 1,
            !pattern.sortParts.contains(where: { $0.parameter == part.parameter })
        else { return nil }
        return shards(of: part)
    }

    /// Of how many shards a part of a key is one: of a value, or drawn by lot.
    func shards(of part: KeyPlaceholderModel) -> Int? {
        if case .shard(let count, _) = part.encoding { return count }
        return attribute(part.attribute)?.shardCount
    }
}

extension KeyPlaceholderEncoding {
    /// Whether different values make different keys.
    fileprivate var tellsValues: Bool {
        switch self {
        case .text(lowercased: true), .date(unit: .some), .shard: false
        case .text(lowercased: false), .date(unit: nil), .integer, .decimal, .bool, .uuid, .ulid, .custom, .native,
            .raw,
            .number:
            true
        }
    }
}
