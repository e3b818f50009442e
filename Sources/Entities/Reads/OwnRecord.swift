/// The record that an item is; none where the item is of another entity, or of another version of this one, at the same key.
@usableFromInline
struct OwnRecord<E: Entity>: ItemDecodable {
    let record: E?
    /// When the item expires, in seconds since 1970, where it can.
    private let expiry: Number?

    @usableFromInline
    init(from item: inout ItemReader) throws(AttributeError) {
        expiry = if let attribute = E.schema.expiry { try item.number(of: attribute) } else { nil }
        record = try item.isOwned(by: E.schema.identifiers) ? E(from: &item) : nil
    }

    /// The record, unless its time is over.
    var unexpired: E? {
        if let expiry, expiry <= Number(EpochTime.now) { return nil }
        return record
    }
}
