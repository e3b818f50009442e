public import Entities

public import struct Foundation.TimeInterval

/// Goods on their way. A shipment is pending, packed, shipped and delivered, in this order; or cancelled before it is shipped.
public struct ShipmentRepository: Sendable {
    let market: Market

    /// A seller's shipments in a state, the oldest order first.
    public func shipments(from sellerID: ULID, _ status: Shipment.Status, limit: Int) async throws -> [Shipment] {
        try await Shipment.bySeller(regionID: market.regionID, sellerID: sellerID, status: status)
            .page(limit: limit, on: market.db).items
    }

    /// What is on the way, the oldest orders first.
    public func onTheWay(limit: Int) async throws -> [Shipment] {
        try await Shipment.onTheWay(regionID: market.regionID).page(limit: limit, on: market.db).items
    }

    /// When a courier comes to a seller, from a moment on.
    public func pickups(of sellerID: ULID, from start: Date) async throws -> [PickupSlot] {
        try await PickupSlot.pickups(regionID: market.regionID, sellerID: sellerID, startsAt: start...)
            .all(on: market.db)
    }

    /// Keeps a time for a shipment at which a courier can come, while it is packed.
    /// - Throws: `Refusal.slotTaken`, or `DynamoDBError`.
    public func hold(_ time: Date, for shipment: Shipment, during duration: TimeInterval = 600) async throws
        -> PickupSlot
    {
        let reservation = PickupSlot.reserve([
            .init(
                regionID: market.regionID, sellerID: shipment.sellerID, startsAt: time, orderID: shipment.orderID,
                expiresAt: Generators.current.now().addingTimeInterval(duration))
        ])
        try await market.transact("shipments.hold", refusing: ["PickupSlot.create": .slotTaken]) { reservation }
        return reservation.records[0]
    }

    /// The goods are packed, and the courier comes for them.
    /// - Parameter pickup: which is held for this shipment.
    /// - Throws: `Refusal.slotTaken` when it is not held any more, `Refusal.otherState` unless the shipment was pending, or `DynamoDBError`.
    public func pack(_ shipment: Shipment, pickup: PickupSlot) async throws {
        try await market.transact(
            "shipments.pack", refusing: ["PickupSlot.confirm": .slotTaken, "Shipment.patch": .otherState]
        ) {
            Shipment.patch(regionID: market.regionID, orderID: shipment.orderID) {
                $0.set(status: .toPacked)
                $0.pickupAt.set(pickup.startsAt)
            }
            pickup.confirm()
        }
    }

    /// The courier has the goods.
    /// - Throws: `Refusal.otherState` unless the shipment was packed, or `DynamoDBError`.
    public func ship(_ orderID: ULID) async throws {
        try await move(orderID, .toShipped, order: .toShipped)
    }

    /// The buyer has the goods.
    /// - Throws: `Refusal.otherState` unless the shipment was shipped, or `DynamoDBError`.
    public func deliver(_ orderID: ULID) async throws {
        try await move(orderID, .toDelivered, order: .toDelivered)
    }

    /// A shipment and its order change together.
    private func move(
        _ orderID: ULID, _ move: StateMove<Shipment.Status>, order orderMove: StateMove<Order.Status>
    ) async throws {
        try await market.transact(
            "shipments.move", refusing: ["Shipment.patch": .otherState, "Order.patch": .otherState]
        ) {
            Shipment.patch(regionID: market.regionID, orderID: orderID) { $0.set(status: move) }
            Order.patch(regionID: market.regionID, orderID: orderID) { $0.set(status: orderMove) }
        }
    }
}
