import Entities

/// How the key attributes of a table or an index become bytes that are ordered as DynamoDB orders the keys.
///
/// A key of one attribute is its own bytes: UTF-8, binary, or a number's ordered bytes. Where several follow one another, each but
/// the last is closed, so that no value runs into the next: zero bytes are written as `00 FF`, and `00 00` ends the value. Numbers
/// end by themselves.
struct KeyLayout: Sendable {
    /// A key attribute.
    struct Component: Sendable {
        let name: String
        let utf8: [UInt8]
        let type: ScalarType
        let tag: PackedTag

        init(_ name: String, _ type: ScalarType) {
            self.name = name
            utf8 = Array(name.utf8)
            self.type = type
            tag =
                switch type {
                case .string: .string
                case .number: .number
                case .binary: .binary
                }
        }

        /// The content of the attribute in an item; `nil` where it is absent or of another type.
        func content(in item: PackedMap) -> UnsafeBufferPointer<UInt8>? {
            utf8.withUnsafeBufferPointer { name in
                guard let value = item[name], value.tag == tag else { return nil }
                return value.content
            }
        }
    }

    let partition: [Component]
    /// The sort key attributes, and for an index the table's keys behind them, which tell entries of equal index keys apart.
    let sort: [Component]
    /// How many of the last of `sort` are the table's keys in a global index: their hash goes before them, since the service keeps
    /// entries of equal index keys in the order of it.
    let hashedTail: Int

    init(partition: [Component], sort: [Component], hashedTail: Int = 0) {
        self.partition = partition
        self.sort = sort
        self.hashedTail = hashedTail
    }

    // MARK: Keys of items

    /// Where the item stands; `nil` where it lacks a part of the key, so that an index does not have it.
    func key(of item: EncodedItem) -> ItemKey? {
        item.withPacked { map in
            guard let partition = bytes(of: partition, in: map), let sort = sortBytes(in: map) else { return nil }
            return ItemKey(partition: partition, sort: sort, partitionHash: hash(ofPartition: partition))
        }
    }

    /// Whether the item has all parts of the key, so that an index holds it.
    func hasKey(_ item: EncodedItem) -> Bool {
        item.withPacked { map in
            partition.allSatisfy { $0.content(in: map) != nil } && sort.allSatisfy { $0.content(in: map) != nil }
        }
    }

    func partitionKey(of item: EncodedItem) -> [UInt8]? {
        item.withPacked { bytes(of: partition, in: $0) }
    }

    func sortKey(of item: EncodedItem) -> [UInt8]? {
        item.withPacked { sortBytes(in: $0) }
    }

    /// What orders the partition among the others.
    func hash(ofPartition key: [UInt8]) -> UInt64 {
        key.withUnsafeBufferPointer { key in
            guard partition.count == 1, partition[0].tag == .number else { return PartitionHash.hash(key) }
            var number: [UInt8] = []
            PartitionHash.appendNumber(key, to: &number)
            return PartitionHash.hash(number)
        }
    }

    /// Whether two items stand in the same place, or both nowhere.
    func hasSameKey(_ left: EncodedItem, _ right: EncodedItem) -> Bool {
        left.withPacked { left in
            right.withPacked { right in
                for component in [partition, sort].joined() {
                    switch (component.content(in: left), component.content(in: right)) {
                    case (nil, nil): break
                    case (let left?, let right?): if byteOrder(left, right) != 0 { return false }
                    default: return false
                    }
                }
                return true
            }
        }
    }

    private func sortBytes(in item: PackedMap) -> [UInt8]? {
        guard hashedTail > 0 else { return bytes(of: sort, in: item) }
        var hashed: [UInt8] = []
        for component in sort.suffix(hashedTail) {
            guard let content = component.content(in: item) else { return nil }
            if component.tag == .number {
                PartitionHash.appendNumber(content, to: &hashed)
            } else {
                hashed.append(contentsOf: content)
            }
        }
        return bytes(of: sort, in: item, hash: PartitionHash.hash(hashed))
    }

    /// - Parameter hash: what goes before the last `hashedTail` components.
    private func bytes(of components: [Component], in item: PackedMap, hash: UInt64? = nil) -> [UInt8]? {
        var bytes: [UInt8] = []
        for (index, component) in components.enumerated() {
            if let hash, index == components.count - hashedTail {
                withUnsafeBytes(of: hash.bigEndian) { bytes.append(contentsOf: $0) }
            }
            guard let content = component.content(in: item) else { return nil }
            Self.append(content, of: component, isLast: index == components.count - 1, to: &bytes)
        }
        return bytes
    }

    // MARK: Parts of keys

    /// Appends one attribute's content in the form that it has inside a key.
    static func append(
        _ content: UnsafeBufferPointer<UInt8>, of component: Component, isLast: Bool, to bytes: inout [UInt8]
    ) {
        if isLast || component.tag == .number {
            bytes.append(contentsOf: content)
            return
        }
        appendEscaped(content, to: &bytes)
        bytes.append(0)
        bytes.append(0)
    }

    /// Appends the beginning of an attribute's content, not closed, so that whatever goes on in the same way starts with it.
    static func appendPrefix(
        _ content: UnsafeBufferPointer<UInt8>, isLast: Bool, to bytes: inout [UInt8]
    ) {
        if isLast {
            bytes.append(contentsOf: content)
        } else {
            appendEscaped(content, to: &bytes)
        }
    }

    private static func appendEscaped(_ content: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        for byte in content {
            bytes.append(byte)
            if byte == 0 { bytes.append(0xFF) }
        }
    }
}
