import Entities
import GeneratedModel

/// Every form of an ElectroDB key: partial, clustered, conditional, numeric, an attribute of its own, upper-cased, padded.
let parcelWrites = RandomWrites<Parcel>(
    leftAlone: { parcel, name in
        switch name {
        case "gsi2sk": parcel.lane == nil && parcel.rank == nil
        case "gsi3sk": parcel.dueOn == nil
        default: false
        }
    },
    writes: [
        { chance, _, db in
            let draft = chance.parcel()
            try await Parcel.put(draft).run(on: db)
        },
        { chance, _, db in
            let (first, second) = (chance.parcel(), chance.parcel())
            try await db.batchWrite([Parcel.put(first), Parcel.put(second)])
        },
        { chance, _, db in
            let draft = chance.parcel()
            let (stage, isHeld) = (draft.stage ?? .new, draft.isHeld ?? false)
            try await Parcel.upsert(
                draft, stage: stage, lane: draft.lane, rank: draft.rank, dueOn: draft.dueOn, isHeld: isHeld
            ).if { $0.note.notExists || $0.weight < 10 }.run(on: db)
        },
        { chance, stored, db in
            let (draft, old) = (chance.parcel(), stored.randomElement(using: &chance))
            let stage = chance.part(draft.stage ?? .done, stored: old?.stage)
            let weight = chance.part(draft.weight, stored: old?.weight)
            let isHeld = chance.part(draft.isHeld ?? true, stored: old?.isHeld)
            let lane = chance.part(draft.lane, stored: old?.lane)
            let rank = chance.part(draft.rank, stored: old?.rank)
            let creates = chance.bool()
            let update = Parcel.update(old?.key ?? Parcel(draft).key) {
                $0.set(stage: stage, weight: weight, isHeld: isHeld)
                $0.set(lane: lane, rank: rank)
                if creates { $0.set(carrierID: draft.carrierID) }
                $0.handled.add(1)
                $0.tags.insert("t")
            }
            if creates { try await update.orCreate().run(on: db) } else { try await update.run(on: db) }
        },
        { chance, stored, db in
            let (draft, old) = (chance.parcel(), stored.randomElement(using: &chance))
            let removes = chance.bool()
            try await Parcel.patch(old?.key ?? Parcel(draft).key) {
                $0.set(dueOn: draft.dueOn)
                if removes { $0.seal.remove() } else { $0.seal.set(ifAbsent: draft.carrierID) }
                $0.pk.set(draft.note)
                $0.stops.append("s")
            }.if { $0.pk == nil || $0.seal != "10" }.run(on: db)
        },
        { chance, stored, db in
            let (draft, old) = (chance.parcel(), stored.randomElement(using: &chance))
            try await db.transact {
                Parcel.patch(old?.key ?? Parcel(draft).key) {
                    $0.set(carrierID: draft.carrierID)
                    $0.set(lane: draft.lane, rank: draft.rank)
                }
                Carrier.put(.init(carrierID: draft.carrierID, depotID: draft.depotID))
            }
        },
        { _, stored, db in
            if let key = stored.last?.key { try await Parcel.delete(key).run(on: db) }
        },
    ])

extension Chance {
    fileprivate mutating func parcel() -> Parcel.Draft {
        let lane = optional(text())
        return .init(
            depotID: one(of: ["d", "D#"], or: "d"), parcelID: "p\(number(0...2))", carrierID: text(),
            stage: optional(choice(Parcel.Stage.self, or: .new)), weight: number(0...20), lane: lane,
            // Half a key is refused, now and then.
            rank: number(0...9) == 0 ? 1 : lane.map { _ in 2 }, dueOn: optional(text()), isHeld: optional(bool()),
            seal: optional(text() + "x"), note: optional("n"))
    }
}

/// Constant sort keys, an index of constant keys, and a sort key that is cut off without a name.
let carrierWrites = RandomWrites<Carrier>(
    leftAlone: { carrier, name in
        switch name {
        case "gsi2sk": carrier.name == nil
        case "gsi1pk", "gsi1sk", "gsi4pk", "gsi4sk": true
        default: false
        }
    },
    writes: [
        { chance, _, db in
            let draft = chance.carrier()
            try await Carrier.create(draft).run(on: db)
        },
        { chance, _, db in
            let draft = chance.carrier()
            try await Carrier.upsert(draft, name: draft.name).run(on: db)
        },
        { chance, stored, db in
            let (draft, old) = (chance.carrier(), stored.randomElement(using: &chance))
            let creates = chance.bool()
            let update = Carrier.update(old?.key ?? Carrier(draft).key) {
                if creates { $0.set(depotID: draft.depotID) }
                $0.set(name: draft.name)
                $0.trips.add(1)
            }
            if creates { try await update.orCreate().run(on: db) } else { try await update.run(on: db) }
        },
        { _, stored, db in
            if let key = stored.last?.key { try await Carrier.remove(key).run(on: db) }
        },
    ])

extension Chance {
    fileprivate mutating func carrier() -> Carrier.Draft {
        .init(carrierID: text(), depotID: text(), name: optional(text()), trips: optional(number(0...3)))
    }
}
