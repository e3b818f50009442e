/// Where capacity is consumed: a table, or one of its indexes.
public struct CapacityPlace: Hashable, Sendable, Comparable, CustomStringConvertible {
    public var table: String
    /// `nil` for the table itself.
    public var index: String?

    public init(table: String, index: String? = nil) {
        self.table = table
        self.index = index
    }

    /// By table, the table itself before its indexes.
    public static func < (left: Self, right: Self) -> Bool {
        (left.table, left.index ?? "") < (right.table, right.index ?? "")
    }

    /// `cms`, `cms/gsi1`
    public var description: String { index.map { "\(table)/\($0)" } ?? table }
}

extension ObservedOperation {
    /// What each table, without its indexes, and each index took, as reads or writes.
    public func places(of capacities: [ConsumedCapacity]) -> [CapacityPlace: ReadWriteUnits] {
        let isWrite = request.isWrite
        return capacities.reduce(into: [:]) { places, capacity in
            places.merge(capacity.places(isWrite: isWrite), uniquingKeysWith: +)
        }
    }
}

extension ConsumedCapacity {
    /// What each place took. An answer with sums only counts for the table.
    fileprivate func places(isWrite: Bool) -> [CapacityPlace: ReadWriteUnits] {
        var places: [CapacityPlace: ReadWriteUnits] = [:]
        var rest = ReadWriteUnits(units, isWrite: isWrite)
        for (name, units) in localIndexes.merging(globalIndexes, uniquingKeysWith: { local, _ in local }) {
            let units = ReadWriteUnits(units, isWrite: isWrite)
            places[CapacityPlace(table: tableName, index: name)] = units
            rest = rest - units
        }
        let own = table.map { ReadWriteUnits($0, isWrite: isWrite) } ?? rest
        if own != ReadWriteUnits() || places.isEmpty { places[CapacityPlace(table: tableName)] = own }
        return places
    }
}
