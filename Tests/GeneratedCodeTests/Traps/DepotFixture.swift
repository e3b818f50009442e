import Entities
import GeneratedModel
import TestExecutors

/// A depot whose table is empty: what tests of ElectroDB's format have in common.
struct DepotFixture {
    let db: Database

    init(_ executor: TestExecutor = .standard) async throws {
        db = try executor.database(Depot.table)
        try await db.createTables()
    }

    @discardableResult
    func put(
        _ parcelID: String, depotID: String = "d", carrierID: String = "c", stage: Parcel.Stage = .new, weight: Int = 1,
        lane: String? = nil, rank: Int? = nil, dueOn: String? = nil, isHeld: Bool = false, seal: String? = nil,
        note: String? = nil
    ) async throws -> Parcel {
        let draft = Parcel.Draft(
            depotID: depotID, parcelID: parcelID, carrierID: carrierID, stage: stage, weight: weight, lane: lane,
            rank: rank,
            dueOn: dueOn, isHeld: isHeld, seal: seal, note: note)
        let parcel = Parcel(draft)
        try await Parcel.put(parcel).run(on: db)
        return parcel
    }

    /// A text attribute of the item of a parcel, as it is stored.
    func stored(_ name: String, of parcelID: String) async throws -> AttributeValue? {
        try await Parcel.parcel(depotID: "d", parcelID: parcelID).items.first(on: db)?[name]
    }
}
