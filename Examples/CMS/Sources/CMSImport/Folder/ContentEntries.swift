public import CMSModel
public import CMSTypes
import Foundation

/// An author in `authors.json`.
public struct AuthorEntry: Decodable, Hashable, Sendable {
    public struct Place: Decodable, Hashable, Sendable {
        public let street: String?
        public let city: String
        public let postalCode: String?
        public let country: String
    }

    public struct Page: Decodable, Hashable, Sendable {
        public let label: String
        public let url: URL
    }

    public let id: String
    public let name: String
    public let email: EmailAddress
    public let bio: String?
    public let address: Place?
    public let links: [Page]?

    public func draft(tenantID: String) -> Author.Draft {
        .init(
            tenantID: tenantID, authorID: id, name: name, email: email, biography: bio,
            address: address.map {
                Address(street: $0.street, city: $0.city, postalCode: $0.postalCode, country: $0.country)
            },
            links: (links ?? []).map { Link(label: $0.label, url: $0.url) })
    }
}

/// A category in `categories.json`; its id is its path.
public struct CategoryEntry: Decodable, Hashable, Sendable {
    public let id: CategoryPath
    public let name: String
    public let description: String?

    public func draft(tenantID: String) -> Category.Draft {
        .init(tenantID: tenantID, path: id, name: name, summary: description)
    }
}

/// A reader in `subscribers.json`.
public struct SubscriberEntry: Decodable, Hashable, Sendable {
    public let email: EmailAddress
    public let name: String
    public let categories: [CategoryPath]
    public let authors: [String]

    public var topics: [Topic] { authors.map(Topic.author) + categories.map(Topic.category) }
}
