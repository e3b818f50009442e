import Entities

/// The items of a table, its indexes and its settings. Only used by who has the locks that it takes (see `TableStore`).
final class TableContents {
    let items: TableItems
    /// How the table's own items are ordered.
    let layout: KeyLayout
    let primaryKey: PrimaryKey?
    @exclusivity(unchecked) var indexes: [IndexContents]
    /// The sizes of item collections; `nil` in a table without local indexes.
    @exclusivity(unchecked) private(set) var collections: ItemCollections?
    /// Indexes that have been taken out and are still described.
    var leaving: [IndexContents] = []
    var settings: TableSettings
    /// The stream that changes are written to, while that is turned on.
    @exclusivity(unchecked) private(set) var stream: ChangeStream? { didSet { isTimed = followsTime } }
    /// The stream that is on, or was on last.
    private(set) var latestStream: ChangeStream?
    /// The items by their time to live, while that is turned on.
    @exclusivity(unchecked) var expiry: ExpiryIndex? {
        didSet {
            isTimed = followsTime
            expiredOnEntry = 0
        }
    }
    /// The table as it was a while ago, where the engine is set to that.
    @exclusivity(unchecked) private(set) var lagging: LaggingContents? { didSet { isTimed = followsTime } }
    /// Whether anything here depends on the time.
    @exclusivity(unchecked) private var isTimed = false
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
        primaryKey = schema.primaryKey
        items = TableItems(layout: schema.layout)
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
    ///   - places: where the key stands in the new item, if that is known.
    ///   - isExpiry: whether it is removed since it has expired.
    @discardableResult
    func write(
        _ new: EncodedItem?, size: Int, at key: ItemKey, replacing stored: StoredItem?, places: KeyPlaces? = nil,
        isExpiry: Bool = false
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
        let kept = store(new, size: size, at: key, places, replacing: stored)
        if let kept {
            for (index, key) in arriving {
                index.entries.insert(kept, at: key)
                index.itemCount += 1
            }
        }
        expiry?.update(change, kept: kept) { key }
        lagging?.append(new, size: size, at: key, now)
        stream?.append(change, partitionHash: key.partitionHash, at: now, isExpiry: isExpiry)
        return change
    }

    /// Changes the table's own order of items.
    private func store(
        _ new: EncodedItem?, size: Int, at key: ItemKey, _ places: KeyPlaces?, replacing stored: StoredItem?
    ) -> StoredItem? {
        let stripe = items.stripe(key.partitionHash)
        guard let new else {
            stripe.remove(key)
            return nil
        }
        let places =
            places ?? new.bytes.withUnsafeBufferPointer { primaryKey?.find(in: $0)?.places } ?? KeyPlaces()
        if let stored {
            stripe.sizeInBytes += size - stored.size
            stored.replace(with: new, size: size, places: places)
            return stored
        }
        let added = StoredItem(new, size: size, places: places)
        stripe.insert(added, at: key)
        return added
    }

    /// Whether a write touches nothing but its partition, and the order of expiry where it changes that. There are item collections only
    /// where there are local indexes, which are never taken away.
    var isPlain: Bool { indexes.isEmpty && stream == nil && lagging == nil }

    /// Stores an item in a table where that is all there is to do (`isPlain`).
    /// - Parameter stored: what there is with this key.
    func put(
        _ new: EncodedItem, size: Int, _ key: PrimaryKey.Found, partitionHash: UInt64, replacing stored: StoredItem?,
        in stripe: Stripe
    ) {
        guard let stored else {
            let itemKey = ItemKey(key.view, partitionHash: partitionHash)
            let added = StoredItem(new, size: size, places: key.places)
            stripe.insert(added, at: itemKey)
            expiry?.insert(added, at: itemKey)
            return
        }
        if let expiry {
            let change = ItemChange(old: stored.item, oldSize: stored.size, new: new, newSize: size)
            expiry.update(change, kept: stored) { ItemKey(key.view, partitionHash: partitionHash) }
        }
        stripe.sizeInBytes += size - stored.size
        stored.replace(with: new, size: size, places: key.places)
    }

    /// Takes note of how much more or less an index holds.
    private func grow(_ index: IndexContents, _ change: ItemChange, at key: ItemKey) {
        let growth =
            (change.new.map { index.schema.viewSize(of: $0, size: change.newSize) } ?? 0)
            - (change.old.map { index.schema.viewSize(of: $0, size: change.oldSize) } ?? 0)
        index.sizeInBytes += growth
        if index.schema.isLocal { collections?.add(growth, toPartition: key.partition) }
    }

    var itemCount: Int { items.itemCount }
    var sizeInBytes: Int { items.sizeInBytes }

    // MARK: Time

    private var followsTime: Bool { stream != nil || expiry != nil || lagging != nil }

    /// Whether there is nothing to do before the contents are used, and reads see the present.
    var isSettled: Bool {
        guard isTimed else { return true }
        guard lagging == nil else { return false }
        return !(expiry?.isAnyDue(delay: expiryDelay, clock) ?? false)
    }

    /// Takes the time for a change that is noted with it.
    func takeTime() {
        if isTimed { now = clock() }
    }

    /// For how many seconds items that have expired stay.
    private var expiryDelay: Double {
        switch options.expiry {
        case .immediate: 0
        case .delayed(let seconds): max(0, seconds)
        }
    }

    /// Called for everybody who gets all of the contents, before they do.
    func settle() {
        guard isTimed else { return }
        now = clock()
        if expiry != nil { expiredOnEntry = purgeExpired(delay: expiryDelay) }
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
