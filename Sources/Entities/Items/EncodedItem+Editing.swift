extension EncodedItem {
    /// The item with some attributes set or, where the value is `nil`, removed.
    ///
    /// - Complexity: O(the item's size); what does not change is copied as it is.
    package func replacing(_ changes: [String: AttributeValue?]) -> EncodedItem {
        struct Change {
            let name: [UInt8]
            let value: [UInt8]?
        }
        let changes = changes.map { name, value in
            Change(name: [UInt8](name.utf8), value: value.map { EncodedItem.packed($0) })
        }.sorted { left, right in
            left.name.withUnsafeBufferPointer { left in
                right.name.withUnsafeBufferPointer { byteOrder(left, $0) < 0 }
            }
        }
        return withPacked { map in
            var merge = EncodedItemMerge(capacity: bytes.count + changes.reduce(0) { $0 + 16 + ($1.value?.count ?? 0) })
            var position = 0
            for entry in map {
                var isReplaced = false
                while position < changes.count {
                    let change = changes[position]
                    let order = change.name.withUnsafeBufferPointer { byteOrder($0, entry.name) }
                    if order > 0 { break }
                    if order == 0 { isReplaced = true }
                    merge.add(change.name, change.value)
                    position += 1
                }
                if !isReplaced { merge.add(entry) }
            }
            for change in changes[position...] { merge.add(change.name, change.value) }
            return merge.finish()
        }
    }

    /// The item with only the attributes of these names.
    ///
    /// - Complexity: O(the item's size + n log n) for n names.
    package func keeping(_ names: some Sequence<String>) -> EncodedItem {
        let names = names.map { [UInt8]($0.utf8) }.sorted { left, right in
            left.withUnsafeBufferPointer { left in right.withUnsafeBufferPointer { byteOrder(left, $0) < 0 } }
        }
        return withPacked { map in
            var merge = EncodedItemMerge(capacity: 64 * names.count)
            var position = 0
            for entry in map {
                var order = -1
                while position < names.count {
                    order = names[position].withUnsafeBufferPointer { byteOrder($0, entry.name) }
                    if order >= 0 { break }
                    position += 1
                }
                if order == 0 { merge.add(entry) }
            }
            return merge.finish()
        }
    }

    /// A value in the packed form, which can be compared with what items hold.
    package static func packed(_ value: AttributeValue) -> [UInt8] {
        // Far below zero, so that no depth is refused here.
        var writer = AttributeWriter(depth: -1_000_000_000)
        do throws(AttributeError) {
            try writer.write(value, allowsEmptySets: true)
        } catch {
            preconditionFailure("nothing is checked here: \(error)")
        }
        return writer.bytes.array
    }
}

/// An item that is put together from entries in order.
private struct EncodedItemMerge {
    private var bytes: [UInt8] = []
    private var count = 0

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
        bytes.append(0)
    }

    mutating func add(_ entry: PackedMap.Entry) {
        bytes.append(contentsOf: entry.bytes)
        count += 1
    }

    mutating func add(_ name: [UInt8], _ value: [UInt8]?) {
        guard let value else { return }
        bytes.appendVarint(name.count)
        bytes.append(contentsOf: name)
        bytes.append(contentsOf: value)
        count += 1
    }

    consuming func finish() -> EncodedItem {
        bytes.setVarint(count, at: 0)
        return EncodedItem(packed: bytes)
    }
}
