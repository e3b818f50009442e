import Entities

/// A list of paths ready to be cut out of packed items.
///
/// Elements of lists keep their order and close up; what is absent is left out, and so is a map or list of which nothing is
/// left.
struct PreparedProjection {
    /// What is wanted of a map or a list: all, or these parts of it.
    private final class Node {
        var isWhole = false
        /// In the order of the names' bytes.
        var names: [(name: [UInt8], node: Node)] = []
        /// In order.
        var indexes: [(index: Int, node: Node)] = []

        func child(_ element: AttributePath.Element) -> Node {
            switch element {
            case .name(let name):
                let name = Array(name.utf8)
                let place = names.firstIndex { !$0.name.lexicographicallyPrecedes(name) } ?? names.count
                if place < names.count, names[place].name == name { return names[place].node }
                let node = Node()
                names.insert((name, node), at: place)
                return node
            case .index(let index):
                let place = indexes.firstIndex { $0.index >= index } ?? indexes.count
                if place < indexes.count, indexes[place].index == index { return indexes[place].node }
                let node = Node()
                indexes.insert((index, node), at: place)
                return node
            }
        }
    }

    private let root = Node()

    init(_ paths: some Sequence<AttributePath>) {
        for path in paths {
            var node = root
            for element in path.elements { node = node.child(element) }
            node.isWhole = true
        }
    }

    /// What the paths name of an item.
    func cut(_ item: EncodedItem) -> EncodedItem {
        item.withPacked { map in EncodedItem(packed: Self.map(map, root)?.bytes ?? [0]) }
    }

    // MARK: Cutting

    /// The entries of a map that a node names.
    private static func forEachNamed(_ map: PackedMap, _ node: Node, _ body: (PackedMap.Entry, Node) -> Void) {
        var wanted = node.names[...]
        for entry in map {
            while let next = wanted.first {
                let order = next.name.withUnsafeBufferPointer { byteOrder($0, entry.name) }
                if order > 0 { break }
                wanted.removeFirst()
                if order == 0 {
                    body(entry, next.node)
                    break
                }
            }
            if wanted.isEmpty { return }
        }
    }

    /// The body of a map; `nil` where nothing is left of it.
    private static func map(_ map: PackedMap, _ node: Node) -> (bytes: [UInt8], count: Int)? {
        var entries: [UInt8] = []
        var count = 0
        forEachNamed(map, node) { entry, node in
            let start = entries.count
            entries.appendCounted(entry.name)
            if append(entry.value, node, to: &entries) {
                count += 1
            } else {
                entries.removeSubrange(start...)
            }
        }
        guard count > 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.count + 2)
        bytes.appendVarint(count)
        bytes.append(contentsOf: entries)
        return (bytes, count)
    }

    /// Appends what a node names of a value; `false` where that is nothing.
    private static func append(_ value: PackedValue, _ node: Node, to bytes: inout [UInt8]) -> Bool {
        if node.isWhole {
            bytes.append(contentsOf: value.bytes)
            return true
        }
        if let map = value.map {
            guard let body = self.map(map, node) else { return false }
            bytes.appendPacked(.map, body.bytes)
            return true
        }
        guard let list = value.list else { return false }
        var elements: [UInt8] = []
        var count = 0
        var wanted = node.indexes[...]
        for (index, element) in list.enumerated() {
            guard let next = wanted.first else { break }
            guard next.index == index else { continue }
            wanted.removeFirst()
            if append(element, next.node, to: &elements) { count += 1 }
        }
        guard count > 0 else { return false }
        var body: [UInt8] = []
        body.appendVarint(count)
        body.append(contentsOf: elements)
        bytes.appendPacked(.list, body)
        return true
    }
}
