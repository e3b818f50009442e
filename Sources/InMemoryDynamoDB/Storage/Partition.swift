/// The items of one partition of a table or an index, in the order of their sort keys.
///
/// Finding, inserting and removing take O(log n) comparisons; an insert moves at most a chunk's worth of keys.
final class Partition {
    /// Never empty chunks, in order.
    @exclusivity(unchecked) private(set) var chunks: [SortedChunk] = []
    @exclusivity(unchecked) private(set) var count = 0

    init() {}

    /// Any of the items, to read the partition key from.
    var anyItem: StoredItem? { chunks.first?.items.first }

    /// The only item, where there is only one.
    var onlyItem: StoredItem? { count == 1 ? anyItem : nil }

    // MARK: Single items

    func find(_ key: [UInt8]) -> StoredItem? {
        let chunk = chunkIndex(for: key)
        guard chunk < chunks.count else { return nil }
        let index = chunks[chunk].lowerBound(key)
        return chunks[chunk].hasKey(key, at: index) ? chunks[chunk].items[index] : nil
    }

    /// Adds an item whose key is not there yet.
    func insert(_ item: StoredItem, key: [UInt8]) {
        count += 1
        if chunks.isEmpty {
            chunks.append(SortedChunk())
        }
        let place = min(chunkIndex(for: key), chunks.count - 1)
        let chunk = chunks[place]
        let index = chunk.lowerBound(key)
        chunk.insert(item, key: key, at: index)
        guard chunk.count > SortedChunk.capacity else { return }
        // Where keys arrive in ascending order, a split in the middle would leave all chunks half empty.
        let isAppending = place == chunks.count - 1 && index == chunk.count - 1
        chunks.insert(chunk.split(at: isAppending ? chunk.count - 1 : chunk.count / 2), at: place + 1)
    }

    /// - Returns: the removed item; `nil` where there is none with that key.
    func remove(_ key: [UInt8]) -> StoredItem? {
        let place = chunkIndex(for: key)
        guard place < chunks.count else { return nil }
        let chunk = chunks[place]
        let index = chunk.lowerBound(key)
        guard chunk.hasKey(key, at: index) else { return nil }
        count -= 1
        let removed = chunk.remove(at: index)
        if chunk.count < SortedChunk.minimum { joinNeighbours(at: place) }
        return removed
    }

    private func joinNeighbours(at place: Int) {
        if chunks[place].count == 0 {
            chunks.remove(at: place)
            return
        }
        let left = place + 1 < chunks.count ? place : place - 1
        guard left >= 0, left + 1 < chunks.count,
            chunks[left].count + chunks[left + 1].count <= SortedChunk.capacity * 3 / 4
        else { return }
        chunks[left].append(chunks[left + 1])
        chunks.remove(at: left + 1)
    }

    /// The first chunk that holds a key which is not below `key`; the number of chunks where all are below.
    private func chunkIndex(for key: [UInt8]) -> Int {
        if chunks.count == 1 { return chunks[0].isBelow(key) ? 1 : 0 }
        var (low, high) = (0, chunks.count)
        while low < high {
            let middle = (low + high) >> 1
            if chunks[middle].isBelow(key) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    // MARK: Ranges

    /// Hands over the items of a range in order until `body` says `false`.
    /// - Returns: `false` if `body` stopped it.
    @inline(__always)
    func visit(_ range: KeyRange, forward: Bool, _ body: (StoredItem) -> Bool) -> Bool {
        guard !range.isEmpty else { return true }
        return forward ? visitForward(range, body) : visitBackward(range, body)
    }

    private func visitForward(_ range: KeyRange, _ body: (StoredItem) -> Bool) -> Bool {
        var place = range.lower.isEmpty ? 0 : chunkIndex(for: range.lower)
        var isFirst = true
        while place < chunks.count {
            let chunk = chunks[place]
            let start = isFirst && !range.lower.isEmpty ? chunk.lowerBound(range.lower) : 0
            isFirst = false
            var end = chunk.count
            var isLast = false
            if let upper = range.upper, !chunk.isBelow(upper) {
                end = chunk.lowerBound(upper)
                isLast = true
            }
            var index = start
            while index < end {
                if !body(chunk.items[index]) { return false }
                index += 1
            }
            if isLast { return true }
            place += 1
        }
        return true
    }

    private func visitBackward(_ range: KeyRange, _ body: (StoredItem) -> Bool) -> Bool {
        var place = range.upper.map { min(chunkIndex(for: $0), chunks.count - 1) } ?? chunks.count - 1
        let first = range.lower.isEmpty ? 0 : chunkIndex(for: range.lower)
        while place >= first {
            let chunk = chunks[place]
            let start = place == first && !range.lower.isEmpty ? chunk.lowerBound(range.lower) : 0
            var index = range.upper.map { chunk.lowerBound($0) } ?? chunk.count
            while index > start {
                index -= 1
                if !body(chunk.items[index]) { return false }
            }
            place -= 1
        }
        return true
    }
}
