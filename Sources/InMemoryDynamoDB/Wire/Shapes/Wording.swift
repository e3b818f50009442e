import Entities

/// How the service words what is wrong with a request by itself. Its operations are on the way from one form to another: these are those
/// of October 2026, as the conformance suite of that month has recorded them in several regions.
enum Wording {
    /// Inside of `1 validation error detected: …`, whatever it is: PutItem, UpdateItem, DeleteItem.
    case enveloped
    /// Values in the new words, and nothing around them: GetItem, BatchGetItem, Query.
    case current
    /// Scan, BatchWriteItem, transactions, and everything that has no values.
    case older

    /// Runs checks of a request by itself, and words what they throw.
    func wording<Result>(
        _ body: () throws(DynamoDBError) -> Result
    ) throws(DynamoDBError) -> Result {
        do throws(DynamoDBError) { return try body() } catch {
            throw self == .enveloped ? error.enveloped : error
        }
    }
}

extension DynamoDBError {
    /// The error as the service's validator shows it.
    fileprivate var enveloped: DynamoDBError {
        guard code == .validation, !message.contains("validation error") else { return self }
        return .invalid("1 validation error detected: \(message)")
    }
}
