/// Consumed capacity. One read unit is 4 KB read strongly, or twice that eventually; one write unit is 1 KB written; transactions take double.
public struct ReadWriteUnits: Hashable, Sendable {
    public var reads: Double
    public var writes: Double

    public init(reads: Double = 0, writes: Double = 0) {
        self.reads = reads
        self.writes = writes
    }

    public static func + (left: Self, right: Self) -> Self {
        Self(reads: left.reads + right.reads, writes: left.writes + right.writes)
    }

    public static func - (left: Self, right: Self) -> Self {
        Self(reads: left.reads - right.reads, writes: left.writes - right.writes)
    }

    public static func += (left: inout Self, right: Self) { left = left + right }
}

extension ReadWriteUnits: CustomStringConvertible {
    /// `2.5 read units, 4 write units`
    public var description: String {
        let parts = [(reads, "read"), (writes, "write")].filter { $0.0 != 0 }
            .map { "\(Self.text($0.0)) \($0.1) \($0.0 == 1 ? "unit" : "units")" }
        return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
    }

    /// `4`, `2.5`
    static func text(_ units: Double) -> String { Int(exactly: units).map(String.init) ?? String(units) }
}

extension ReadWriteUnits {
    /// Most answers give only a sum; whether it was read or written is known from the operation. Transactions say both.
    init(_ units: ConsumedCapacity.Units, isWrite: Bool) {
        if units.read != nil || units.write != nil {
            self.init(reads: units.read ?? 0, writes: units.write ?? 0)
        } else {
            self.init(reads: isWrite ? 0 : units.total, writes: isWrite ? units.total : 0)
        }
    }
}
