/// An immutable item, or the key of one, as packed bytes.
///
/// This is what requests carry and what the in-memory engine stores. The form is canonical: items are equal exactly when
/// their bytes are.
///
/// ```swift
/// let key: EncodedItem = ["pk": "TENANT#acme", "sk": "ARTICLE#1"]
/// key["pk"]                                   // "TENANT#acme"
/// let article = try item.decode(as: Article.self)
/// ```
public struct EncodedItem: Sendable {
    /// The body of a map in the packed format of docs/Architecture.md.
    @usableFromInline package let bytes: [UInt8]

    /// The caller answers for the form.
    package init(packed bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// An item without attributes.
    public init() {
        bytes = [0]
    }

    /// An item with these attributes.
    ///
    /// What DynamoDB would refuse, such as an empty set, is refused by the executor that the item is sent to.
    public init(_ attributes: [String: AttributeValue]) {
        // Far below zero, so that no depth is refused here.
        var writer = ItemWriter(appendingTo: ByteBuffer(), depth: -1_000_000_000)
        do throws(AttributeError) {
            for (name, value) in attributes {
                try writer.write(name) { writer throws(AttributeError) in
                    try writer.write(value, allowsEmptySets: true)
                }
            }
            bytes = try writer.finish()
        } catch {
            preconditionFailure("a dictionary has no duplicates, and nothing else is checked here: \(error)")
        }
    }

    /// A record as an item.
    ///
    /// - Throws: `AttributeError` if DynamoDB cannot hold one of its values.
    public init(_ item: some ItemEncodable) throws(AttributeError) {
        self = try Self.encoding(item)
    }

    /// The same. What an initializer is given is copied for it.
    static func encoding(_ item: some ItemEncodable) throws(AttributeError) -> EncodedItem {
        EncodedItem(
            packed: try ByteBuffer.onStack { buffer throws(AttributeError) in
                var writer = ItemWriter(buffer)
                try item.write(to: &writer)
                return try writer.finish()
            })
    }

    /// The item as a record.
    ///
    /// - Throws: `AttributeError` if an attribute is missing, or its value is not one of the record's type.
    @inlinable
    public func decode<T: ItemDecodable>(as type: T.Type = T.self) throws(AttributeError) -> T {
        // As itself, where items are asked for as they are. A cast that is checked would take longer than most of decoding.
        if T.self == EncodedItem.self { return unsafeBitCast(self, to: T.self) }
        return try bytes.withUnsafeBufferPointer { bytes throws(AttributeError) in
            var reader = ItemReader(packed: bytes)
            return try T(from: &reader)
        }
    }
}

extension EncodedItem: ItemDecodable, ItemEncodable {
    public init(from item: inout ItemReader) throws(AttributeError) {
        self = try item.encodedItem()
    }

    public func write(to item: inout ItemWriter) throws(AttributeError) {
        withPacked { map in
            for entry in map { item.copy(entry) }
        }
    }
}

extension EncodedItem {
    /// The number of attributes.
    public var count: Int { withPacked { $0.count } }

    /// Whether there is no attribute.
    public var isEmpty: Bool { bytes == [0] }

    /// The value of an attribute, or `nil` if the item lacks it.
    ///
    /// - Complexity: O(the number of attributes), a few nanoseconds each.
    public subscript(name: String) -> AttributeValue? { withPacked { $0[name]?.attributeValue } }

    /// All attributes.
    public var attributes: [String: AttributeValue] {
        withPacked { map in
            var attributes = [String: AttributeValue](minimumCapacity: map.count)
            for entry in map { attributes[entry.nameText] = entry.value.attributeValue }
            return attributes
        }
    }

    /// Lends a view of the packed attributes, which must not outlive the closure.
    @inlinable @inline(__always)
    package func withPacked<T, E: Error>(_ body: (PackedMap) throws(E) -> T) throws(E) -> T {
        try bytes.withUnsafeBufferPointer { bytes throws(E) in try body(PackedMap(bytes)) }
    }
}

extension EncodedItem: Hashable {
    public static func == (left: EncodedItem, right: EncodedItem) -> Bool {
        left.bytes.withUnsafeBufferPointer { left in
            right.bytes.withUnsafeBufferPointer { equalBytes(left, $0) }
        }
    }

    public func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}

extension EncodedItem: ExpressibleByDictionaryLiteral {
    /// An item with these attributes; of those with the same name, the last counts.
    public init(dictionaryLiteral elements: (String, AttributeValue)...) {
        self.init(Dictionary(elements) { _, last in last })
    }
}

extension EncodedItem: CustomStringConvertible {
    /// DynamoDB's JSON, attributes in the order of their names: `{"pk":{"S":"a"}}`.
    public var description: String {
        var writer = JSONWriter(capacity: bytes.count * 2)
        writer.value(self)
        return writer.text
    }
}
