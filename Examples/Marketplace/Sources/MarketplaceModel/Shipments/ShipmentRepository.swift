public import Entities

public import struct Foundation.Date

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

    /// The goods are packed, and a courier comes for them at this time, for nobody else's.
    /// - Throws: `Refusal.slotTaken`, `Refusal.otherState` unless the shipment was pending, or `DynamoDBError`.
    public func pack(_ shipment: Shipment, pickupAt time: Date) async throws {
        try await market.transact(refusing: ["PickupSlot.create": .slotTaken, "Shipment.patch": .otherState]) {
            Shipment.patch(regionID: market.regionID, orderID: shipment.orderID) {
                $0.set(status: .packed)
                $0.pickupAt.set(time)
            }.if { $0.status == .pending }
            PickupSlot.create(
                .init(
                    regionID: market.regionID, sellerID: shipment.sellerID, startsAt: time, orderID: shipment.orderID))
        }
    }

    /// The courier has the goods.
    /// - Throws: `Refusal.otherState` unless the shipment was packed, or `DynamoDBError`.
    public func ship(_ orderID: ULID) async throws {
        try await move(orderID, from: .packed, to: .shipped, order: .placed, to: .shipped)
    }

    /// The buyer has the goods.
    /// - Throws: `Refusal.otherState` unless the shipment was shipped, or `DynamoDBError`.
    public func deliver(_ orderID: ULID) async throws {
        try await move(orderID, from: .shipped, to: .delivered, order: .shipped, to: .delivered)
    }

    /// A shipment and its order change together.
    private func move(
        _ orderID: ULID, from status: Shipment.Status, to next: Shipment.Status, order orderStatus: Order.Status,
        to nextOrder: Order.Status
    ) async throws {
        try await market.transact(refusing: ["Shipment.patch": .otherState, "Order.patch": .otherState]) {
            Shipment.patch(regionID: market.regionID, orderID: orderID) { $0.set(status: next) }
                .if { $0.status == status }
            Order.patch(regionID: market.regionID, orderID: orderID) { $0.set(status: nextOrder) }
                .if { $0.status == orderStatus }
        }
    }
}
