/// How a composite sort key is laid out: where the entity's name stands among its values.
///
/// Native multi-attribute indexes have no key text; they are declared on the table, with `partitionKeys:` and `sortKeys:`.
public enum IndexType: String, Hashable, Sendable, Codable, CaseIterable {
    /// The entity's name first: the items of one entity stand together.
    case isolated
    /// The values first: the items of all entities of a collection stand together that have the same ones.
    case clustered
}
