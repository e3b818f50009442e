/// The DynamoDB table of a service: its keys, indexes and settings.
///
/// A key called by `partitionKey:` or `sortKey:` is an attribute of its own, which holds the text that the entities' key
/// templates make. With `partitionKeys:` and `sortKeys:` the entities' own attributes, by their stored names, are the key.
///
/// ```swift
/// Table("cms", partitionKey: "pk", sortKey: "sk") {
///     GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
///     GlobalIndex(.region, partitionKeys: "region", "category", sortKeys: "publishedAt")
///     Stream(.newAndOldImages); TimeToLive("expiresAt"); PointInTimeRecovery()
/// }
/// ```
public struct Table: Sendable {
    package let name: String
    package let partition: [KeyElement]
    package let sort: [KeyElement]
    package let settings: [TableSetting]
    package let location: SourceLocation

    /// A table whose keys are made by key templates.
    public init(
        _ name: String, partitionKey: String, sortKey: String? = nil,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column,
        @TableBuilder settings: () -> TableSettings = { TableSettings() }
    ) {
        self.init(
            name, .text(partitionKey), .text(sortKey), settings(),
            SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
    }

    /// A table whose partition key is made by key templates, and whose sort key is an attribute of the entities.
    public init(
        _ name: String, partitionKey: String, sortKeys firstKey: String, _ otherKeys: String...,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column,
        @TableBuilder settings: () -> TableSettings = { TableSettings() }
    ) {
        self.init(
            name, .text(partitionKey), .native([firstKey] + otherKeys), settings(),
            SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
    }

    /// A table whose keys are attributes of the entities: one for the partition, and one, or none, to sort by.
    public init(
        _ name: String, partitionKeys firstKey: String, _ otherKeys: String..., sortKeys: String...,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column,
        @TableBuilder settings: () -> TableSettings = { TableSettings() }
    ) {
        self.init(
            name, .native([firstKey] + otherKeys), .native(sortKeys), settings(),
            SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
    }

    /// A table whose partition key is an attribute of the entities, and whose sort key is made by key templates.
    public init(
        _ name: String, partitionKeys firstKey: String, _ otherKeys: String..., sortKey: String,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column,
        @TableBuilder settings: () -> TableSettings = { TableSettings() }
    ) {
        self.init(
            name, .native([firstKey] + otherKeys), .text(sortKey), settings(),
            SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
    }

    private init(
        _ name: String, _ partition: [KeyElement], _ sort: [KeyElement], _ settings: TableSettings,
        _ location: SourceLocation
    ) {
        self.name = name
        self.partition = partition
        self.sort = sort
        self.settings = settings.settings
        self.location = location
    }
}
