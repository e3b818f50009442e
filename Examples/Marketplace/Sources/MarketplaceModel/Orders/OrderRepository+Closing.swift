public import Entities

extension OrderRepository {
    /// The buyer has got the goods: the money leaves the escrow for the seller, less the fee.
    /// - Throws: `Refusal.otherState` unless the order was delivered, or `DynamoDBError`.
    public func complete(_ orderID: ULID) async throws {
        let regionID = market.regionID
        guard let payment = try await Payment.get(regionID: regionID, orderID: orderID).run(on: market.db) else {
            throw Refusal.otherState
        }
        let transfer = Transfer(.payout, in: regionID, order: orderID)
            .moving(payment.amount - payment.fee, from: .escrow(orderID), to: .wallet(payment.sellerID))
            .moving(payment.fee, from: .escrow(orderID), to: .fees(of: orderID))
        try await market.transact(
            "orders.complete", refusing: ["Order.patch": .otherState, "Payment.patch": .otherState]
        ) {
            Order.patch(regionID: regionID, orderID: orderID) { $0.set(status: .toCompleted) }
            Payment.patch(regionID: regionID, orderID: orderID) { $0.set(status: .toReleased) }
            transfer.writes
        }
    }

    /// The buyer does not want it any more, and it was not sent yet: the money and the goods go back, and the courier is not needed.
    /// - Throws: `Refusal.otherState` for an order that is on its way, or `DynamoDBError`.
    public func cancel(_ orderID: ULID) async throws {
        let regionID = market.regionID
        let file = try await file(of: orderID)
        guard let order = file.orders.first, let payment = file.payments.first, let shipment = file.shipments.first,
            order.status == .placed
        else { throw Refusal.otherState }
        let (status, pickupAt) = (shipment.status, shipment.pickupAt)
        let transfer = Transfer(.refund, in: regionID, order: orderID)
            .moving(payment.amount, from: .escrow(orderID), to: .wallet(order.buyerID))
        try await market.transact(
            "orders.cancel",
            refusing: [
                "Order.patch": .otherState, "Payment.patch": .otherState, "Shipment.patch": .conflict,
            ]
        ) {
            Order.patch(regionID: regionID, orderID: orderID) { $0.set(status: .toCancelled) }
            Payment.patch(regionID: regionID, orderID: orderID) { $0.set(status: .toRefunded) }
            // As it was read: a pickup that is booked meanwhile would be left behind.
            Shipment.patch(regionID: regionID, orderID: orderID) {
                $0.set(status: .toCancelled)
                $0.pickupAt.remove()
            }.if { shipment in
                let pickup = pickupAt.map { shipment.pickupAt == $0 } ?? (shipment.pickupAt == nil)
                return shipment.status == status && pickup
            }
            if let pickupAt {
                PickupSlot.remove(regionID: regionID, sellerID: order.sellerID, startsAt: pickupAt)
            }
            transfer.writes
            for line in file.orderLines {
                Stock.patch(regionID: regionID, listingID: line.listingID) {
                    $0.sold.subtract(line.quantity)
                    $0.available.add(line.quantity)
                }
            }
            DailySales.patch(regionID: regionID, sellerID: order.sellerID, day: DailySales.day(of: order.placedAt)) {
                $0.cancelled.add(1)
            }
        }
    }
}
