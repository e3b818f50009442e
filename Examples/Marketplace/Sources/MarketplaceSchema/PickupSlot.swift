import EntityMacrosLite

/// A time at which a courier comes to a seller, for one order. Its key is the time, so that nobody else can have it: held while the
/// seller packs, and taken for good with the shipment that is packed.
struct PickupSlot: Regional {
    let regionID = Attribute<String>(.tenant, .length(1...20))
    let sellerID = Attribute<ULID>()
    let startsAt = Attribute<Date>()
    let orderID = Attribute<ULID>(.holder)
    /// Until when it is held; `nil` when it is taken for good.
    let expiresAt = Attribute<Date?>(.timeToLive)

    var accessPatterns: AccessPatterns {
        Primary("pickups", partition: "\(region)#SELLER#\(sellerID)", sort: "PICKUP#\(startsAt)")
    }
}
