import Entities

extension TableContents {
    /// An index's entries. They are the table's own items: an index is another order of them.
    final class IndexContents {
        let schema: IndexLayout
        let entries: PartitionDirectory
        var itemCount = 0
        var sizeInBytes = 0

        init(schema: IndexLayout) {
            self.schema = schema
            entries = PartitionDirectory(layout: schema.layout)
        }

        /// Enters an item that the index does not have yet, unless it has no place there: where it lacks a part of the key, or has
        /// it with another type.
        func fill(_ stored: StoredItem) {
            guard let key = schema.layout.key(of: stored.item), entries.find(key) == nil else { return }
            entries.insert(stored, at: key)
            itemCount += 1
            sizeInBytes += schema.viewSize(of: stored.item, size: stored.size)
        }
    }

    /// Adds an index without entries, which all writes keep in step from here on. `backfill` enters what was there before.
    func addIndex(_ layout: IndexLayout) {
        indexes.append(IndexContents(schema: layout))
        lagging?.contents.addIndex(layout)
    }

    func removeIndex(named name: String) {
        indexes.removeAll { $0.schema.name == name }
        lagging?.contents.removeIndex(named: name)
    }

    /// Enters up to `count` of the items after `start` in an index.
    /// - Returns: where to go on; `nil` once all items have been looked at.
    func backfill(_ layout: IndexLayout, after start: ItemKey?, count: Int) -> ItemKey? {
        guard let index = index(layout) else { return nil }
        var remaining = count
        var last: StoredItem?
        let isAll = items.visitAll(hashes: 0...UInt64.max, after: start) { stored in
            index.fill(stored)
            last = stored
            remaining -= 1
            return remaining > 0
        }
        // A lagging table is filled at once: few ask for it, and it must not be seen half filled.
        if isAll { _ = lagging?.contents.backfill(layout, after: nil, count: .max) }
        return isAll ? nil : last.flatMap { self.layout.key(of: $0.item) }
    }
}
