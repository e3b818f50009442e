public import Entities

/// The accounts of buyers and sellers.
public struct AccountRepository: Sendable {
    let db: Database

    public init(_ db: Database) { self.db = db }

    /// Opens an account.
    /// - Throws: `DynamoDBError`; `notUnique` where another account has the e-mail address.
    public func open(_ draft: Account.Draft) async throws -> Account {
        try await Account.create(draft).run(on: db)
    }

    /// The account as it is at this moment.
    public func account(_ accountID: ULID) async throws -> Account? {
        try await Account.get(accountID: accountID).consistent().run(on: db)
    }

    public func account(email: String) async throws -> Account? {
        try await Account.byEmail(email: email).first(on: db)
    }
}
