import Entities

/// A secondary index, ready for use. One that is removed and added again is another one.
final class IndexLayout: Sendable {
    let description: IndexDescription
    let layout: KeyLayout
    /// The names of all attributes that the index holds; `nil` where it holds everything.
    let projectedNames: Set<String>?
    /// The same in UTF-8.
    private let projected: [[UInt8]]?
    /// From when on it can be read; `nil` for at once.
    let readableFrom: Date?

    init(_ description: IndexDescription, layout: KeyLayout, tableKeys: KeySchema, readableFrom: Date? = nil) {
        self.description = description
        self.readableFrom = readableFrom
        self.layout = layout
        let keys = Set(description.keys.names + tableKeys.names)
        projectedNames =
            switch description.projection {
            case .all: nil
            case .keysOnly: keys
            case .include(let names): keys.union(names)
            }
        projected = projectedNames?.map { Array($0.utf8) }
    }

    var name: String { description.name }
    var keys: KeySchema { description.keys }
    var isLocal: Bool { description.isLocal }

    /// What the index holds of an item.
    func view(of item: EncodedItem) -> EncodedItem {
        guard let projectedNames else { return item }
        return item.keeping(projectedNames)
    }

    /// The size of what the index holds of an item.
    /// - Parameter size: of all of the item.
    func viewSize(of item: EncodedItem, size: Int) -> Int {
        guard let projected else { return size }
        return item.withPacked { map in
            projected.reduce(0) { sum, name in
                guard let value = name.withUnsafeBufferPointer({ map[$0] }) else { return sum }
                return sum + name.count + value.sizeInBytes
            }
        }
    }

    /// The write units that a change of an item takes in this index; `nil` where the index does not see it.
    ///
    /// Entries are priced by what the index holds of the item. A moved entry is a delete and a put, each rounded up by itself; one
    /// that changes in its place costs the larger of its two sizes.
    func writeUnits(of change: ItemChange) -> Double? {
        let oldKey = change.old.flatMap { layout.key(of: $0) }
        let newKey = change.new.flatMap { layout.key(of: $0) }
        let old = oldKey == nil ? nil : change.old.map { view(of: $0) }
        let new = newKey == nil ? nil : change.new.map { view(of: $0) }
        switch (old, new) {
        case (nil, nil): return nil
        case (nil, let new?): return CapacityUnits.write(new.sizeInBytes)
        case (let old?, nil): return CapacityUnits.write(old.sizeInBytes)
        case (let old?, let new?):
            let (before, after) = (CapacityUnits.write(old.sizeInBytes), CapacityUnits.write(new.sizeInBytes))
            if oldKey != newKey { return before + after }
            return old == new ? nil : max(before, after)
        }
    }
}
