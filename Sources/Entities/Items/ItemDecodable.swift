/// A type that an item can be read as.
///
/// Generated records conform. By hand, ask for the attributes in the byte order of their names, which is the order in which
/// items are kept; any other order works and is slower.
///
/// ```swift
/// struct Login: ItemDecodable {
///     let count: Int
///     let user: String
///     init(from item: inout ItemReader) throws(AttributeError) {
///         count = try item.read("count")
///         user = try item.read("user")
///     }
/// }
/// ```
public protocol ItemDecodable: Sendable {
    /// Reads the attributes from an item; others that the item has are left alone.
    init(from item: inout ItemReader) throws(AttributeError)

    // Where a type conforms, these are compiled for that type: a page of records is read without asking for it item by item.
    /// The items of a page. For the library.
    static func _records(of items: [EncodedItem]) throws(AttributeError) -> [Self]
    /// The items of a page of JSON. For the library.
    /// - Parameter count: how many there are likely to be.
    static func _records(from json: inout JSONReader, count: Int) throws(AttributeError) -> [Self]
}

extension ItemDecodable {
    @inlinable
    public static func _records(of items: [EncodedItem]) throws(AttributeError) -> [Self] {
        var records: [Self] = []
        records.reserveCapacity(items.count)
        for item in items { records.append(try item.decode()) }
        return records
    }

    @inlinable
    public static func _records(from json: inout JSONReader, count: Int) throws(AttributeError) -> [Self] {
        try json.records(Self.self, count: count)
    }
}

/// A type that can be written as an item.
///
/// Generated records conform. By hand, write the attributes in the byte order of their names; any other order works and is
/// slower.
public protocol ItemEncodable: Sendable {
    /// Writes all attributes.
    func write(to item: inout ItemWriter) throws(AttributeError)
}
