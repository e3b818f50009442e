import Entities
import MarketplaceModel

/// Reads a table or an index as it is, past all that the library knows of entities.
struct PlainScan {
    let db: Database
    let index: String?
    var segments = 4

    /// Hands out all items, and puts together what came of the segments, which are read at the same time.
    func reduce<Result: Sendable>(
        _ start: Result, _ add: @escaping @Sendable (inout Result, EncodedItem) -> Void,
        combining combine: (inout Result, Result) -> Void
    ) async throws -> Result {
        guard let table = db.allTables.first else { return start }
        return try await withThrowingTaskGroup(of: Result.self) { group in
            for segment in 0..<segments {
                group.addTask {
                    var request = ScanRequest(tableName: table.name, indexName: index)
                    request.consistentRead = index == nil
                    (request.segment, request.totalSegments) = (segment, segments)
                    var result = start
                    repeat {
                        let page = try await db.executor.execute(PageOperation<EncodedItem>(request))
                        for item in page.items { add(&result, item) }
                        request.exclusiveStartKey = page.lastEvaluatedKey
                    } while request.exclusiveStartKey != nil
                    return result
                }
            }
            var whole = start
            for try await part in group { combine(&whole, part) }
            return whole
        }
    }
}
