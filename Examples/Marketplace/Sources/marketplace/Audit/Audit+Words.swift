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

    /// A listing has all its revisions, from the first one on, and is what the last one says.
    func history() -> [Finding] {
        let revisions = Dictionary(grouping: contents.revisions, by: \.record.key)
        let known = Set(contents.listings.map(\.key))
        return revisions.keys.filter { !known.contains($0) }.map { Finding(.history, "listing \($0) is not there") }
            + contents.listings.compactMap { listing in
                let kept = (revisions[listing.key] ?? []).sorted { $0.number < $1.number }
                guard kept.map(\.number) == Array(1..<listing.revision + 1) else {
                    return Finding(
                        .history,
                        "listing \(listing.listingID) is revision \(listing.revision), with \(kept.map(\.number))")
                }
                if kept.last?.record == listing { return nil }
                return Finding(.history, "listing \(listing.listingID) is not what its last revision says")
            }
    }
}
