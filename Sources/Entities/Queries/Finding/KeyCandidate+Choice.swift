// Which access pattern is asked: ElectroDB's order, among those that find all records with the attributes that are known.

extension KeyCandidate {
    /// The best candidate; `nil` where only a scan finds all.
    static func best(of candidates: [KeyCandidate], knowing known: [String], isMatch: Bool) -> KeyCandidate? {
        let able = candidates.filter { $0.obstacle(knowing: known, isMatch: isMatch) == nil }
        let table = able.first { $0.shape.index == nil }
        if let table, table.isComplete { return table }
        guard let most = able.map(\.matches).max() else { return nil }
        if let table, table.matches == most { return table }
        let complete = able.filter(\.isComplete)
        let mostOfThem = complete.map(\.matches).max()
        return complete.first { $0.matches == mostOfThem } ?? able.first { $0.matches == most }
    }

    /// Why a candidate cannot be asked for all records with these attributes; `nil` where it can.
    func obstacle(knowing known: [String], isMatch: Bool) -> String? {
        if let missing = missing { return missing }
        let absent = sparse.filter { !known.contains($0) }
        if !absent.isEmpty { return "does not hold records without \(Self.list(absent))" }
        if isConditional { return "does not hold all records" }
        return blocked(by: known, isMatch: isMatch)
    }

    /// Why a candidate cannot be asked at all.
    func impossibility(knowing known: [String], isMatch: Bool) -> String? {
        missing ?? blocked(by: known, isMatch: isMatch)
    }

    private var missing: String? {
        let missing = partition.filter { !$0.isKnown }.compactMap(\.attribute)
        return missing.isEmpty ? nil : "needs \(Self.list(missing))"
    }

    private func blocked(by known: [String], isMatch: Bool) -> String? {
        let open = isMatch ? openKeys.filter(known.contains) : []
        guard !open.isEmpty else { return nil }
        return "cannot filter by \(Self.list(open)), a key of its own, without the keys before"
    }

    private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}
