import Entities
import Foundation
import MarketplaceModel

extension PastTrade {
    /// What both sides of a completed order say of each other, if they do.
    mutating func reviews(of order: Order) -> [any BatchWrite] {
        guard order.status == .completed else { return [] }
        let sides: [(Review.Side, ULID, ULID, Int)] = [
            (.buyer, order.buyerID, order.sellerID, 60), (.seller, order.sellerID, order.buyerID, 40),
        ]
        return sides.compactMap { side, author, subject, likelihood in
            guard numbers.chance(likelihood) else { return nil }
            var review = Review(
                .init(
                    regionID: order.regionID, orderID: order.orderID, side: side, authorID: author, subjectID: subject,
                    stars: .random(in: 1...5, using: &numbers), text: "As one may expect."))
            review.createdAt = order.placedAt.addingTimeInterval(3 * 86_400)
            books.reputations[subject, default: (0, 0)].reviews += 1
            books.reputations[subject, default: (0, 0)].stars += review.stars
            count(.reviews)
            return Review.put(review)
        }
    }

    /// Every fourth buyer has a question, and some answers are not read yet.
    mutating func messages(about order: Order) -> [any BatchWrite] {
        guard numbers.chance(25) else { return [] }
        var (sender, recipient) = (order.buyerID, order.sellerID)
        return (0..<Int.random(in: 1...4, using: &numbers)).map { number in
            let sentAt = order.placedAt.addingTimeInterval(Double(number + 1) * 600)
            let message = Message(
                .init(
                    regionID: order.regionID, lesserID: min(sender, recipient), greaterID: max(sender, recipient),
                    messageID: numbers.ulid(at: sentAt), senderID: sender, recipientID: recipient,
                    text: "About order \(order.orderID): message \(number + 1).",
                    readAt: numbers.chance(70) ? sentAt.addingTimeInterval(60) : nil))
            books.enter(message, sentAt: sentAt)
            swap(&sender, &recipient)
            count(.messages)
            return Message.put(message)
        }
    }
}
