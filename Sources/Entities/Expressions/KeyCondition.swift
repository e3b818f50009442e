/// Which part of a table or an index a Query reads, as a value.
public struct KeyCondition: Hashable, Sendable {
    /// A key attribute and the value that it must have.
    public struct Equality: Hashable, Sendable {
        public var name: String
        public var value: Operand

        public init(_ name: String, _ value: Operand) {
            self.name = name
            self.value = value
        }
    }

    /// What a sort key attribute must satisfy.
    public enum Range: Hashable, Sendable {
        case less(Operand)
        case lessOrEqual(Operand)
        case greater(Operand)
        case greaterOrEqual(Operand)
        /// Both bounds inclusive.
        case between(Operand, Operand)
        /// Text and binary only.
        case beginsWith(Operand)
    }

    /// A sort key attribute and its range.
    public struct RangeCondition: Hashable, Sendable {
        public var name: String
        public var range: Range

        public init(_ name: String, _ range: Range) {
            self.name = name
            self.range = range
        }
    }

    /// A condition on an attribute beyond the first range.
    package struct Other: Hashable, Sendable {
        package var name: String
        /// The range; `nil` where the comparison is none that a key could be found by.
        package var range: Range?

        package init(_ name: String, _ range: Range?) {
            self.name = name
            self.range = range
        }
    }

    /// Equalities, in the order of the key: all partition key attributes (one; up to four in a multi-attribute index), then the
    /// leading sort key attributes that are given exactly.
    public var equalities: [Equality]
    /// The condition on the next sort key attribute, if there is one.
    public var range: RangeCondition?
    /// What a request on the wire asked for besides. No key can satisfy it; the service says so when it has found the table.
    package var others: [Other] = []

    public init(_ equalities: [Equality], range: RangeCondition? = nil) {
        self.equalities = equalities
        self.range = range
    }
}
