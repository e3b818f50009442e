/// A value that `encode(to:)` is still filling in.
final class EncodedNode {
    enum Content {
        case nothing
        case value(AttributeValue)
        case list([EncodedNode])
        case map([String: EncodedNode])
    }

    var content = Content.nothing

    /// What was written; a type that writes nothing is an empty map.
    var attributeValue: AttributeValue {
        switch content {
        case .nothing: .map([:])
        case .value(let value): value
        case .list(let nodes): .list(nodes.map(\.attributeValue))
        case .map(let nodes): .map(nodes.mapValues(\.attributeValue))
        }
    }

    /// A new entry of a map, which the node becomes.
    func child(_ key: String) -> EncodedNode {
        let child = EncodedNode()
        if case .map(var nodes) = content {
            content = .nothing
            nodes[key] = child
            content = .map(nodes)
        } else {
            content = .map([key: child])
        }
        return child
    }

    /// A new element of a list, which the node becomes.
    func appendedChild() -> EncodedNode {
        let child = EncodedNode()
        if case .list(var nodes) = content {
            content = .nothing
            nodes.append(child)
            content = .list(nodes)
        } else {
            content = .list([child])
        }
        return child
    }

    func becomeMap() {
        if case .map = content { return }
        content = .map([:])
    }

    func becomeList() {
        if case .list = content { return }
        content = .list([])
    }

    var count: Int {
        if case .list(let nodes) = content { return nodes.count }
        return 0
    }

    /// Writes any value, with our own conversion where there is one.
    func encode(_ value: some Encodable, at path: [any CodingKey]) throws {
        guard let leaf = value as? any CodableLeaf else {
            return try value.encode(to: AttributeValueEncoder(self, at: path))
        }
        try set(at: path) { () throws(AttributeError) in try leaf._attributeValue() }
    }

    /// Takes a value over; an error gets the path.
    func set(at path: [any CodingKey], _ value: () throws(AttributeError) -> AttributeValue) throws {
        do throws(AttributeError) {
            content = .value(try value())
        } catch {
            var error = error
            error.path = path.attributePath
            throw error
        }
    }

    func set(_ value: some AttributeConvertible, at path: [any CodingKey]) throws {
        try set(at: path) { () throws(AttributeError) in try value._attributeValue() }
    }
}

/// Writes `Encodable` types into a tree of values.
struct AttributeValueEncoder: Encoder {
    let node: EncodedNode
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(_ node: EncodedNode, at path: [any CodingKey]) {
        self.node = node
        codingPath = path
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        node.becomeMap()
        return KeyedEncodingContainer(Keyed<Key>(node: node, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.becomeList()
        return Unkeyed(node: node, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(node: node, codingPath: codingPath) }
}

extension AttributeValueEncoder {
    struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let node: EncodedNode
        let codingPath: [any CodingKey]

        private func set(_ value: some AttributeConvertible, _ key: Key) throws {
            try node.child(key.stringValue).set(value, at: codingPath + [key])
        }

        func encodeNil(forKey key: Key) throws { node.child(key.stringValue).content = .value(.null) }
        func encode(_ value: Bool, forKey key: Key) throws { try set(value, key) }
        func encode(_ value: String, forKey key: Key) throws { try set(value, key) }
        func encode(_ value: Double, forKey key: Key) throws { try set(value, key) }
        func encode(_ value: Float, forKey key: Key) throws { try set(value, key) }
        func encode(_ value: Int, forKey key: Key) throws { try set(value, key) }
        func encode(_ value: Int8, forKey key: Key) throws { try set(value, key) }
        func encode(_ value: Int16, forKey key: Key) throws { try set(value, key) }
        func encode(_ value: Int32, forKey key: Key) throws { try set(value, key) }
        func encode(_ value: Int64, forKey key: Key) throws { try set(value, key) }
        func encode(_ value: Int128, forKey key: Key) throws { try set(value, key) }
        func encode(_ value: UInt, forKey key: Key) throws { try set(value, key) }
        func encode(_ value: UInt8, forKey key: Key) throws { try set(value, key) }
        func encode(_ value: UInt16, forKey key: Key) throws { try set(value, key) }
        func encode(_ value: UInt32, forKey key: Key) throws { try set(value, key) }
        func encode(_ value: UInt64, forKey key: Key) throws { try set(value, key) }
        func encode(_ value: UInt128, forKey key: Key) throws { try set(value, key) }

        func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
            try node.child(key.stringValue).encode(value, at: codingPath + [key])
        }

        func nestedContainer<NestedKey: CodingKey>(
            keyedBy keyType: NestedKey.Type, forKey key: Key
        ) -> KeyedEncodingContainer<NestedKey> {
            AttributeValueEncoder(node.child(key.stringValue), at: codingPath + [key]).container(keyedBy: keyType)
        }

        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            AttributeValueEncoder(node.child(key.stringValue), at: codingPath + [key]).unkeyedContainer()
        }

        func superEncoder() -> any Encoder {
            let key = AttributeCodingKey.superclass
            return AttributeValueEncoder(node.child(key.stringValue), at: codingPath + [key])
        }

        func superEncoder(forKey key: Key) -> any Encoder {
            AttributeValueEncoder(node.child(key.stringValue), at: codingPath + [key])
        }
    }

