/// The entity's place in the table: its primary key, by which an item is got, written and deleted.
///
/// No part of it may be optional, and none can be changed once the item is there.
public struct Primary: Sendable {
    let definition: AccessPatternDefinition

    /// Defines the primary key; `sort` exactly where the table has a sort key.
    ///
    /// - Parameter collection: The name under which items of several entities that share a partition are queried together.
    public init(
        _ name: String, partition: KeyTemplate, sort: KeyTemplate? = nil, collection: String? = nil,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        definition = AccessPatternDefinition(
            name: name, index: nil, partition: partition, sort: sort, collection: collection, condition: nil,
            location: SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
    }
}
