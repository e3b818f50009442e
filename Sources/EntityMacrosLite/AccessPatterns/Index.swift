/// One more way to find an entity's items: through a secondary index.
///
/// An item is in the index when every part of the keys is there, and the condition holds. Parts that are the table's own
/// attributes (an index with `partitionKeys:`) are listed in the order of the table's declaration: `partition: [region, category]`.
public struct Index: Sendable {
    let definition: AccessPatternDefinition

    /// Defines an access pattern on a global index.
    ///
    /// - Parameters:
    ///   - type: How a composite sort key is laid out.
    ///   - scope: A text that keeps the partitions apart from those of other access patterns with the same values.
    ///   - collection: The name under which items of several entities that share a partition are queried together.
    ///   - condition: Which items the index holds (a sparse index).
    public init(
        _ name: String, on index: IndexName, _ type: IndexType = .isolated, partition: KeyTemplate,
        sort: KeyTemplate? = nil, scope: String? = nil, collection: CollectionPath? = nil,
        when condition: IndexCondition? = nil,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        definition = AccessPatternDefinition(
            name: name, index: index, partition: partition, sort: sort, type: type, scope: scope,
            collections: collection?.names ?? [], condition: condition,
            location: SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
    }

    /// Defines an access pattern on a local index, whose partition is the primary key's.
    ///
    /// - Parameters:
    ///   - type: How a composite sort key is laid out.
    ///   - collection: The name under which items of several entities that share a partition are queried together.
    ///   - condition: Which items the index holds (a sparse index).
    public init(
        _ name: String, on index: IndexName, _ type: IndexType = .isolated, sort: KeyTemplate,
        collection: CollectionPath? = nil,
        when condition: IndexCondition? = nil,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        definition = AccessPatternDefinition(
            name: name, index: index, partition: nil, sort: sort, type: type,
            collections: collection?.names ?? [], condition: condition,
            location: SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
    }
}
