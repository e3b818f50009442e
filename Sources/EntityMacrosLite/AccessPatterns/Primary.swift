/// The entity's place in the table: its primary key, by which an item is got, written and deleted.
///
/// No part of it may be optional, and none can be changed once the item is there.
public struct Primary: Sendable {
    let definition: AccessPatternDefinition

    /// Defines the primary key; `sort` exactly where the table has a sort key.
    ///
    /// - Parameters:
    ///   - type: How a composite sort key is laid out.
    ///   - scope: A text that keeps the partitions apart from those of other entities with the same values.
    ///   - collection: The name under which items of several entities that share a partition are queried together.
    public init(
        _ name: String, _ type: IndexType = .isolated, partition: KeyTemplate, sort: KeyTemplate? = nil,
        scope: String? = nil, collection: CollectionPath? = nil,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        definition = AccessPatternDefinition(
            name: name, index: nil, partition: partition, sort: sort, type: type, scope: scope,
            collections: collection?.names ?? [], condition: nil,
            location: SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
    }
}
