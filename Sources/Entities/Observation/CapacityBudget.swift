/// How much capacity access patterns may consume, for tests that notice when an access becomes dearer.
///
/// ```swift
/// let budget: CapacityBudget = ["Article.get": .reads(0.5), "Article.create": .writes(4, perRequest: true)]
/// #expect(meter.consumption.overruns(of: budget) == [])
/// ```
///
/// An access pattern that is not named may consume nothing, unless `others` says otherwise, so that a wrong name does not go unnoticed.
public struct CapacityBudget: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// An upper bound of reads and of writes.
    public struct Allowance: Hashable, Sendable {
        public var units: ReadWriteUnits
        /// Whether each request may consume so much, on average, or all of them together.
        public var isPerRequest: Bool

        /// Reads and writes.
        public static func units(reads: Double, writes: Double, perRequest: Bool = false) -> Self {
            Self(units: ReadWriteUnits(reads: reads, writes: writes), isPerRequest: perRequest)
        }

        /// Reads, and no writes.
        public static func reads(_ units: Double, perRequest: Bool = false) -> Self {
            .units(reads: units, writes: 0, perRequest: perRequest)
        }

        /// Writes, and no reads.
        public static func writes(_ units: Double, perRequest: Bool = false) -> Self {
            .units(reads: 0, writes: units, perRequest: perRequest)
        }

        public static let nothing = units(reads: 0, writes: 0)
        public static let unlimited = units(reads: .infinity, writes: .infinity)

        func units(for requests: Int) -> ReadWriteUnits {
            guard isPerRequest else { return units }
            let requests = Double(requests)
            return ReadWriteUnits(reads: units.reads * requests, writes: units.writes * requests)
        }
    }

    /// By name, such as `Article.published`, or the operation's name for what belongs to no entity, such as `TransactWriteItems`.
    public var accessPatterns: [String: Allowance]
    /// What each access pattern may consume that is not named.
    public var others: Allowance
    /// What everything may consume together.
    public var total: Allowance

    public init(
        _ accessPatterns: [String: Allowance], others: Allowance = .nothing, total: Allowance = .unlimited
    ) {
        self.accessPatterns = accessPatterns
        self.others = others
        self.total = total
    }

    /// A budget for everything together.
    public init(total: Allowance) {
        self.init([:], others: .unlimited, total: total)
    }

    /// Of names that are there twice, the last one counts.
    public init(dictionaryLiteral elements: (String, Allowance)...) {
        self.init(Dictionary(elements) { _, last in last })
    }
}
