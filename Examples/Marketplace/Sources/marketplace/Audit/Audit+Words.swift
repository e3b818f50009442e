import Entities
import MarketplaceModel

extension Audit {
    /// Each side of a thread has a conversation, with as many unread messages as there are.
    func unread() -> [Finding] {
        var expected: [Conversation.Key: Int] = [:]
        for message in contents.messages {
            let (sender, recipient) = (message.senderID, message.recipientID)
            let (inbox, outbox) = (
                Conversation.Key(regionID: message.regionID, ownerID: recipient, otherID: sender),
                Conversation.Key(regionID: message.regionID, ownerID: sender, otherID: recipient)
            )
            expected[inbox, default: 0] += message.readAt == nil ? 1 : 0
            expected[outbox, default: 0] += 0
        }
        return compare(
            .unread, "the number of unread messages of",
            found: Dictionary(first: contents.conversations.map { ($0.key, $0.unread) }),
            expected: expected)
    }

    /// Each revision of a listing but the first has its change, which begins with what the one before has led to.
    func history() -> [Finding] {
        let changes = Dictionary(grouping: contents.listingChanges, by: \.listingID)
        let known = Set(contents.listings.map(\.listingID))
        return changes.keys.filter { !known.contains($0) }.map { Finding(.history, "listing \($0) is not there") }
            + contents.listings.compactMap { listing in
                let changes = (changes[listing.listingID] ?? []).sorted { $0.revision < $1.revision }
                let revisions = changes.map(\.revision)
                guard revisions == Array(2..<max(2, listing.revision + 1)) else {
                    return Finding(
                        .history, "listing \(listing.listingID) is revision \(listing.revision), with \(revisions)")
                }
                let isUnbroken = zip(changes, changes.dropFirst()).allSatisfy { $0.price == $1.previousPrice }
                if isUnbroken, changes.last.map({ $0.price == listing.price }) ?? true { return nil }
                return Finding(
                    .history, "a change of listing \(listing.listingID) was made by somebody who had not seen the last")
            }
    }
}
