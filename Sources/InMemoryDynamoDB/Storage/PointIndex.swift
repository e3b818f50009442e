import Entities

/// A table's items by the hash of their whole keys: what a single item is found by, however many there are.
///
/// Open addressing with linear probing. The hashes lie in an array of their own, sixteen to a cache line, so that hardly ever another
/// item than the wanted one is looked at; the price is 12 bytes per place, of which between half and four fifths are taken.
///
/// It does not own the items: whoever puts one in keeps it alive until it is taken out, which `TableItems` does. Both blocks have
/// `capacity` places, and every access is to a place below that.
final class PointIndex {
    @exclusivity(unchecked) private var hashes: UnsafeMutablePointer<UInt32>
    @exclusivity(unchecked) private var items: UnsafeMutablePointer<Unmanaged<StoredItem>?>
    @exclusivity(unchecked) private var capacity = 8
    @exclusivity(unchecked) private(set) var count = 0

    init() {
        (hashes, items) = Self.blocks(8)
    }

    deinit {
        hashes.deallocate()
        items.deallocate()
    }

    private static func blocks(
        _ capacity: Int
    ) -> (UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<Unmanaged<StoredItem>?>) {
        let hashes = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
        hashes.initialize(repeating: 0, count: capacity)
        let items = UnsafeMutablePointer<Unmanaged<StoredItem>?>.allocate(capacity: capacity)
        items.initialize(repeating: nil, count: capacity)
        return (hashes, items)
    }

    /// The place at which a hash is looked for first: below `capacity`.
    @inline(__always)
    private func home(_ hash: UInt32) -> Int {
        Int(truncatingIfNeeded: (UInt64(hash) &* UInt64(truncatingIfNeeded: capacity)) >> 32)
    }

    @inline(__always)
    private func next(_ place: Int) -> Int { place &+ 1 == capacity ? 0 : place &+ 1 }

    @inline(__always)
    private func place(of key: KeyView, _ hash: UInt32) -> Int? {
        var place = home(hash)
        // There is always a free place, which ends the search.
        while hashes[place] != 0 {
            if hashes[place] == hash, items[place]?._withUnsafeGuaranteedRef({ $0.hasKey(key) }) ?? false {
                return place
            }
            place = next(place)
        }
        return nil
    }

    func find(_ key: KeyView, _ hash: UInt32) -> StoredItem? {
        guard let place = place(of: key, hash) else { return nil }
        return items[place]?.takeUnretainedValue()
    }

    /// Adds an item whose key is not there yet.
    func insert(_ item: StoredItem, _ hash: UInt32) {
        if (count + 1) * 5 > capacity * 4 { grow() }
        count += 1
        put(Unmanaged.passUnretained(item), hash)
    }

    private func put(_ item: Unmanaged<StoredItem>?, _ hash: UInt32) {
        var place = home(hash)
        while hashes[place] != 0 { place = next(place) }
        hashes[place] = hash
        items[place] = item
    }

    private func grow() {
        let (oldHashes, oldItems, oldCapacity) = (hashes, items, capacity)
        // Half as much again: a table is small, or its memory matters.
        capacity += capacity / 2
        (hashes, items) = Self.blocks(capacity)
        for place in 0..<oldCapacity where oldHashes[place] != 0 { put(oldItems[place], oldHashes[place]) }
        oldHashes.deallocate()
        oldItems.deallocate()
    }

    func remove(_ key: KeyView, _ hash: UInt32) {
        guard var free = place(of: key, hash) else { return }
        count -= 1
        // Those behind it move up, unless that would bring them before the place at which they are looked for first.
        var place = next(free)
        while hashes[place] != 0 {
            let distance = (place - home(hashes[place]) + capacity) % capacity
            if distance >= (place - free + capacity) % capacity {
                hashes[free] = hashes[place]
                items[free] = items[place]
                free = place
            }
            place = next(place)
        }
        hashes[free] = 0
        items[free] = nil
    }
}
