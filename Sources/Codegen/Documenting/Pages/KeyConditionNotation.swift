import EntityMacrosLite

/// The key conditions of an access pattern's functions, one for each legal prefix of its sort key.
struct KeyConditionNotation {
    let pattern: AccessPatternModel
    let parameters: QueryParameters
    /// The parts that a range can be over at once.
    private let ordered: OrderedSortParts?

    init(_ pattern: AccessPatternModel, of entity: EntityModel) {
        self.pattern = pattern
        parameters = QueryParameters(pattern, of: entity)
        ordered = OrderedSortParts(pattern, of: entity)
    }

    /// The key condition for one item.
    var whole: String {
        (pattern.partition + pattern.sort).map { "\($0.keyAttribute) = \(KeyNotation.text($0))" }.joined(
            separator: " AND ")
    }

    /// The key condition of a function; nil for one that asks for more than one query.
    func text(of function: FunctionSyntax) -> String? {
        let names = function.parameters.map { $0.label ?? $0.name }
        let expected = (parameters.partition + parameters.sort).map(\.name)
        let partition = pattern.partition.map { "\($0.keyAttribute) = \(KeyNotation.text($0))" }
        if let wide = wideRange, names == expected.prefix(parameters.partition.count + wide.given) + ["in"] {
            return (partition + [wide.text]).joined(separator: " AND ")
        }
        guard names.count >= parameters.partition.count, expected.starts(with: names) else { return nil }
        let isRange = function.parameters.last?.type.hasPrefix("Entities.SortKeyRange<") ?? false
        let given = names.count - parameters.partition.count - (isRange ? 1 : 0)
        return (partition + sort(given, isRange)).joined(separator: " AND ")
    }

    /// A range over several parts at once, and how many stand before them.
    private var wideRange: (given: Int, text: String)? {
        guard let ordered, let key = pattern.sort.first, let segments = key.template?.segments,
            let first = ordered.positions.first, let last = ordered.positions.last
        else { return nil }
        let prefix = KeyNotation.text(segments[..<first])
        let (least, greatest) = (
            KeyNotation.text(segments[first...last], bound: "from"),
            KeyNotation.text(segments[first...last], bound: "to")
        )
        return (ordered.start, "\(key.keyAttribute) BETWEEN \(prefix)\(least) AND \(prefix)\(greatest)")
    }

    /// What a function asks that reads several partitions; nil for one.
    func several(of function: FunctionSyntax) -> String? {
        if function.parameters.contains(where: { $0.type == "Entities.DateSpan" }) {
            return "one query for each bucket"
        }
        let names = Set(function.parameters.map(\.name))
        return parameters.partition.allSatisfy { names.contains($0.name) } ? nil : "one query for each shard"
    }

    private func sort(_ given: Int, _ isRange: Bool) -> [String] {
        guard let first = pattern.sort.first else { return [] }
        guard let template = first.template else { return nativeSort(given, isRange) }
        guard given < parameters.sort.count else { return ["\(first.keyAttribute) = \(KeyNotation.text(template))"] }
        let next = parameters.sort[given]
        let end = template.segments.firstIndex { segment in
            if case .part(let part) = segment { part.parameter == next.name } else { false }
        }
        let prefix = KeyNotation.text(template.segments[..<(end ?? 0)])
        if isRange {
            return [between(first.keyAttribute, prefix, next.part)]
        }
        return prefix.isEmpty ? [] : ["begins_with(\(first.keyAttribute), \(prefix))"]
    }

    private func nativeSort(_ given: Int, _ isRange: Bool) -> [String] {
        var terms = pattern.sort.prefix(given).map { "\($0.keyAttribute) = \(KeyNotation.text($0))" }
        if isRange, pattern.sort.indices.contains(given) {
            let key = pattern.sort[given]
            terms += key.parts.map { between(key.keyAttribute, "", $0) }
        }
        return terms
    }

    /// Every range, whatever its bounds: what is one-sided or excludes its upper bound is sent otherwise.
    private func between(_ name: String, _ prefix: String, _ part: KeyPlaceholderModel) -> String {
        let (least, greatest) = (KeyNotation.part(part, bound: "from"), KeyNotation.part(part, bound: "to"))
        return "\(name) BETWEEN \(prefix)\(least) AND \(prefix)\(greatest)"
    }
}
