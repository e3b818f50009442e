import Entities

/// Collects the items of a page while the table is locked, and makes the answer of them afterwards.
struct PageReader {
    private let target: ReadTarget
    private let limit: Int?
    /// The items that were read, before the filter.
    private(set) var items: [EncodedItem] = []
    private var bytes = 0
    private var fullness = PageFullness()
    /// What the items take that were fetched from the table besides, in read units.
    private var fetchedBytes: [Int] = []
    /// Whether there may be more.
    private var isCutOff = false

    init(_ target: ReadTarget, limit: Int?) {
        self.target = target
        self.limit = limit
        if let limit { items.reserveCapacity(min(limit, 1000)) }
    }

    /// Takes an item.
    /// - Returns: whether the page can take more.
    mutating func take(_ stored: StoredItem) -> Bool {
        let size = target.size(of: stored)
        bytes += size
        items.append(stored.item)
        if target.fetchesFromTable { fetchedBytes.append(stored.size) }
        // The service does not look whether anything follows. What counts is what was read, before filter and projection.
        if let limit, items.count >= limit { isCutOff = true }
        if fullness.isFull(after: size, items, target) { isCutOff = true }
        return !isCutOff
    }

    /// The answer. Called without the lock.
    func output(
        filter: Condition?, projection: [AttributePath]?, select: Select?, consistentRead: Bool,
        _ detail: ReturnConsumedCapacity
    ) -> PageOutput<EncodedItem> {
        // Most pages are given back as they were read.
        if filter == nil, projection == nil, select != .count, target.givesWholeItems {
            return output(items, count: items.count, consistentRead: consistentRead, detail)
        }
        let filter = filter.map { PreparedCondition($0) }
        let projection = projection.map { PreparedProjection($0) }
        var found: [EncodedItem] = []
        var count = 0
        if select != .count { found.reserveCapacity(items.count) }
        for item in items {
            let view = target.view(of: item)
            if let filter, !filter.holds(for: view) { continue }
            count += 1
            if select == .count { continue }
            found.append(projection?.cut(view) ?? (target.fetchesFromTable ? target.result(of: item) : view))
        }
        var output = output(found, count: count, consistentRead: consistentRead, detail)
        output.isCountOnly = select == .count
        return output
    }

    private func output(
        _ found: [EncodedItem], count: Int, consistentRead: Bool, _ detail: ReturnConsumedCapacity
    ) -> PageOutput<EncodedItem> {
        PageOutput(
            items: found, count: count, scannedCount: items.count,
            lastEvaluatedKey: isCutOff ? items.last.map { target.lastEvaluatedKey(of: $0) } : nil,
            consumedCapacity: detail == .none ? [] : capacity(consistentRead: consistentRead, detail))
    }

    private func capacity(consistentRead: Bool, _ detail: ReturnConsumedCapacity) -> [ConsumedCapacity] {
        var meter = RequestCapacity(tableName: target.table.name)
        let units = CapacityUnits.read(bytes, consistent: consistentRead)
        guard let index = target.index else {
            meter.addTable(units)
            return meter.report(detail)
        }
        meter.addIndex(index, units)
        for size in fetchedBytes { meter.addTable(CapacityUnits.read(size, consistent: consistentRead)) }
        return meter.report(detail)
    }
}
