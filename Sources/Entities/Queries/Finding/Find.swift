/// A query by whatever attributes are at hand, which chooses its access pattern when it is made: `find` and `match` of a findable entity.
///
/// ```swift
/// let found = Article.match(.init(tenantID: "acme", title: "Hello"))
/// found.accessPattern                                  // .article
/// print(found.explain())                               // the request that it is
/// ```
/// A pattern is only chosen of its own accord if its index holds every record that could match. Of an index without those that lack an
/// optional part of its key, or fail its condition, that is not known: choose it with `using`, and find what it holds.
public struct Find<E: FindableEntity>: Hashable, Sendable {
    private let known: E.Known
    private let isMatch: Bool
    private var isScanAllowed = false
    private var ignoresUnused = false
    private var isDescending = false
    var includesExpired = false
    private var demanded: E.AccessPattern?
    private var condition: Condition?

    init(_ known: E.Known, isMatch: Bool) {
        self.known = known
        self.isMatch = isMatch
    }

    /// Reads the whole table where no access pattern finds the records; without it, that is an `invalidRequest` when it runs.
    public func allowingScan() -> Self {
        var copy = self
        copy.isScanAllowed = true
        return copy
    }

    /// Finds by the attributes that the key has a place for, and disregards the others.
    public func ignoringUnused() -> Self {
        var copy = self
        copy.ignoresUnused = true
        return copy
    }

    /// Asks this access pattern, and finds what its index holds. Running it is an `invalidRequest` where its partition is not known.
    public func using(_ pattern: E.AccessPattern) -> Self {
        var copy = self
        copy.demanded = pattern
        return copy
    }

    /// From the last item to the first, by the sort key; a scan has no order.
    public func descending() -> Self {
        var copy = self
        copy.isDescending = true
        return copy
    }

    /// Keeps the items for which this holds too; what is filtered out is paid for. Where an index is asked that does not hold whole items, a
    /// condition on what it does not hold is an `invalidRequest` when it runs.
    public func `where`(_ condition: (E.Fields) -> Condition) -> Self {
        var copy = self
        copy.condition = Condition.joined(self.condition, condition(E.Fields()))
        return copy
    }
}

extension Find {
    /// The access pattern that is asked; `nil` for a scan of the table.
    public var accessPattern: E.AccessPattern? { candidate.flatMap { E.AccessPattern(rawValue: $0.shape.name) } }

    /// The attributes that are known and not made use of, which only a `find` has.
    public var unused: [String] {
        if isMatch { return [] }
        let used = Set(candidate?.used.compactMap(\.attribute) ?? [])
        return given.map(\.name).filter { !used.contains($0) }
    }

    private var given: [KnownAttribute] { known.attributes.filter { $0.value != nil } }

    private var candidate: KeyCandidate? {
        if let demanded { return known.candidates.first { $0.shape.name == demanded.rawValue } }
        return KeyCandidate.best(of: known.candidates, knowing: given.map(\.name), isMatch: isMatch)
    }

    /// Why it does not run.
    private var refusal: String? {
        let names = given.map(\.name)
        let list = names.isEmpty ? "nothing" : names.joined(separator: ", ")
        if let demanded {
            guard let candidate else { return "\(demanded.rawValue) finds nothing by attributes" }
            if let reason = candidate.impossibility(knowing: names, isMatch: isMatch) {
                return "\(demanded.rawValue) \(reason), and known is \(list)"
            }
        } else if candidate == nil, !isScanAllowed {
            let reasons = known.candidates.compactMap { candidate in
                candidate.obstacle(knowing: names, isMatch: isMatch).map { "\(candidate.shape.name) \($0)" }
            }
            return """
                no access pattern of \(E.schema.name) finds its records by \(list): \(reasons.joined(separator: "; ")). Read the whole \
                table with allowingScan(), or choose a pattern with using(_:)
                """
        }
        guard !unused.isEmpty, !ignoresUnused else { return nil }
        return """
            the key of \(accessPattern?.rawValue ?? "a scan") has no place for \(unused.joined(separator: ", ")): filter by all with \
            match, or leave them aside with ignoringUnused()
            """
    }
}

extension Find: PagedRequest, ExplainableRequest {
    public var paging: Paging<E> {
        let plan = plan
        if plan.table.holdsWholeItems(plan.indexName) { return Paging(unexpired: plan) }
        // The index cannot filter by what it does not hold; the items that are read of the table have it all. Values of items are
        // equal when their packed forms are: a set has its members in order there.
        let wanted = filters.reduce(into: [:]) { $0[$1.name] = $1.value }
        let values = EncodedItem(wanted).attributes
        return Paging(lookingUp: plan) { item in values.allSatisfy { item[$0.key] == $0.value } }
    }

    public func request(on db: Database) throws(DynamoDBError) -> DynamoDBRequest { try plan.request(on: db) }

    public func explain() -> Explanation {
        let plan = plan
        if plan.table.holdsWholeItems(plan.indexName) { return plan.explain() }
        let names = filters.map(\.name).joined(separator: ", ")
        return plan.explain(
            note: QueryPlan.lookupNote + (names.isEmpty ? "" : " They are compared with \(names) once they are read."))
    }

    /// What a match asks beyond the key: attributes that the key leaves open, by their stored names.
    private var filters: [(name: String, value: AttributeValue)] {
        guard isMatch else { return [] }
        let pinned = Set(candidate?.used.filter(\.isExact).compactMap(\.attribute) ?? [])
        return given.compactMap { attribute in
            guard !pinned.contains(attribute.name), case .value(let value)? = attribute.value else { return nil }
            return (attribute.storedName, value)
        }
    }

    private var plan: QueryPlan {
        var plan: QueryPlan
        let schema = E.schema
        if let candidate {
            plan = QueryPlan(candidate.shape, table: schema.table, entity: schema.name, condition: candidate.condition)
            if isDescending { plan.read.descend() }
        } else {
            plan = QueryPlan(scanOf: schema.table, entity: schema.name)
        }
        if plan.table.holdsWholeItems(plan.indexName) {
            if candidate?.shape.isShared ?? true { plan.filter(entity: schema) }
            for (name, value) in filters { plan.filter(.compare(.path(AttributePath(name)), .equal, .value(value))) }
        }
        if let condition { plan.filterWhatIsHeld(condition) }
        if !includesExpired { plan.expiry = schema.expiry }
        plan.refusal = refusal ?? invalidValue ?? plan.refusal
        return plan
    }

    /// What is wrong with a value that cannot be stored, and so cannot be found.
    private var invalidValue: String? {
        for attribute in given {
            if case .invalid(let error)? = attribute.value { return "\(attribute.name) cannot be looked for: \(error)" }
        }
        return nil
    }
}
