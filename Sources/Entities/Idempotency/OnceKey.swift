/// The key of the item that remembers an operation.
struct OnceKey: Hashable, Sendable {
    /// What the partition key begins with.
    package static let prefix = "IDEMPOTENCY#"
    /// The sort key of every such item.
    package static let sortKey = "IDEMPOTENCY"

    private let partition: KeyText

    /// - Parameters:
    ///   - name: what the caller calls the operation.
    ///   - tenant: whose operation it is, where it is one's.
    init(_ name: String, of tenant: TenantSlice?) {
        var key = tenant?.key ?? KeyText()
        if tenant != nil { key.append(literal: "#") }
        key.append(literal: Self.prefix)
        key.append(escaping: name)
        partition = key
    }

    func itemKey(in table: TableSchema) throws(AttributeError) -> EncodedItem {
        try table.itemKey(partition, Self.sortKey)
    }
}
