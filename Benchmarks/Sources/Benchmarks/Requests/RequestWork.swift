import Entities

/// What is done again and again for a row, with values that differ from time to time.
enum RequestWork: Sendable {
    /// Makes a request, and nothing more.
    case make(@Sendable (_ number: Int, _ db: Database) throws -> DynamoDBRequest)
    /// Makes a request, hands it to an executor, and reads its answer.
    case run(@Sendable (_ number: Int, _ db: Database) async throws -> Void)
    /// Reads an answer.
    case parse(@Sendable () throws -> Void)
}
