import Entities

/// Adds up what a request consumes of one table and its indexes.
struct RequestCapacity {
    enum Direction { case read, write }

    let tableName: String
    private var table = 0.0
    private var localIndexes: [String: Double] = [:]
    private var globalIndexes: [String: Double] = [:]

    init(tableName: String) {
        self.tableName = tableName
    }

    mutating func addTable(_ units: Double) {
        table += units
    }

    mutating func addIndex(_ index: IndexLayout, _ units: Double) {
        if index.isLocal {
            localIndexes[index.name, default: 0] += units
        } else {
            globalIndexes[index.name, default: 0] += units
        }
    }

    private var total: Double {
        table + localIndexes.values.reduce(0, +) + globalIndexes.values.reduce(0, +)
    }

    /// The figures as a response has them.
    /// - Parameter direction: where read and write units are told apart, which transactions do.
    func report(_ detail: ReturnConsumedCapacity, direction: Direction? = nil) -> [ConsumedCapacity] {
        guard detail != .none else { return [] }
        func units(_ total: Double) -> ConsumedCapacity.Units {
            ConsumedCapacity.Units(
                total: total, read: direction == .read ? total : nil, write: direction == .write ? total : nil)
        }
        guard detail == .indexes else { return [ConsumedCapacity(tableName: tableName, units: units(total))] }
        return [
            ConsumedCapacity(
                tableName: tableName, units: units(total), table: units(table),
                localIndexes: localIndexes.mapValues(units), globalIndexes: globalIndexes.mapValues(units))
        ]
    }
}

extension RequestCapacity {
    /// Adds what a write of one item takes: of the table, and of each index whose view of the item it changes.
    ///
    /// - Parameter isTransacted: What a transaction writes of the table counts twice; its indexes take what they take of any write.
    mutating func add(_ change: ItemChange, in schema: TableLayout, isTransacted: Bool = false) {
        let units = CapacityUnits.write(max(change.oldSize, change.newSize))
        addTable(isTransacted ? CapacityUnits.transactionFactor * units : units)
        for index in schema.indexes {
            guard let units = index.writeUnits(of: change) else { continue }
            addIndex(index, units)
        }
    }
}
