/// A scan of which several segments are read at the same time: as much faster as the table's capacity and partitions allow.
///
/// ```swift
/// for try await article in Article.scan().parallel(segments: 8).stream(on: db) { … }
/// ```
/// The order of the records is unspecified. An error, and cancellation, end all segments.
public struct ParallelScan<E: Entity>: Hashable, Sendable {
    let scan: Scan<E>
    let segments: Int

    /// All records. Memory grows with their number; `stream` does not keep them.
    /// - Throws: `DynamoDBError`; `invalidRequest` for a number of segments that DynamoDB does not take.
    public func all(on db: Database) async throws -> [E] {
        try await withThrowingTaskGroup(of: [E].self) { group in
            for part in try parts() { group.addTask { try await part.all(on: db) } }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    /// How many records there are. Costs as much as reading them.
    public func count(on db: Database) async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for part in try parts() { group.addTask { try await part.count(on: db) } }
            return try await group.reduce(0, +)
        }
    }

    /// All records one after the other, as their pages come. Every segment has one page in flight or waiting at a time: so many may have
    /// been read, and paid for, for nothing when the caller stops early.
    /// - Parameter pageSize: how many items are read at a time of each segment, before the filter.
    public func stream(pageSize: Int? = nil, on db: Database) -> ItemStream<E> {
        ItemStream {
            do throws(DynamoDBError) {
                return SegmentReader(try parts().map(\.paging), on: db, limit: pageSize)
            } catch {
                return FailedSource(error)
            }
        }
    }

    private func parts() throws(DynamoDBError) -> [Scan<E>] {
        let first = scan.segment(0, of: segments)
        try first.plan.checkSegment()
        if scan.plan.read.segment != nil {
            throw DynamoDBError(
                .invalidRequest, "a segment of a scan cannot be read in segments: call parallel on the whole scan"
            )
            .at("Scan", table: scan.plan.table.name, origin: scan.plan.origin)
        }
        return (0..<segments).map { scan.segment($0, of: segments) }
    }
}
