import Entities

import struct Foundation.Date

/// The items of a table, its indexes and its settings. Only used while the table is locked.
final class TableContents {
    let items: PartitionDirectory
    /// How the table's own items are ordered.
    let layout: KeyLayout
    var indexes: [IndexContents]
    private(set) var itemCount = 0
    private(set) var sizeInBytes = 0
    /// The sizes of item collections; `nil` in a table without local indexes.
    private(set) var collections: ItemCollections?
    /// Indexes that have been taken out and are still described.
    var leaving: [IndexContents] = []
    var settings: TableSettings
    /// The stream that changes are written to, while that is turned on.
    private(set) var stream: ChangeStream? { didSet { isTimed = followsTime } }
    /// The stream that is on, or was on last.
    private(set) var latestStream: ChangeStream?
    /// The items by their time to live, while that is turned on.
    var expiry: ExpiryIndex? {
        didSet {
            isTimed = followsTime
            expiredOnEntry = 0
        }
    }
    /// The table as it was a while ago, where the engine is set to that.
    private(set) var lagging: LaggingContents? { didSet { isTimed = followsTime } }
    /// Whether anything here depends on the time.
    private var isTimed = false
    /// The time of those who have the contents; only kept up where it matters.
    private(set) var now = Date.distantPast
    /// How many items were due when the contents were got.
    private(set) var expiredOnEntry = 0
    private let clock: @Sendable () -> Date
    let options: InMemoryDynamoDB.Options
    /// `nil` while nothing happens to the table.
    var transition: TableTransition?

    init(
        schema: TableLayout, settings: TableSettings, options: InMemoryDynamoDB.Options,
        clock: @escaping @Sendable () -> Date
    ) {
        self.clock = clock
        self.options = options
        self.settings = settings
        layout = schema.layout
        items = PartitionDirectory(layout: schema.layout)
        indexes = schema.indexes.map { index in
            IndexContents(
                schema: index, settings: IndexSettings(index.description, billingMode: settings.billingMode))
        }
        collections = schema.hasLocalIndexes ? ItemCollections() : nil
        guard case .eventual(let lag) = options.consistency else { return }
        var present = options
        present.consistency = .instant
        lagging = LaggingContents(
            contents: TableContents(schema: schema, settings: settings, options: present, clock: clock), lag: lag)
        isTimed = true
    }

    /// The contents of an index; `nil` once it has been removed, even if there is another of its name now.
    func index(_ layout: IndexLayout) -> IndexContents? {
        indexes.first { $0.schema === layout }
    }

    /// Puts an item in the place of `stored`, or removes that, and keeps all indexes in step.
    /// - Parameters:
    ///   - stored: what `items` has at `key`.
    ///   - isExpiry: whether it is removed since it has expired.
    @discardableResult
    func write(
        _ new: EncodedItem?, size: Int, at key: ItemKey, replacing stored: StoredItem?, isExpiry: Bool = false
    ) -> ItemChange {
        var change = ItemChange(new: new, newSize: new == nil ? 0 : size)
        if let stored {
            change.old = stored.item
            change.oldSize = stored.size
        }
        guard stored != nil || new != nil else { return change }
        // Entries are found by the keys in the stored item: first those that move are taken out, then the item changes.
        var arriving: [(index: IndexContents, key: ItemKey)] = []
        for index in indexes {
            let layout = index.schema.layout
            if let old = change.old, let new, layout.hasSameKey(old, new) {
                if index.holds(new) { grow(index, change, at: key) }
                continue
            }
            if let old = change.old, let oldKey = layout.key(of: old), index.entries.remove(oldKey) != nil {
                index.itemCount -= 1
                grow(index, ItemChange(old: old, oldSize: change.oldSize), at: key)
            }
            if let new, let newKey = layout.key(of: new) {
                arriving.append((index, newKey))
                grow(index, ItemChange(new: new, newSize: size), at: key)
            }
        }
        collections?.add(change.newSize - change.oldSize, toPartition: key.partition)
        let kept = store(new, size: size, at: key, replacing: stored)
        if let kept {
            for (index, key) in arriving {
                index.entries.insert(kept, at: key)
                index.itemCount += 1
            }
        }
        sizeInBytes += change.newSize - change.oldSize
        expiry?.update(change, at: key, kept: kept)
        lagging?.append(new, size: size, at: key, now)
        stream?.append(change, partitionHash: key.partitionHash, at: now, isExpiry: isExpiry)
        return change
    }

    /// Changes the table's own order of items.
    private func store(_ new: EncodedItem?, size: Int, at key: ItemKey, replacing stored: StoredItem?) -> StoredItem? {
        guard let new else {
            items.remove(key)
            itemCount -= 1
            return nil
        }
        if let stored {
            stored.item = new
            stored.size = size
            return stored
        }
        let added = StoredItem(new, size: size)
        items.insert(added, at: key)
        itemCount += 1
        return added
    }

    /// Takes note of how much more or less an index holds.
    private func grow(_ index: IndexContents, _ change: ItemChange, at key: ItemKey) {
        let growth =
            (change.new.map { index.schema.viewSize(of: $0, size: change.newSize) } ?? 0)
            - (change.old.map { index.schema.viewSize(of: $0, size: change.oldSize) } ?? 0)
        index.sizeInBytes += growth
        if index.schema.isLocal { collections?.add(growth, toPartition: key.partition) }
    }

    // MARK: Time

    private var followsTime: Bool { stream != nil || expiry != nil || lagging != nil }

    /// Called for everybody who gets the contents, before they do.
    func settle() {
        guard isTimed else { return }
        now = clock()
        if expiry != nil {
            switch options.expiry {
            case .immediate: expiredOnEntry = purgeExpired(delay: 0)
            case .delayed(let seconds): expiredOnEntry = purgeExpired(delay: max(0, seconds))
            }
        }
        lagging?.catchUp(to: now)
    }

    /// The contents that a read sees: the present where it asks for consistency, or the engine knows nothing else.
    func seen(consistently: Bool) -> TableContents {
        consistently ? self : lagging?.contents ?? self
    }

    /// Gives all tables of a transaction the same time.
    static func align(_ contents: some Collection<TableContents>) {
        guard let latest = contents.lazy.map(\.now).max() else { return }
        for table in contents where table.isTimed { table.now = latest }
    }

    /// Writes all changes to a stream from now on.
    func start(_ stream: ChangeStream) {
        self.stream = stream
        latestStream = stream
    }

    /// Ends the stream; it can be read for a while.
    func endStream() {
        stream?.end(at: clock())
        stream = nil
    }
}
