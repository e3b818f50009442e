/// That an entity keeps its history: whatever writes a record writes a copy of it, for its `.version`, in the same transaction.
///
/// ```swift
/// Primary("article", partition: tenant, sort: "ARTICLE#\(articleID)")
/// History("revisions", sort: "REVISION#\(articleID)#\(revision)")
/// ```
/// The copies are in the partition of the record, and in no index. The name is that of the query that reads them.
public struct History: Sendable {
    let definition: AccessPatternDefinition

    /// Defines where the copies are.
    ///
    /// - Parameter sort: The sort key of a copy: a text of its own, all parts of the primary sort key that its partition key does not have, and
    ///   the version at the end.
    public init(
        _ name: String, sort: KeyTemplate,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        definition = AccessPatternDefinition(
            name: name, index: nil, partition: nil, sort: sort, condition: nil,
            location: SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column), isHistory: true)
    }
}
