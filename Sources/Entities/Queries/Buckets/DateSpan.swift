/// A range of dates with both ends, which a query over buckets walks: `from...to`, or `from..<to` without `to` itself.
///
/// One whose start is after its end is empty: the query has no results, and no request is sent.
public struct DateSpan: Hashable, Sendable {
    public let start: Date
    public let end: Date
    /// Whether `end` itself is in it.
    public let includesEnd: Bool

    init(_ start: Date, _ end: Date, includesEnd: Bool) {
        self.start = start
        self.end = end
        self.includesEnd = includesEnd
    }
}

extension DateSpan {
    public init(_ range: ClosedRange<Date>) { self.init(range.lowerBound, range.upperBound, includesEnd: true) }

    public init(_ range: Range<Date>) { self.init(range.lowerBound, range.upperBound, includesEnd: false) }

    /// The same as a range of a sort key part.
    public var range: SortKeyRange<Date> { SortKeyRange(lower: start, upper: end, includesUpper: includesEnd) }

    /// The span of whole seconds that holds the same ones: for attributes that are stored in seconds, whose bounds would be rounded
    /// down otherwise.
    public var inWholeSeconds: DateSpan {
        let range = range.inWholeSeconds
        return DateSpan(range.lower ?? start, range.upper ?? end, includesEnd: includesEnd)
    }

    var isEmpty: Bool { includesEnd ? end < start : end <= start }
}

// Disfavored so that ranges elsewhere keep their standard meaning, and do not trap here; see `SortKeyRange`.

/// The dates from `start` to `end`, both included.
@_disfavoredOverload
public func ... (start: Date, end: Date) -> DateSpan { DateSpan(start, end, includesEnd: true) }

/// The dates from `start` up to `end`, which is not included.
@_disfavoredOverload
public func ..< (start: Date, end: Date) -> DateSpan { DateSpan(start, end, includesEnd: false) }
