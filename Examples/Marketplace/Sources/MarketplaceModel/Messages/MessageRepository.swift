public import Entities

/// What accounts write to each other.
public struct MessageRepository: Sendable {
    let market: Market

    /// Sends a message. It is the latest in the inboxes of both, and one more that the recipient has not read.
    @discardableResult
    public func send(_ text: String, from senderID: ULID, to recipientID: ULID) async throws -> Message {
        guard senderID != recipientID else { throw Refusal.notPartOfIt }
        let (regionID, now) = (market.regionID, Generators.current.now())
        let creation = Message.create(
            .init(
                regionID: regionID, lesserID: min(senderID, recipientID), greaterID: max(senderID, recipientID),
                senderID: senderID, recipientID: recipientID, text: text))
        try await market.transact("messages.send") {
            creation
            for (owner, other) in [(senderID, recipientID), (recipientID, senderID)] {
                Conversation.update(regionID: regionID, ownerID: owner, otherID: other) {
                    $0.unread.add(owner == recipientID ? 1 : 0)
                    $0.lastText.set(text)
                    $0.set(lastMessageAt: now)
                }.orCreate()
            }
        }
        return creation.record
    }

    /// The latest messages between two accounts.
    public func thread(_ accountID: ULID, _ otherID: ULID, limit: Int, from cursor: Cursor? = nil) async throws
        -> Page<Message>
    {
        try await Message.thread(
            regionID: market.regionID, lesserID: min(accountID, otherID), greaterID: max(accountID, otherID)
        ).descending().page(limit: limit, from: cursor, on: market.db)
    }

    /// An account's conversations, the latest first.
    public func inbox(of accountID: ULID, limit: Int) async throws -> [Conversation] {
        try await Conversation.inbox(regionID: market.regionID, ownerID: accountID).descending()
            .page(limit: limit, on: market.db).items
    }

    /// Marks the oldest messages that an account has from another as read, and counts them off in the same moment. What somebody
    /// else has read meanwhile (another device, say) is not counted off twice.
    /// - Parameter limit: up to 90.
    /// - Returns: how many.
    @discardableResult
    public func read(_ accountID: ULID, from otherID: ULID, limit: Int = 25) async throws -> Int {
        let (regionID, now) = (market.regionID, Generators.current.now())
        let unread = try await Message.unread(regionID: regionID, recipientID: accountID, senderID: otherID)
            .page(limit: min(limit, 90), on: market.db).items
        guard !unread.isEmpty else { return 0 }
        try await market.transact(
            "messages.read", refusing: ["Message.patch": .conflict, "Conversation.patch": .conflict]
        ) {
            for message in unread {
                message.patch { $0.set(senderID: otherID, recipientID: accountID, readAt: now) }
                    .if { $0.readAt == nil }
            }
            Conversation.patch(regionID: regionID, ownerID: accountID, otherID: otherID) {
                $0.unread.subtract(unread.count)
            }
        }
        return unread.count
    }
}
