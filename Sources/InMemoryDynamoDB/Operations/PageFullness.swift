import Entities

/// When a page of Query or Scan has read its megabyte.
///
/// The service does not reckon with the sizes that items are priced by, but with those of a form of its own: names count one byte,
/// the sort key is repeated for each 3 KB. A page ends with the item that makes it one megabyte or more. Both have been recorded of
/// the service, to the byte.
struct PageFullness {
    /// No less than what the items take.
    private var bound = 0
    /// What the first `measured` items take.
    private var bytes = 0
    private var measured = 0

    /// - Parameters:
    ///   - size: the last item's size by the documented rules.
    ///   - items: all of the page.
    mutating func isFull(after size: Int, _ items: [EncodedItem], _ target: ReadTarget) -> Bool {
        // Items are measured only where it may matter, since that means to go through all of each.
        bound += 3 * size + 64
        guard bound >= Limits.pageSize else { return false }
        for item in items[measured...] { bytes += Self.size(of: item, target) }
        measured = items.count
        return bytes >= Limits.pageSize
    }

    private static func size(of item: EncodedItem, _ target: ReadTarget) -> Int {
        let sortKey = target.table.schema.keys.sort.first
        let projected = target.index?.projectedNames
        var (size, sortSize) = (0, 0)
        item.withPacked { map in
            for entry in map {
                if let projected, !projected.contains(entry.nameText) { continue }
                if let sortKey, entry.nameText == sortKey {
                    sortSize = entry.value.sizeInBytes
                } else {
                    size += 1 + self.size(of: entry.value)
                }
            }
        }
        return 2 + size + (1 + (1 + size) / 3072) * (18 + sortSize)
    }

    private static func size(of value: PackedValue) -> Int {
        switch value.tag {
        case .string:
            let size = value.content.count
            return size + (size < 128 ? 1 : size < 16384 ? 2 : 3)
        case .binary, .number: return value.sizeInBytes + 1
        case .stringSet, .numberSet, .binarySet: return value.sizeInBytes + (value.set?.count ?? 0) + 1
        case .null: return 0
        case .true, .false: return 1
        case .list:
            var size = 3
            if let list = value.list { for element in list { size += 1 + self.size(of: element) } }
            return size
        case .map:
            var size = 3
            if let map = value.map { for entry in map { size += 2 + self.size(of: entry.value) } }
            return size
        }
    }
}
