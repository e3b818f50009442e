import Entities
import Foundation
import GeneratedModel
import Testing

/// What generated code writes, seen in the items.
@Suite("Generated keys")
struct GeneratedKeysTests {
    private func item(_ record: some ItemEncodable) throws -> [String: AttributeValue] {
        try EncodedItem(record).attributes
    }

    @Test("A key attribute is there exactly when its parts are, and the condition of the index holds")
    func sparseKeys() throws {
        var article = Article(
            .init(tenantID: "acme", authorID: "ada", slug: "hello", title: "Hello", publishedAt: nil))
        var attributes = try item(article)
        #expect(attributes["gsi2pk"] == "TENANT#acme#PUBLISHED")
        #expect(attributes["gsi2sk"] == nil)
        #expect(attributes["gsi4pk"] == nil)

        article.publishedAt = Date(timeIntervalSince1970: 1_763_693_160)
        article.status = .inReview
        attributes = try item(article)
        #expect(attributes["gsi2sk"] == .string("2025-11-21T02:46:00.000Z#\(article.articleID)"))
        #expect(attributes["gsi3sk"] == "Article#in-review#2025-11-21T02:46:00.000Z")
        #expect(attributes["gsi4pk"] == "TENANT#acme#REVIEWS")
    }

    @Test("A created record is what is read back")
    func roundTrip() throws {
        let draft = Article.Draft(
            tenantID: "acme", authorID: "ada", slug: "hello", title: "Hello",
            address: Address(city: "Paris", checkedAt: Date(timeIntervalSince1970: 1.75)),
            publishedAt: Date(timeIntervalSince1970: 1.23456789), expiresAt: Date(timeIntervalSince1970: 2.9))
        let article = Article(draft)
        #expect(article.publishedAt == Date(timeIntervalSince1970: 1.235))
        #expect(article.expiresAt == Date(timeIntervalSince1970: 2))
        #expect(try EncodedItem(article).decode(as: Article.self) == article)
    }

    @Test("A date that is stored in seconds makes the same key before and after it was stored")
    func datesInSeconds() throws {
        let now = Date(timeIntervalSince1970: 1_763_640_000.75)
        let event = Generators.$current.withValue(.fixed(now: now)) {
            Event(.init(kind: "k", at: now, actor: "a", level: 0))
        }
        let whole = "EVENT#2025-11-20T12:00:00.000Z"
        #expect(event.changedAt == Date(timeIntervalSince1970: 1_763_640_000))
        #expect(try item(event)["lsi1sk"] == .string(whole))
        let update = Generators.$current.withValue(.fixed(now: now)) {
            Event.update(eventID: event.eventID, at: event.at) { $0.set(actor: "b") }
        }
        #expect(update.explain().description.contains(whole))
        #expect(Event.changed(shard: 1, changedAt: now).explain().description.contains(whole))
        // The bounds of a range are what they are: nothing that is stored is at 0.75 or later in this second.
        let range = Event.changed(shard: 1, changedAt: now...).explain().description
        #expect(range.contains("EVENT#2025-11-20T12:00:00.750Z"))
    }
}
