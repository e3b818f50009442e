import CMSTypes
public import Foundation

/// Publishes what is due, and knows who wants to hear of it.
public struct PublishingService: Sendable {
    let articles: any ArticleRepository
    let subscribers: any SubscriberRepository

    public init(articles: any ArticleRepository, subscribers: any SubscriberRepository) {
        self.articles = articles
        self.subscribers = subscribers
    }

    /// Publishes each scheduled article whose time has come.
    ///
    /// One that somebody changes at the same moment is looked at again: it may not be due any more. One that fails does
    /// not keep the others waiting.
    public func publishDue(at now: Date) async throws -> PublishingReport {
        var report = PublishingReport()
        for article in try await articles.due(at: now) {
            do {
                if let published = try await publish(article, at: now) {
                    report.published.append(published)
                } else {
                    report.postponed.append(article)
                }
            } catch {
                report.failures.append(.init(article: article, error: error))
            }
        }
        return report
    }

    /// The article as it was published; nil if somebody has made other plans with it.
    private func publish(_ article: Article, at now: Date) async throws -> Article? {
        var candidate = article
        while candidate.isDue(at: now) {
            do {
                return try await articles.publish(candidate, at: now)
            } catch ArticleError.conflict(let current) {
                candidate = current
            }
        }
        return nil
    }

    /// Who wants to hear of an article: subscribers of its author, its category, or one above it.
    public func audience(of article: Article) async throws -> [Subscriber] {
        var topics: [Topic] = [.author(article.authorID)]
        var category: CategoryPath? = article.category
        while let path = category {
            topics.append(.category(path))
            category = path.parent
        }
        return try await subscribers.subscribers(to: topics)
    }
}

extension Article {
    /// Whether it is scheduled, and its time has come.
    public func isDue(at now: Date) -> Bool {
        guard status == .scheduled, let publishAt else { return false }
        return publishAt <= now
    }
}
