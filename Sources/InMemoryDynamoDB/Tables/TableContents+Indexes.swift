import Entities

extension TableContents {
    /// An index's entries. They are the table's own items: an index is another order of them.
    final class IndexContents {
        let schema: IndexLayout
        let entries: PartitionDirectory
        var itemCount = 0
        var sizeInBytes = 0
        /// Whether there are items that it does not hold although they have its key: while it is being filled, and those that had a
        /// value before which no key can have.
        fileprivate(set) var mayLackItems = false
        private var hasPassedOver = false
        var settings: IndexSettings
        /// `nil` while nothing happens to the index.
        var transition: IndexTransition?

        init(schema: IndexLayout, settings: IndexSettings) {
            self.schema = schema
            self.settings = settings
            entries = PartitionDirectory(layout: schema.layout)
        }

        /// Whether the index holds an item.
        func holds(_ item: EncodedItem) -> Bool {
            guard mayLackItems else { return schema.layout.hasKey(item) }
            return schema.layout.key(of: item).map { entries.find($0) != nil } ?? false
        }

        /// All items have been looked at.
        fileprivate func endFilling() {
            mayLackItems = hasPassedOver
        }

        /// Enters an item that the index does not have yet, unless it has no place there: where it lacks a part of the key, or has
        /// it with another type, or with a value that no key can have.
        func fill(_ stored: StoredItem) {
            guard let key = schema.layout.key(of: stored.item), entries.find(key) == nil else { return }
            guard KeyRules.isIndexKey(stored.item, of: schema) else {
                hasPassedOver = true
                return
            }
            entries.insert(stored, at: key)
            itemCount += 1
            sizeInBytes += schema.viewSize(of: stored.item, size: stored.size)
        }
    }

    /// Adds an index without entries, which all writes keep in step from here on. `backfill` enters what was there before.
    func addIndex(_ layout: IndexLayout, _ transition: IndexTransition) {
        let index = IndexContents(
            schema: layout, settings: IndexSettings(layout.description, billingMode: settings.billingMode))
        index.transition = transition
        index.mayLackItems = true
        indexes.append(index)
        lagging?.contents.addIndex(layout, transition)
    }

    /// Takes an index out at once. It is described until the end of its transition.
    func removeIndex(_ index: IndexContents, _ transition: IndexTransition) {
        indexes.removeAll { $0 === index }
        lagging?.contents.indexes.removeAll { $0.schema === index.schema }
        index.transition = transition
        leaving.append(index)
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
        if isAll { index.endFilling() }
        // A lagging table is filled at once: few ask for it, and it must not be seen half filled.
        if isAll { _ = lagging?.contents.backfill(layout, after: nil, count: .max) }
        return isAll ? nil : last.flatMap { self.layout.key(of: $0.item) }
    }
}
