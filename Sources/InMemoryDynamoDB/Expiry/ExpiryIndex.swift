import Entities
import Synchronization

/// The items of a table that have a time to live, in the order of that time.
///
/// Kept while the table's time to live is turned on. A write that leaves the time as it is costs two lookups of an attribute, any
/// other O(log n); what is due is at one end. Writers of different partitions meet here, so it has a lock of its own.
final class ExpiryIndex {
    /// What is longer past than this, in seconds, is taken for a mistake and stays: five years.
    static let oldest: Int64 = 5 * 365 * 86_400

    let attribute: String
    private let name: [UInt8]
    private let mutex = Mutex<Void>(())
    private let entries = Partition()
    /// No item is due before this time, in seconds since 1970.
    private let earliest = Atomic<Int64>(.max)

    init(attribute: String) {
        self.attribute = attribute
        name = Array(attribute.utf8)
    }

    // MARK: Keeping in step

    func insert(_ stored: StoredItem, at key: ItemKey) {
        guard let time = time(of: stored.item) else { return }
        mutex.withLock { _ in add(stored, time, key) }
    }

    /// Takes note of a write.
    /// - Parameters:
    ///   - kept: what the table has at the key now; `nil` for nothing.
    ///   - key: asked for only where the time has changed.
    func update(_ change: ItemChange, kept: StoredItem?, at key: () -> ItemKey) {
        let (old, new) = (change.old.flatMap { time(of: $0) }, change.new.flatMap { time(of: $0) })
        guard old != new else { return }
        let key = key()
        mutex.withLock { _ in
            if let old { _ = entries.remove(Self.key(old, key)) }
            if let new, let kept { add(kept, new, key) }
        }
    }

    private func add(_ stored: StoredItem, _ time: Int64, _ key: ItemKey) {
        entries.insert(stored, key: Self.key(time, key))
        if time < earliest.load(ordering: .relaxed) { earliest.store(time, ordering: .relaxed) }
    }

    // MARK: What is due

    /// Whether any item's time may have been over for more than `delay` seconds. Asks the clock only where there are such items at all.
    func isAnyDue(delay: Double, _ clock: () -> Date) -> Bool {
        let earliest = earliest.load(ordering: .relaxed)
        guard earliest < .max, let present = Self.seconds(clock().addingTimeInterval(-delay)) else { return false }
        return earliest < present
    }

    /// Finds out anew when the first item is due, after those that were due have gone.
    func noteEarliest(now: Date) {
        guard let present = Self.seconds(now) else { return }
        mutex.withLock { _ in
            var first: StoredItem?
            _ = entries.visit(KeyRange(lower: Self.bytes(max(0, present - Self.oldest)), upper: nil), forward: true) {
                first = $0
                return false
            }
            earliest.store(first.flatMap { time(of: $0.item) } ?? .max, ordering: .relaxed)
        }
    }

    /// The items whose time is over, but not for too long, in its order.
    /// - Parameter date: the time from which on they count as over.
    func due(at date: Date, now: Date) -> [StoredItem] {
        guard let seconds = Self.seconds(date), let present = Self.seconds(now) else { return [] }
        let range = KeyRange(lower: Self.bytes(max(0, present - Self.oldest)), upper: Self.bytes(max(0, seconds)))
        var found: [StoredItem] = []
        mutex.withLock { _ in
            _ = entries.visit(range, forward: true) { stored in
                found.append(stored)
                return true
            }
        }
        return found
    }

    /// The time to live of an item, in whole seconds since 1970; `nil` where it has none, or one that is no number. No item
    /// can be due after the year 36,000 or before 1970.
    private func time(of item: EncodedItem) -> Int64? {
        name.withUnsafeBufferPointer { name in
            item.withPacked { map in
                guard let number = map[name]?.number else { return nil }
                let seconds = number.doubleValue.rounded(.down)
                return (0..<1_099_511_627_776).contains(seconds) ? Int64(seconds) : nil
            }
        }
    }

    private static func seconds(_ date: Date) -> Int64? {
        Int64(exactly: date.timeIntervalSince1970.rounded(.down))
    }

    // MARK: Keys

    private static func key(_ time: Int64, _ key: ItemKey) -> [UInt8] {
        var bytes = bytes(time)
        // A partition key has at most 2048 bytes.
        bytes.append(UInt8(truncatingIfNeeded: key.partition.count >> 8))
        bytes.append(UInt8(truncatingIfNeeded: key.partition.count))
        bytes += key.partition
        bytes += key.sort
        return bytes
    }

    /// In the order of time.
    private static func bytes(_ time: Int64) -> [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: time >> Int64($0)) }
    }
}
