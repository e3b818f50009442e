import Entities

extension TableContents {
    /// Turns a table's time to live on or off. What is there already counts, too.
    /// - Complexity: O(n log n) for n items when it is turned on.
    func setTimeToLive(_ attribute: String?) {
        settings.timeToLiveAttribute = attribute
        guard let attribute else {
            expiry = nil
            return
        }
        let index = ExpiryIndex(attribute: attribute)
        items.visitAll(hashes: 0...UInt64.max, after: nil) { stored in
            if let key = layout.key(of: stored.item) { index.insert(stored, at: key) }
            return true
        }
        expiry = index
    }

    /// Deletes what has expired, as the service does it: indexes lose it, streams tell of it, and nobody pays.
    ///
    /// No conflict with other writes is possible: an item whose time has been moved meanwhile is not due.
    /// - Parameter delay: for how many seconds at least its time has been over.
    /// - Returns: how many items.
    @discardableResult
    func purgeExpired(delay: Double) -> Int {
        guard let expiry else { return 0 }
        let due = expiry.due(at: now.addingTimeInterval(-delay), now: now)
        for stored in due {
            guard let key = layout.key(of: stored.item) else { continue }
            write(nil, size: 0, at: key, replacing: stored, isExpiry: true)
        }
        expiry.noteEarliest(now: now)
        return due.count
    }
}

extension Engine {
    /// Deletes all items of all tables whose time to live is over.
    func purgeExpiredItems() -> Int {
        tableNames.reduce(0) { count, name in
            // What was due anyway has gone when the contents were got, and counts, too.
            count + ((try? table(name))?.locked { $0.purgeExpired(delay: 0) + $0.expiredOnEntry } ?? 0)
        }
    }
}
