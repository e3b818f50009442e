import Entities

extension Checkout {
    /// What the marketplace keeps of a sale, in cents: a twentieth.
    public static func fee(of total: Int) -> Int { total / 20 }

    /// Pays what is reserved: the order with its lines, its payment in escrow and its shipment come to be, the money leaves the
    /// wallet, the reserved goods are sold, the cart is emptied of them and the day has an order more. All that, or nothing; and once,
    /// however often the buyer asks for it.
    /// - Returns: the order, as it was placed.
    /// - Throws: `Refusal`, or `DynamoDBError`.
    public func pay(_ reservation: Reservation) async throws -> Order {
        try await market.refusing(["StockHold.remove": .reservationOver, "Balance.patch": .balanceTooLow]) {
            try await market.db.named("checkout.pay").once("checkout-\(reservation.checkoutID)") {
                payment(of: reservation)
            }
        }
    }

    private func payment(of reservation: Reservation) -> Commit<Order> {
        let now = Generators.current.now()
        let (regionID, total) = (market.regionID, reservation.total)
        let creation = Order.create(
            .init(regionID: regionID, buyerID: reservation.buyerID, sellerID: reservation.sellerID, total: total))
        let (order, orderID) = (creation.record, creation.record.orderID)
        let day = DailySales.day(of: order.placedAt)
        return Commit(order) {
            for line in reservation.lines {
                // DynamoDB's time to live is late by hours: what decides is the condition.
                StockHold.remove(
                    regionID: regionID, checkoutID: reservation.checkoutID, listingID: line.listingID
                ).if { $0.endsAt > now }
                Stock.patch(regionID: regionID, listingID: line.listingID) {
                    $0.reserved.subtract(line.quantity)
                    $0.sold.add(line.quantity)
                }
                OrderLine.create(
                    .init(
                        regionID: regionID, orderID: orderID, listingID: line.listingID, title: line.title,
                        quantity: line.quantity, price: line.price))
                CartLine.delete(regionID: regionID, buyerID: line.buyerID, listingID: line.listingID)
            }
            creation
            Payment.create(
                .init(
                    regionID: regionID, orderID: orderID, buyerID: order.buyerID, sellerID: order.sellerID,
                    amount: total, fee: Self.fee(of: total)))
            Shipment.create(
                .init(regionID: regionID, orderID: orderID, sellerID: order.sellerID, buyerID: order.buyerID))
            Transfer(.payment, in: regionID, order: orderID)
                .moving(total, from: .wallet(order.buyerID), to: .escrow(orderID)).writes
            DailySales.update(regionID: regionID, sellerID: order.sellerID, day: day) {
                $0.orders.add(1)
                $0.goods.add(reservation.quantity)
                $0.turnover.add(total)
                $0.cancelled.add(0)
            }.orCreate()
            RegionSales.orders(regionID: regionID, day: day).add(1)
            RegionSales.turnover(regionID: regionID, day: day).add(total)
        }
    }
}
