import Entities
import Foundation
import MarketplaceModel

/// What past orders and messages add up to.
struct PastBooks {
    /// In cents, by the ledger's name.
    var balances: [String: Int] = [:]
    var reputations: [ULID: (reviews: Int, stars: Int)] = [:]
    private(set) var sold: [ULID: Int] = [:]
    private(set) var days: [DailySales.Key: DailySales] = [:]
    private(set) var conversations: [Conversation.Key: Conversation] = [:]
    private var pickups: [ULID: Date] = [:]
    private var lastPickup: [ULID: Date] = [:]

    /// When the courier came for an order.
    func pickupAt(_ order: Order) -> Date? { pickups[order.orderID] }

    mutating func enter(_ order: Order, _ lines: [OrderLine]) {
        let goods = lines.reduce(0) { $0 + $1.quantity }
        var day = DailySales(
            .init(regionID: order.regionID, sellerID: order.sellerID, day: DailySales.day(of: order.placedAt)))
        day = days[day.key] ?? day
        day.orders += 1
        day.goods += goods
        day.turnover += order.total
        if order.status == .cancelled {
            day.cancelled += 1
        } else {
            for line in lines { sold[line.listingID, default: 0] += line.quantity }
        }
        days[day.key] = day
        if [.shipped, .delivered, .completed].contains(order.status) {
            // A quarter of an hour apart: no courier comes twice at a time.
            let pickup = (lastPickup[order.sellerID] ?? DataSet.end.addingTimeInterval(-90 * 86_400))
                .addingTimeInterval(900)
            lastPickup[order.sellerID] = pickup
            pickups[order.orderID] = pickup
        }
    }

    mutating func enter(_ message: Message, sentAt: Date) {
        for (owner, other) in [
            (message.senderID, message.recipientID), (message.recipientID, message.senderID),
        ] {
            var conversation = Conversation(
                .init(
                    regionID: message.regionID, ownerID: owner, otherID: other, lastText: message.text,
                    lastMessageAt: sentAt))
            if let known = conversations[conversation.key] {
                conversation.unread = known.unread
                if known.lastMessageAt > sentAt { conversation = known }
            }
            if owner == message.recipientID, message.readAt == nil { conversation.unread += 1 }
            conversations[conversation.key] = conversation
        }
    }
}
