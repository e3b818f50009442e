import Entities
import Testing

@testable import marketplace

/// A guarantee that is taken away on purpose.
struct Sabotage: Sendable, CustomTestStringConvertible {
    /// What is not guaranteed any more.
    let guarantee: String
    /// What actors do then.
    let activities: [Activity]
    /// What the audit has to name.
    let finding: Finding.Check
    var faults = 0.0
    var orders = 0
    var operations = 320
    let change: @Sendable (inout TransactWriteItemsRequest, _ number: Int) -> Void

    var testDescription: String { guarantee }

    /// Takes the conditions from all actions on items whose sort key begins so.
    static func withoutConditions(
        on sortKeys: [String], _ guarantee: String, _ activities: [Activity], orders: Int = 0,
        finding: Finding.Check
    ) -> Sabotage {
        Sabotage(guarantee: guarantee, activities: activities, finding: finding, orders: orders) { request, _ in
            for index in request.actions.indices where sortKeys.contains(where: request.actions[index].isOn) {
                request.actions[index].condition = nil
            }
        }
    }

    static let all: [Sabotage] = [
        Sabotage(
            guarantee: "a repeated transaction is known by its token", activities: [.deposit], finding: .promises,
            faults: 0.4
        ) { request, number in request.clientRequestToken = "token-\(number)" },
        Sabotage(
            guarantee: "a payment is remembered", activities: [.buy], finding: .surprises
        ) { request, _ in request.actions.removeAll { $0.isOn("IDEMPOTENCY") } },
        Sabotage(
            guarantee: "a transaction is all or nothing", activities: [.deposit, .buy], finding: .money
        ) { request, number in
            if number % 10 == 0, request.actions.count > 2 { request.actions.removeLast() }
        },
        .withoutConditions(on: ["PAGE#STOCK"], "stock does not fall below zero", [.buy], finding: .stock),
        .withoutConditions(on: ["LEDGER"], "nobody spends what is not there", [.buy], finding: .money),
        .withoutConditions(on: ["ENTRY#"], "a transfer is written once", [.deposit], finding: .money),
        .withoutConditions(
            on: ["HOLD#"], "what is reserved is sold or given back once", [.buy, .sweep], finding: .stock),
        .withoutConditions(
            on: ["ORDER", "PAYMENT", "SHIPMENT"], "states follow each other", [.pack, .deliver, .receive, .cancel],
            orders: 160, finding: .money),
        .withoutConditions(
            on: ["PICKUP#"], "a pickup slot is for one order", [.pack], orders: 160,
            finding: .bookings),
        .withoutConditions(
            on: ["REVIEW#"], "a side of an order speaks once", [.pack, .deliver, .receive], orders: 160,
            finding: .counters),
        .withoutConditions(
            on: ["MESSAGE#", "WITH#"], "a message is read once", [.write, .read], finding: .unread),
        .withoutConditions(on: ["UNIQUE"], "an e-mail address is one account's", [.open], finding: .claims),
        .withoutConditions(
            on: ["PAGE#LISTING", "CHANGE#"], "who changes a listing has seen it as it is", [.reprice],
            finding: .promises),
        Sabotage(
            guarantee: "a listing is changed with its history", activities: [.reprice], finding: .history
        ) { request, _ in request.actions.removeAll { $0.isOn("CHANGE#") } },
        Sabotage(
            guarantee: "keys change with their attributes", activities: [.pack, .deliver], finding: .keys, orders: 160
        ) { request, _ in
            for index in request.actions.indices {
                guard case .update(var update) = request.actions[index] else { continue }
                update.update.set.removeAll { $0.path.attributeName.hasPrefix("gsi") }
                request.actions[index] = .update(update)
            }
        },
        Sabotage(
            guarantee: "a counter counts with what it counts", activities: [.pack, .deliver, .receive],
            finding: .counters, orders: 160
        ) { request, _ in request.actions.removeAll { $0.isOn("REPUTATION") } },
        Sabotage(
            guarantee: "a region's sales are counted with the orders", activities: [.buy], finding: .counters
        ) { request, _ in request.actions.removeAll { $0.isOn("COUNTER") } },
    ]
}

extension TransactWriteItemsRequest.Action {
    /// Whether it is about an item whose sort key begins so.
    func isOn(_ prefix: String) -> Bool {
        let key =
            switch self {
            case .put(let request): request.item["sk"]
            case .update(let request): request.key["sk"]
            case .delete(let request): request.key["sk"]
            case .check(let check): check.key["sk"]
            }
        guard case .string(let text)? = key else { return false }
        return text.hasPrefix(prefix)
    }

    /// What the action takes for granted; that of a check cannot be taken away.
    fileprivate var condition: Condition? {
        get { nil }
        set {
            switch self {
            case .put(var request):
                request.condition = newValue
                self = .put(request)
            case .update(var request):
                request.condition = newValue
                self = .update(request)
            case .delete(var request):
                request.condition = newValue
                self = .delete(request)
            case .check: break
            }
        }
    }
}
