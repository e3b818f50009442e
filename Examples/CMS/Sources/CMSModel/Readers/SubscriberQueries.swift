public import CMSTypes
public import Entities

/// The access patterns of a tenant's subscribers, as requests.
public struct SubscriberQueries: Sendable {
    public let tenantID: String

    public init(tenantID: String) { self.tenantID = tenantID }

    public func subscriber(email: EmailAddress) -> LookupQuery<Subscriber.ByEmailEntry> {
        Subscriber.byEmail(tenantID: tenantID, email: email)
    }

    public func account(_ subscriberID: ULID) -> CollectionQuery<CMS.Account> {
        CMS.account(tenantID: tenantID, subscriberID: subscriberID)
    }

    public func subscriptions(to topic: Topic) -> Query<Subscription> {
        Subscription.subscribers(tenantID: tenantID, kind: topic.kind, target: topic.target)
    }
}

extension Topic {
    var kind: Subscription.Kind {
        switch self {
        case .author: .author
        case .category: .category
        }
    }

    var target: String {
        switch self {
        case .author(let authorID): authorID
        case .category(let path): path.rawValue
        }
    }
}