    struct Unkeyed: UnkeyedEncodingContainer {
        let node: EncodedNode
        let codingPath: [any CodingKey]

        var count: Int { node.count }

        private var next: [any CodingKey] { codingPath + [AttributeCodingKey(intValue: node.count)] }

        private func set(_ value: some AttributeConvertible) throws {
            let path = next
            try node.appendedChild().set(value, at: path)
        }

        func encodeNil() throws { node.appendedChild().content = .value(.null) }
        func encode(_ value: Bool) throws { try set(value) }
        func encode(_ value: String) throws { try set(value) }
        func encode(_ value: Double) throws { try set(value) }
        func encode(_ value: Float) throws { try set(value) }
        func encode(_ value: Int) throws { try set(value) }
        func encode(_ value: Int8) throws { try set(value) }
        func encode(_ value: Int16) throws { try set(value) }
        func encode(_ value: Int32) throws { try set(value) }
        func encode(_ value: Int64) throws { try set(value) }
        func encode(_ value: Int128) throws { try set(value) }
        func encode(_ value: UInt) throws { try set(value) }
        func encode(_ value: UInt8) throws { try set(value) }
        func encode(_ value: UInt16) throws { try set(value) }
        func encode(_ value: UInt32) throws { try set(value) }
        func encode(_ value: UInt64) throws { try set(value) }
        func encode(_ value: UInt128) throws { try set(value) }

        func encode<T: Encodable>(_ value: T) throws {
            let path = next
            try node.appendedChild().encode(value, at: path)
        }

        func nestedContainer<NestedKey: CodingKey>(
            keyedBy keyType: NestedKey.Type
        ) -> KeyedEncodingContainer<NestedKey> {
            let path = next
            return AttributeValueEncoder(node.appendedChild(), at: path).container(keyedBy: keyType)
        }

        func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
            let path = next
            return AttributeValueEncoder(node.appendedChild(), at: path).unkeyedContainer()
        }

        func superEncoder() -> any Encoder {
            let path = next
            return AttributeValueEncoder(node.appendedChild(), at: path)
        }
    }

    struct Single: SingleValueEncodingContainer {
        let node: EncodedNode
        let codingPath: [any CodingKey]

        private func set(_ value: some AttributeConvertible) throws { try node.set(value, at: codingPath) }

        func encodeNil() throws { node.content = .value(.null) }
        func encode(_ value: Bool) throws { try set(value) }
        func encode(_ value: String) throws { try set(value) }
        func encode(_ value: Double) throws { try set(value) }
        func encode(_ value: Float) throws { try set(value) }
        func encode(_ value: Int) throws { try set(value) }
        func encode(_ value: Int8) throws { try set(value) }
        func encode(_ value: Int16) throws { try set(value) }
        func encode(_ value: Int32) throws { try set(value) }
        func encode(_ value: Int64) throws { try set(value) }
        func encode(_ value: Int128) throws { try set(value) }
        func encode(_ value: UInt) throws { try set(value) }
        func encode(_ value: UInt8) throws { try set(value) }
        func encode(_ value: UInt16) throws { try set(value) }
        func encode(_ value: UInt32) throws { try set(value) }
        func encode(_ value: UInt64) throws { try set(value) }
        func encode(_ value: UInt128) throws { try set(value) }
        func encode<T: Encodable>(_ value: T) throws { try node.encode(value, at: codingPath) }
    }
}
