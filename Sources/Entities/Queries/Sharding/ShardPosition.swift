/// How far a shard has been read, and how much of that has been given out.
struct ShardPosition: Sendable {
    enum Place: Sendable {
        case beginning
        /// Behind an item, of which at least the key is there.
        case behind(EncodedItem)
        case end
    }

    /// An item that has been read and not given out yet.
    struct Ahead: Sendable {
        let item: EncodedItem
        let place: SortPlace
    }

    /// Where the next request goes on.
    private(set) var read: Place
    /// Where the next page goes on: before what is ahead.
    private(set) var given: Place
    private(set) var ahead: ArraySlice<Ahead> = []
    /// What has not been read yet is not before this place; `nil` where it can be anywhere.
    private(set) var frontier: SortPlace?

    init(at place: Place = .beginning) {
        read = place
        given = place
    }

    /// Whether everything was given out.
    var isDone: Bool { ahead.isEmpty && isReadToEnd }

    private var isReadToEnd: Bool {
        if case .end = read { true } else { false }
    }

    /// Whether there may be more, of which nothing is here.
    var isDry: Bool { ahead.isEmpty && !isReadToEnd }

    var startKey: EncodedItem? {
        if case .behind(let key) = read { key } else { nil }
    }

    mutating func append(_ page: PageOutput<EncodedItem>, sortedBy names: [String]) {
        ahead += page.items.map { Ahead(item: $0, place: SortPlace(of: $0, names)) }
        read = page.lastEvaluatedKey.map { .behind($0) } ?? .end
        frontier = page.lastEvaluatedKey.map { SortPlace(of: $0, names) }
        if ahead.isEmpty { given = read }
    }

    mutating func giveOut() -> EncodedItem? {
        guard let item = ahead.popFirst()?.item else { return nil }
        given = ahead.isEmpty ? read : .behind(item)
        return item
    }
}

/// Where an item stands in the order of a query: what its sort key attributes hold, in bytes that have the order of the values.
struct SortPlace: Sendable {
    private let values: [[UInt8]]

    init(of item: EncodedItem, _ names: [String]) {
        values = item.withPacked { map in names.map { name in map[name].map { [UInt8]($0.content) } ?? [] } }
    }

    func precedes(_ other: SortPlace) -> Bool {
        for (left, right) in zip(values, other.values) where left != right {
            return left.lexicographicallyPrecedes(right)
        }
        return false
    }
}
