/// The record that an item is; none where the item is of another entity, or of another version of this one, at the same key.
struct OwnRecord<E: Entity>: ItemDecodable {
    let record: E?

    init(from item: inout ItemReader) throws(AttributeError) {
        record = try item.isOwned(by: E.schema.identifiers) ? E(from: &item) : nil
    }
}
