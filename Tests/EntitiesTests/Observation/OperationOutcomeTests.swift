import Entities
import Testing

@Suite("Operation outcome")
struct OperationOutcomeTests {
    typealias Reason = DynamoDBError.CancellationReason

    @Test(
        "A code says whether a request was refused, throttled, cancelled or failed",
        arguments: [
            (DynamoDBError.Code.conditionalCheckFailed, OperationOutcome.Kind.refused),
            (.transactionConflict, .refused), (.transactionInProgress, .refused),
            (.provisionedThroughputExceeded, .throttled), (.requestLimitExceeded, .throttled),
            (.throttling, .throttled), (.cancelled, .cancelled), (.validation, .failed),
            (.internalServerError, .failed), (.connection, .failed), (.timeout, .failed), (.accessDenied, .failed),
        ])
    func codes(_ code: DynamoDBError.Code, _ kind: OperationOutcome.Kind) {
        #expect(OperationOutcome.Kind(of: DynamoDBError(code, "")) == kind)
        #expect(OperationOutcome(error: DynamoDBError(code, ""), duration: .zero).kind == kind)
    }

    @Test(
        "A cancelled transaction is what its reasons are",
        arguments: [
            (["None", "ConditionalCheckFailed"], OperationOutcome.Kind.refused),
            (["TransactionConflict", "ConditionalCheckFailed"], .refused),
            (["ConditionalCheckFailed", "ThrottlingError"], .throttled),
            (["ProvisionedThroughputExceeded"], .throttled),
            (["ConditionalCheckFailed", "ValidationError"], .failed), ([], .failed),
        ])
    func reasons(_ codes: [String], _ kind: OperationOutcome.Kind) {
        let error = DynamoDBError(
            .transactionCanceled, "", cancellationReasons: codes.map { Reason(code: $0) })
        #expect(OperationOutcome.Kind(of: error) == kind)
    }

    @Test("Items are counted as they were returned, read, written and left over")
    func counts() {
        let item = EncodedItem()
        let scan = DynamoDBRequest.scan(ScanRequest(tableName: "t"))
        #expect(GetItemOutput<EncodedItem>(item: nil).itemCounts(for: scan) == ItemCounts(items: 0))
        #expect(GetItemOutput(item: item).itemCounts(for: scan) == ItemCounts(items: 1))
        #expect(WriteItemOutput<EncodedItem>(attributes: nil).itemCounts(for: scan) == ItemCounts(items: 1))
        let page = PageOutput(items: [item], count: 1, scannedCount: 7, lastEvaluatedKey: nil)
        #expect(page.itemCounts(for: scan) == ItemCounts(items: 1, examined: 7))
        let read = BatchGetItemOutput(items: ["t": [item, item]], unprocessedKeys: ["t": .init(keys: [item])])
        #expect(read.itemCounts(for: scan) == ItemCounts(items: 2, unprocessed: 1))
        let writes = DynamoDBRequest.batchWriteItem(BatchWriteItemRequest(tables: ["t": [.put(item), .delete(item)]]))
        let written = BatchWriteItemOutput(unprocessedItems: ["t": [.put(item)]])
        #expect(written.itemCounts(for: writes) == ItemCounts(items: 1, unprocessed: 1))
        #expect(TransactGetItemsOutput(items: [item, nil]).itemCounts(for: scan) == ItemCounts(items: 1))
        #expect(ListTablesOutput(tableNames: ["t"], lastEvaluatedTableName: nil).itemCounts(for: scan) == nil)
    }
}
