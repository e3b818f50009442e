/// A global secondary index: items under a partition key and sort key of its own. At most 20 on a table.
///
/// With `partitionKeys:` and `sortKeys:` up to four attributes of the entities each are the key, without key texts; they are
/// written by their stored names, and the order matters: a query gives all partition keys, and the first sort keys.
public struct GlobalIndex: TableElement {
    let definition: IndexDefinition

    /// An index whose keys are made by key templates.
    public init(
        _ name: IndexName, partitionKey: String, sortKey: String? = nil, projection: IndexProjection = .all,
        provisioned throughput: Throughput? = nil,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        definition = IndexDefinition(
            name: name, isLocal: false, partition: .text(partitionKey), sort: .text(sortKey), projection: projection,
            throughput: throughput,
            location: SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
    }

    /// An index whose partition key is made by key templates, and whose sort keys are attributes of the entities.
    public init(
        _ name: IndexName, partitionKey: String, sortKeys firstKey: String, _ otherKeys: String...,
        projection: IndexProjection = .all,
        provisioned throughput: Throughput? = nil,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        definition = IndexDefinition(
            name: name, isLocal: false, partition: .text(partitionKey), sort: .native([firstKey] + otherKeys),
            projection: projection,
            throughput: throughput,
            location: SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
    }

    /// An index whose keys are attributes of the entities.
    public init(
        _ name: IndexName, partitionKeys firstKey: String, _ otherKeys: String..., sortKeys: String...,
        projection: IndexProjection = .all,
        provisioned throughput: Throughput? = nil,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        definition = IndexDefinition(
            name: name, isLocal: false, partition: .native([firstKey] + otherKeys), sort: .native(sortKeys),
            projection: projection, throughput: throughput,
            location: SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
    }

    /// An index whose partition keys are attributes of the entities, and whose sort key is made by key templates.
    public init(
        _ name: IndexName, partitionKeys firstKey: String, _ otherKeys: String..., sortKey: String,
        projection: IndexProjection = .all,
        provisioned throughput: Throughput? = nil,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        definition = IndexDefinition(
            name: name, isLocal: false, partition: .native([firstKey] + otherKeys), sort: .text(sortKey),
            projection: projection,
            throughput: throughput,
            location: SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
    }

    public var settings: TableSettings { TableSettings([.index(definition)]) }
}

/// A secondary index as it was written.
package struct IndexDefinition: Sendable {
    package let name: IndexName
    package let isLocal: Bool
    package let partition: [KeyElement]
    package let sort: [KeyElement]
    package let projection: IndexProjection
    package let throughput: Throughput?
    package let location: SourceLocation
}

/// Which attributes an index holds copies of, beside the keys.
public struct IndexProjection: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case all
        case keysOnly
        case include([String])
    }

    package let kind: Kind

    /// The whole item.
    public static let all = IndexProjection(kind: .all)
    /// The keys of the table and of the index.
    public static let keysOnly = IndexProjection(kind: .keysOnly)
    /// The keys, and these attributes by their stored names. At most 100 over all indexes of a table.
    public static func include(_ names: String...) -> IndexProjection { IndexProjection(kind: .include(names)) }
}

/// Provisioned capacity, in units per second.
public struct Throughput: Hashable, Sendable {
    package let read: Int
    package let write: Int

    public init(read: Int, write: Int) {
        self.read = read
        self.write = write
    }
}
