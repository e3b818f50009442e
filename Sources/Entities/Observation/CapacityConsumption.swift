/// What was consumed by whom: one row per access pattern, in order of their names. Prints as a table.
///
/// ```
/// access pattern     requests  items  retries  throttled  failed  reads  writes
/// Article.create            1      1        0          0       0      0       3
///   cms                                                               0       1
///   cms/gsi2                                                          0       2
/// Article.published         2     20        0          0       0    2.5       0
///   cms/gsi2                                                        2.5       0
/// ```
public struct CapacityConsumption: Hashable, Sendable {
    /// What requests of one access pattern consumed.
    public struct Row: Hashable, Sendable {
        /// `Article.published`; an operation's name, `TransactWriteItems`, for what belongs to no entity.
        public let accessPattern: String
        /// Operations, not attempts.
        public internal(set) var requests = 0
        /// Items returned or written.
        public internal(set) var items = 0
        /// Items read, those that a filter dropped included.
        public internal(set) var examined = 0
        /// Attempts after the first.
        public internal(set) var retries = 0
        /// Attempts that were throttled, whether or not a later one succeeded.
        public internal(set) var throttled = 0
        /// Operations that ended in an error, failed conditions included.
        public internal(set) var failed = 0
        /// Operations that succeeded without a word on what they consumed.
        public internal(set) var unmeasured = 0
        /// What each table, without its indexes, and each index took.
        public internal(set) var places: [CapacityPlace: ReadWriteUnits] = [:]

        /// Of all places.
        public var units: ReadWriteUnits { places.values.reduce(ReadWriteUnits(), +) }
        public var reads: Double { units.reads }
        public var writes: Double { units.writes }

        init(accessPattern: String) {
            self.accessPattern = accessPattern
        }
    }

    private var byPattern: [String: Row] = [:]

    /// The row of an access pattern; all zeros where there was no request.
    public internal(set) subscript(accessPattern: String) -> Row {
        get { byPattern[accessPattern] ?? Row(accessPattern: accessPattern) }
        set { byPattern[accessPattern] = newValue }
    }

    /// In order of their names.
    public var rows: [Row] { byPattern.values.sorted { $0.accessPattern < $1.accessPattern } }

    /// What each table, without its indexes, and each index took.
    public var places: [CapacityPlace: ReadWriteUnits] {
        byPattern.values.reduce(into: [:]) { places, row in places.merge(row.places, uniquingKeysWith: +) }
    }

    /// Of everything.
    public var units: ReadWriteUnits { byPattern.values.reduce(ReadWriteUnits()) { $0 + $1.units } }
    public var reads: Double { units.reads }
    public var writes: Double { units.writes }
    /// Operations, not attempts.
    public var requests: Int { byPattern.values.reduce(0) { $0 + $1.requests } }
}

extension CapacityConsumption: Sequence {
    public func makeIterator() -> IndexingIterator<[Row]> { rows.makeIterator() }
}

extension CapacityConsumption {
    /// What was consumed since `earlier`, which was read from the same meter.
    public static func - (later: Self, earlier: Self) -> Self {
        var difference = Self()
        for row in later {
            let change = row - earlier[row.accessPattern]
            if change.requests != 0 || change.retries != 0 { difference[row.accessPattern] = change }
        }
        return difference
    }
}

extension CapacityConsumption.Row {
    fileprivate static func - (later: Self, earlier: Self) -> Self {
        var difference = later
        difference.requests -= earlier.requests
        difference.items -= earlier.items
        difference.examined -= earlier.examined
        difference.retries -= earlier.retries
        difference.throttled -= earlier.throttled
        difference.failed -= earlier.failed
        difference.unmeasured -= earlier.unmeasured
        difference.places = later.places.merging(earlier.places, uniquingKeysWith: -)
            .filter { $0.value != ReadWriteUnits() }
        return difference
    }
}
