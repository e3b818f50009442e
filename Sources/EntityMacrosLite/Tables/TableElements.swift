/// The table has a stream of its changes.
public struct Stream: TableElement {
    public let settings: TableSettings

    public init(
        _ view: StreamView,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        settings = TableSettings([
            .stream(view, SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
        ])
    }
}

/// What a stream's records hold of a changed item.
public enum StreamView: String, Hashable, Sendable, Codable {
    case keysOnly = "KEYS_ONLY"
    case newImage = "NEW_IMAGE"
    case oldImage = "OLD_IMAGE"
    case newAndOldImages = "NEW_AND_OLD_IMAGES"
}

/// DynamoDB deletes items some time after the date in this attribute, by its stored name.
public struct TimeToLive: TableElement {
    public let settings: TableSettings

    public init(
        _ attribute: String,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        settings = TableSettings([
            .timeToLive(attribute, SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
        ])
    }
}

/// The table can be restored to any second of the last 35 days.
public struct PointInTimeRecovery: TableElement {
    public let settings: TableSettings

    public init(
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        settings = TableSettings([
            .pointInTimeRecovery(SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
        ])
    }
}

/// The table is paid for by request. The default.
public struct OnDemand: TableElement {
    public let settings: TableSettings

    public init(
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        settings = TableSettings([
            .onDemand(SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
        ])
    }
}

/// The table is paid for by provisioned capacity units per second, and so are its indexes that say nothing else.
public struct Provisioned: TableElement {
    public let settings: TableSettings

    public init(
        read: Int, write: Int,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        settings = TableSettings([
            .provisioned(
                Throughput(read: read, write: write),
                SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
        ])
    }
}

/// The table cannot be deleted until this is taken away.
public struct DeletionProtection: TableElement {
    public let settings: TableSettings

    public init(
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        settings = TableSettings([
            .deletionProtection(SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
        ])
    }
}

/// A tag of the table, for cost reports and policies. Not called `Tag`: too many services have an entity of that name.
public struct TableTag: TableElement {
    public let settings: TableSettings

    public init(
        _ key: String, _ value: String,
        fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        settings = TableSettings([
            .tag(key, value, SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
        ])
    }
}
