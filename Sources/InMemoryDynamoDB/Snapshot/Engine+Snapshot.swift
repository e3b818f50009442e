import Entities

/// Everything that the engine holds, there and back.
extension Engine {
    func write(to writer: SnapshotWriter) throws {
        let tables = tableNames.compactMap { try? describedTable($0) }
        // Items are values: once the references are taken, the tables may change while they are written.
        let moment = Table.locked(tables) { held in
            tables.compactMap { table in
                held[table.name].map { (TableRecord(table, $0), $0.allItems) }
            }
        }
        for (record, items) in moment {
            try writer.section(.table, try record.json)
            var section: [UInt8] = []
            for item in items {
                section.append(littleEndian: UInt32(truncatingIfNeeded: item.bytes.count))
                section += item.bytes
                if section.count >= SnapshotFormat.sectionSize {
                    try writer.section(.items, section)
                    section.removeAll(keepingCapacity: true)
                }
            }
            if !section.isEmpty { try writer.section(.items, section) }
        }
        var end: [UInt8] = []
        end.append(littleEndian: UInt64(moment.count))
        try writer.section(.end, end)
    }

    /// All or nothing, for an engine that nobody else uses yet.
    func restore(_ open: () throws -> SnapshotReader) throws {
        guard tableNames.isEmpty else { throw SnapshotError.engineInUse }
        do {
            try restore(from: try open())
        } catch {
            for name in tableNames {
                if let table = try? describedTable(name) { _ = removeTable(table) }
            }
            throw error
        }
    }

    private func restore(from reader: SnapshotReader) throws {
        var current: (record: TableRecord, table: Table)?
        var count: UInt64 = 0
        func close() throws {
            guard let current else { return }
            let itemCount = current.table.locked { $0.itemCount }
            guard itemCount == current.record.itemCount else {
                throw SnapshotError.damaged("table \(current.table.name) lacks items")
            }
            current.table.locked { contents in
                contents.setTimeToLive(current.record.timeToLiveAttribute)
                startStream(current.record.definition.stream, of: current.table.schema, in: contents)
            }
        }
        while true {
            let (section, content) = try reader.section()
            switch section {
            case .table:
                try close()
                current = try restoreTable(content)
                count += 1
            case .items:
                guard let current else { throw SnapshotError.damaged("items come before the first table") }
                try Self.restoreItems(content, in: current.table)
            case .end:
                try close()
                var end: [UInt8] = []
                end.append(littleEndian: count)
                guard content == end else { throw SnapshotError.damaged("tables are missing") }
                return try reader.expectEnd()
            }
        }
    }

    private func restoreTable(_ content: [UInt8]) throws -> (TableRecord, Table) {
        do throws(DynamoDBError) {
            let record = try TableRecord(json: content)
            return (record, try addTable(record))
        } catch {
            throw SnapshotError.damaged("a table cannot be made: \(error.message)")
        }
    }

    private static func restoreItems(_ content: [UInt8], in table: Table) throws {
        var rest = content[...]
        try table.locked { contents throws(SnapshotError) in
            while !rest.isEmpty {
                guard rest.count >= 4 else { throw .damaged("an item is cut off") }
                let size = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
                rest = rest.dropFirst(4)
                guard size > 0, size <= rest.count else { throw .damaged("an item is cut off") }
                let item = EncodedItem(packed: Array(rest.prefix(size)))
                rest = rest.dropFirst(size)
                guard let key = contents.layout.key(of: item), contents.items.find(key) == nil else {
                    throw .damaged("an item does not have the table's key")
                }
                contents.write(item, size: item.sizeInBytes, at: key, replacing: nil)
            }
        }
    }
}

extension TableContents {
    fileprivate var allItems: [EncodedItem] {
        var all: [EncodedItem] = []
        all.reserveCapacity(itemCount)
        items.visitAll(hashes: 0...UInt64.max, after: nil) { stored in
            all.append(stored.item)
            return true
        }
        return all
    }
}
