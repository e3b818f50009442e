import Entities

/// Up to a few hundred items in the order of their keys.
///
/// The keys lie back to back in one block: a search touches few cache lines, and the price per item is its key and four bytes.
final class SortedChunk {
    /// A chunk that grows beyond this is split.
    static let capacity = 256
    /// A chunk that shrinks below this is joined with a neighbour.
    static let minimum = capacity / 4

    @exclusivity(unchecked) private var keys: [UInt8] = []
    /// Where each key ends in `keys`.
    @exclusivity(unchecked) private var ends: [UInt32] = []
    @exclusivity(unchecked) private(set) var items: [StoredItem] = []

    init() {}

    var count: Int { items.count }

    func key(at index: Int) -> [UInt8] {
        let start = index == 0 ? 0 : Int(ends[index - 1])
        return Array(keys[start..<Int(ends[index])])
    }

    // MARK: Searching

    /// The place of the first key that is not below `key`.
    func lowerBound(_ key: [UInt8]) -> Int {
        key.withUnsafeBufferPointer { key in
            withKeys { keyAt in
                var (low, high) = (0, items.count)
                while low < high {
                    let middle = (low + high) >> 1
                    if byteOrder(keyAt(middle), key) < 0 { low = middle + 1 } else { high = middle }
                }
                return low
            }
        }
    }

    /// Whether the key at `index` is `key`; `false` at the end.
    func hasKey(_ key: [UInt8], at index: Int) -> Bool {
        guard index < items.count else { return false }
        return key.withUnsafeBufferPointer { key in withKeys { keyAt in byteOrder(keyAt(index), key) == 0 } }
    }

    /// Whether all keys are below `key`.
    func isBelow(_ key: [UInt8]) -> Bool {
        guard !items.isEmpty else { return true }
        return key.withUnsafeBufferPointer { key in withKeys { keyAt in byteOrder(keyAt(items.count - 1), key) < 0 } }
    }

    private func withKeys<Result>(
        _ body: (_ keyAt: (Int) -> UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        keys.withUnsafeBufferPointer { keys in
            ends.withUnsafeBufferPointer { ends in
                body { index in
                    let start = index == 0 ? 0 : Int(ends[index - 1])
                    return UnsafeBufferPointer(rebasing: keys[start..<Int(ends[index])])
                }
            }
        }
    }

    // MARK: Changing

    func insert(_ item: StoredItem, key: [UInt8], at index: Int) {
        let start = index == 0 ? 0 : Int(ends[index - 1])
        if index == items.count {
            // The usual order of arrival: keys with a time in them.
            keys.append(contentsOf: key)
        } else {
            keys.replaceSubrange(start..<start, with: key)
        }
        ends.insert(UInt32(start + key.count), at: index)
        let added = UInt32(key.count)
        for next in (index + 1)..<max(ends.count, index + 1) { ends[next] += added }
        items.insert(item, at: index)
    }

    @discardableResult
    func remove(at index: Int) -> StoredItem {
        let start = index == 0 ? 0 : ends[index - 1]
        let removed = ends[index] - start
        keys.removeSubrange(Int(start)..<Int(ends[index]))
        ends.remove(at: index)
        for next in index..<ends.count { ends[next] -= removed }
        return items.remove(at: index)
    }

    /// Cuts off everything from `index` on.
    func split(at index: Int) -> SortedChunk {
        let upper = SortedChunk()
        let cut = index == 0 ? 0 : ends[index - 1]
        upper.keys = Array(keys[Int(cut)...])
        upper.ends = ends[index...].map { $0 - cut }
        upper.items = Array(items[index...])
        keys.removeSubrange(Int(cut)...)
        ends.removeSubrange(index...)
        items.removeSubrange(index...)
        return upper
    }

    /// Takes over all of the chunk that follows.
    func append(_ next: SortedChunk) {
        let shift = UInt32(keys.count)
        keys.append(contentsOf: next.keys)
        ends.append(contentsOf: next.ends.map { $0 + shift })
        items.append(contentsOf: next.items)
    }
}
