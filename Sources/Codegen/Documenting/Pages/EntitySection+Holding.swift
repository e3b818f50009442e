import Entities

// What it takes to have a record for a time: its lease, or a reservation.

extension EntitySection {
    func leases(_ capacity: EntityCapacity) -> [[String]] {
        guard let lease = emitter.lease else { return [] }
        let writes = "\(units(capacity.leasing(lease))) write"
        return [
            ["`lease` by key", "\(writes), \(units(capacity.answer)) read", "the read is all that a refusal takes"],
            ["`lease` of a record, `renewingLease`, `releasingLease`", writes, ""],
        ]
    }

    func reservations(_ capacity: EntityCapacity) -> [[String]] {
        guard entity.holder != nil, let expiry = entity.expiry else { return [] }
        var confirmed = samples.updated(sample.record)
        confirmed.values[expiry.name] = nil
        let confirmation = capacity.change(to: SampleItem(confirmed, in: schema, samples), with: capacity.claims)
        let isTransaction = capacity.claims > 0
        let several = isTransaction ? "" : "\(units(CapacityEstimate.write(capacity.itemSize))) more each, of several"
        return [
            ["`reserve`", "\(units(capacity.create)) write", several],
            ["`confirm`", answered(confirmation, capacity, inTransaction: isTransaction), several],
            ["`release`", answered(capacity.delete, capacity, inTransaction: isTransaction), ""],
        ]
    }
}
