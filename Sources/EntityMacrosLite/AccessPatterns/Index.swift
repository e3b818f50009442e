/// One more way to find an entity's items: through a secondary index.
///
/// An item is in the index when every part of the keys is there, and the condition holds. Parts that are the table's own
/// attributes (an index with `partitionKeys:`) are listed in the order of the table's declaration: `partition: [region, category]`.
public struct Index: Sendable {
    let definition: AccessPatternDefinition

    /// Defines an access pattern on a global index.
    ///
    /// - Parameters:
    ///   - collection: The name under which items of several entities that share a partition are queried together.
    ///   - condition: Which items the index holds (a sparse index).
    public init(
        _ name: String, on index: IndexName, partition: KeyTemplate, sort: KeyTemplate? = nil,
        collection: String? = nil,
        when condition: IndexCondition? = nil,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        definition = AccessPatternDefinition(
            name: name, index: index, partition: partition, sort: sort, collection: collection, condition: condition,
            location: SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
    }

    /// Defines an access pattern on a local index, whose partition is the primary key's.
    ///
    /// - Parameters:
    ///   - collection: The name under which items of several entities that share a partition are queried together.
    ///   - condition: Which items the index holds (a sparse index).
    public init(
        _ name: String, on index: IndexName, sort: KeyTemplate, collection: String? = nil,
        when condition: IndexCondition? = nil,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        definition = AccessPatternDefinition(
            name: name, index: index, partition: nil, sort: sort, collection: collection, condition: condition,
            location: SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
    }
}
