/// A range of a sort key part: `a...b`, `a..<b`, `a...`, `...b`, `..<b`, `.above(a)` without `a` itself, or `.beginning(with: "…")` for
/// text.
///
/// Written with the standard library's operators where a generated query function expects it. A range whose lower bound is
/// above its upper bound is empty: the query has no results, and no request is sent. (Swift's own `ClosedRange` would trap; one that
/// already exists converts with `SortKeyRange(range)`.)
///
/// The order is DynamoDB's: numbers and dates by value, text by its UTF-8. Swift's own `<` compares text by Unicode's canonical form,
/// which differs for letters with combining marks.
public struct SortKeyRange<Bound: Sendable>: Sendable {
    /// The least value; unbounded where `nil`.
    public let lower: Bound?
    /// The greatest value; unbounded where `nil`.
    public let upper: Bound?
    /// Whether `lower` itself is in the range.
    public let includesLower: Bool
    /// Whether `upper` itself is in the range.
    public let includesUpper: Bool
    /// Text that values must begin with; then there are no bounds.
    @usableFromInline let prefix: Bound?

    @inlinable
    init(
        lower: Bound?, upper: Bound?, includesLower: Bool = true, includesUpper: Bool, prefix: Bound? = nil
    ) {
        self.lower = lower
        self.upper = upper
        self.includesLower = includesLower
        self.includesUpper = includesUpper
        self.prefix = prefix
    }
}

extension SortKeyRange {
    /// The same range of other bounds.
    @inlinable
    func map<Other: Sendable>(_ form: (Bound) -> Other) -> SortKeyRange<Other> {
        SortKeyRange<Other>(
            lower: lower.map(form), upper: upper.map(form), includesLower: includesLower, includesUpper: includesUpper,
            prefix: prefix.map(form))
    }
}

extension SortKeyRange: Equatable where Bound: Equatable {}
extension SortKeyRange: Hashable where Bound: Hashable {}

extension SortKeyRange where Bound == String {
    /// All texts that begin with `prefix`, itself included.
    public static func beginning(with prefix: String) -> Self {
        Self(lower: nil, upper: nil, includesUpper: true, prefix: prefix)
    }
}

extension SortKeyRange where Bound: Comparable {
    /// The values between two bounds that may be missing, both included: for bounds that a user may or may not have given.
    public init(from lower: Bound? = nil, through upper: Bound? = nil) {
        self.init(lower: lower, upper: upper, includesUpper: true)
    }
}

extension SortKeyRange where Bound: Comparable {
    /// The values above `lower`, which is not included.
    public static func above(_ lower: Bound) -> Self {
        Self(lower: lower, upper: nil, includesLower: false, includesUpper: true)
    }

    /// The values above `lower`, which is not included, to `upper`, which is.
    public static func above(_ lower: Bound, through upper: Bound) -> Self {
        Self(lower: lower, upper: upper, includesLower: false, includesUpper: true)
    }

    /// The values between two bounds, neither of which is included.
    public static func above(_ lower: Bound, upTo upper: Bound) -> Self {
        Self(lower: lower, upper: upper, includesLower: false, includesUpper: false)
    }
}

extension SortKeyRange where Bound: RawRepresentable<String> {
    /// All values whose raw text begins with that of `prefix`, itself included.
    public static func beginning(with prefix: Bound) -> Self {
        Self(lower: nil, upper: nil, includesUpper: true, prefix: prefix)
    }
}

extension SortKeyRange {
    @available(*, unavailable, message: "only texts have a beginning: give a value, or a range of values")
    @_disfavoredOverload public static func beginning(with prefix: String) -> Self {
        Self(lower: nil, upper: nil, includesUpper: true)
    }
}

extension SortKeyRange where Bound: Comparable {
    public init(_ range: ClosedRange<Bound>) {
        self.init(lower: range.lowerBound, upper: range.upperBound, includesUpper: true)
    }

    public init(_ range: Range<Bound>) {
        self.init(lower: range.lowerBound, upper: range.upperBound, includesUpper: false)
    }

    public init(_ range: PartialRangeFrom<Bound>) {
        self.init(lower: range.lowerBound, upper: nil, includesUpper: true)
    }

    public init(_ range: PartialRangeThrough<Bound>) {
        self.init(lower: nil, upper: range.upperBound, includesUpper: true)
    }

    public init(_ range: PartialRangeUpTo<Bound>) {
        self.init(lower: nil, upper: range.upperBound, includesUpper: false)
    }
}

// The operators are disfavored so that ranges elsewhere keep their standard meaning: they are chosen only where a
// `SortKeyRange` is asked for, and never trap.

/// The values from `lower` to `upper`, both included.
@inlinable
@_disfavoredOverload
public func ... <Bound: Comparable & Sendable>(lower: Bound, upper: Bound) -> SortKeyRange<Bound> {
    SortKeyRange(lower: lower, upper: upper, includesUpper: true)
}

/// The values from `lower` up to `upper`, which is not included.
@inlinable
@_disfavoredOverload
public func ..< <Bound: Comparable & Sendable>(lower: Bound, upper: Bound) -> SortKeyRange<Bound> {
    SortKeyRange(lower: lower, upper: upper, includesUpper: false)
}

/// The values from `lower`.
@inlinable
@_disfavoredOverload
public postfix func ... <Bound: Comparable & Sendable>(lower: Bound) -> SortKeyRange<Bound> {
    SortKeyRange(lower: lower, upper: nil, includesUpper: true)
}

/// The values up to `upper`, which is included.
@inlinable
@_disfavoredOverload
public prefix func ... <Bound: Comparable & Sendable>(upper: Bound) -> SortKeyRange<Bound> {
    SortKeyRange(lower: nil, upper: upper, includesUpper: true)
}

/// The values up to `upper`, which is not included.
@inlinable
@_disfavoredOverload
public prefix func ..< <Bound: Comparable & Sendable>(upper: Bound) -> SortKeyRange<Bound> {
    SortKeyRange(lower: nil, upper: upper, includesUpper: false)
}
