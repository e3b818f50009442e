/// The record that an item is; none where the item is of another entity, or of another version of this one, at the same key.
@usableFromInline
struct OwnRecord<E: Entity>: ItemDecodable {
    @usableFromInline let record: E?
    /// When the item expires, in seconds since 1970, where it can.
    @usableFromInline let expiry: Number?

    @inlinable
    init(from item: inout ItemReader) throws(AttributeError) {
        let identity = try item.identity(in: E.schema)
        expiry = identity.expiry
        record = identity.isOwn ? try E(from: &item) : nil
    }

    /// The record, unless its time is over.
    @inlinable
    var unexpired: E? {
        if let expiry, expiry.isOver { return nil }
        return record
    }
}

extension Number {
    /// Whether it is a time that has come, in seconds since 1970.
    @usableFromInline
    var isOver: Bool { self <= Number(EpochTime.now) }
}

extension ItemReader {
    /// Whether the item is one of an entity's, and when it expires. Its attributes can still be read in their order.
    @usableFromInline
    mutating func identity(in schema: EntitySchema) throws(AttributeError) -> (isOwn: Bool, expiry: Number?) {
        if let packed {
            return (schema.identifiers.own(packed), schema.expiry.flatMap { packed[$0.name]?.number })
        }
        let expiry = if let attribute = schema.expiry { try number(of: attribute) } else { Number?.none }
        return (try isOwned(by: schema.identifiers), expiry)
    }
}
