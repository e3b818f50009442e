import Entities

/// A request that is made again and again, with values that differ from time to time.
typealias RequestWork = @Sendable (_ number: Int, _ db: Database) async throws -> Void
