/// A local secondary index: the table's partitions, sorted by another key. At most five, declared when the table is created.
///
/// A table with one keeps at most 10 GB under one partition key.
public struct LocalIndex: TableElement {
    let definition: IndexDefinition

    /// An index whose sort key is made by key templates.
    public init(
        _ name: IndexName, sortKey: String, projection: IndexProjection = .all,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        definition = IndexDefinition(
            name: name, isLocal: true, partition: [], sort: .text(sortKey), projection: projection, throughput: nil,
            location: SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
    }

    /// An index whose sort key is an attribute of the entities.
    public init(
        _ name: IndexName, sortKeys firstKey: String, _ otherKeys: String..., projection: IndexProjection = .all,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        definition = IndexDefinition(
            name: name, isLocal: true, partition: [], sort: .native([firstKey] + otherKeys), projection: projection,
            throughput: nil,
            location: SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
    }

    public var settings: TableSettings { TableSettings([.index(definition)]) }
}
