public import CMSTypes
public import Entities

/// What a subscriber wants to hear of.
public enum Topic: Hashable, Sendable {
    case author(String)
    /// A category, with all below it.
    case category(CategoryPath)
}

/// The readers who get letters.
public protocol SubscriberRepository: Sendable {
    /// Signs somebody up.
    /// - Throws: `notUnique` for an address that somebody has signed up with.
    func subscribe(
        _ email: EmailAddress, name: String, to topics: [Topic]
    ) async throws -> Subscriber
    func subscriber(email: EmailAddress) async throws -> Subscriber?
    /// A subscriber with the subscriptions.
    func account(_ subscriberID: ULID) async throws -> CMS.Account
    /// Who wants to hear of a topic, each once.
    func subscribers(to topics: [Topic]) async throws -> [Subscriber]
}

/// The subscribers of a tenant in DynamoDB.
public struct DynamoDBSubscriberRepository: SubscriberRepository {
    let db: Database
    let queries: SubscriberQueries

    public init(_ db: Database, tenantID: String) {
        self.db = db
        queries = SubscriberQueries(tenantID: tenantID)
    }

    private var tenantID: String { queries.tenantID }

    public func subscribe(
        _ email: EmailAddress, name: String, to topics: [Topic]
    ) async throws -> Subscriber {
        // The address is claimed first, alone: a failure says that it is not unique, and whose address it is.
        let subscriber = try await Subscriber.create(.init(tenantID: tenantID, email: email, name: name)).run(on: db)
        try await db.batchWrite(
            topics.map {
                Subscription.put(
                    .init(
                        tenantID: tenantID, subscriberID: subscriber.subscriberID, kind: $0.kind, target: $0.target))
            })
        return subscriber
    }

    public func subscriber(email: EmailAddress) async throws -> Subscriber? {
        try await queries.subscriber(email: email).first(on: db)
    }

    public func account(_ subscriberID: ULID) async throws -> CMS.Account {
        try await queries.account(subscriberID).all(on: db)
    }

    public func subscribers(to topics: [Topic]) async throws -> [Subscriber] {
        var ids: Set<ULID> = []
        for topic in topics {
            for subscription in try await queries.subscriptions(to: topic).all(on: db) {
                ids.insert(subscription.subscriberID)
            }
        }
        let gets = ids.sorted().map { Subscriber.get(tenantID: tenantID, subscriberID: $0) }
        return try await db.batchGet(gets).compactMap { $0 }
    }
}
