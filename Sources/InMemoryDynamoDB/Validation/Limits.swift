/// The service's limits, in bytes unless said otherwise.
///
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
enum Limits {
    static let itemSize = 409_600
    static let partitionKeySize = 2048
    static let sortKeySize = 1024
    static let attributeNameSize = 65_535
    /// Of key attributes, and of those that an index includes.
    static let keyNameSize = 255
    /// What a page of Query or Scan reads at most, before filter and projection.
    static let pageSize = 1_048_576
    static let globalIndexes = 20
    static let localIndexes = 5
    /// Attributes of one kind, partition or sort, in the key of a global index.
    static let indexKeyAttributes = 4
    /// Names that the projections of a table's indexes include altogether.
    static let includedAttributes = 100
    static let batchGetKeys = 100
    static let batchWriteItems = 25
    static let batchSize = 16_777_216
    static let transactionActions = 100
    static let transactionSize = 4_194_304
    static let tableNameLength = 3...255
    static let totalSegments = 1...1_000_000
    static let tags = 50
    /// Streams that ListStreams, and shards that DescribeStream gives at a time.
    static let streamsPage = 100
    static let streamRecords = 1000
    /// Of point-in-time recovery.
    static let recoveryDays = 35
    /// Characters.
    static let clientRequestTokenLength = 1...36
}
