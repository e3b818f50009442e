import Entities
import InMemoryDynamoDB
import MarketplaceModel

/// The marketplace on an executor: as it is, for those who load and audit it, and as actors see it, with faults and meters in between.
struct Marketplaces: Sendable {
    /// Without faults.
    let db: Database
    /// What all trading consumes, by access pattern.
    let consumption = CapacityMeter()
    /// What each activity consumes.
    let activities: [Activity: CapacityMeter]
    let disturbances = Disturbances()
    let injector: FaultInjector
    private let databases: [Activity: Database]

    /// - Parameters:
    ///   - faults: how likely something goes wrong with an actor's request.
    ///   - pause: what passes the time before a request is sent again.
    init(
        _ executor: some DynamoDBExecutor, table: TableSchema = Marketplace.table, faults: Double, seed: UInt64,
        pause: (@Sendable (Int) async throws -> Void)? = nil
    ) throws {
        func patient(_ base: any DynamoDBExecutor) -> PatientExecutor {
            var patient = PatientExecutor(base: base)
            if let pause { patient.pause = pause }
            return patient
        }
        db = Database(patient(executor), table: table)
        injector = FaultInjector(try .weather(faults, seed: seed))
        let faulty = Database(FaultyExecutor(executor, injector), table: table)
        let activities = Dictionary(uniqueKeysWithValues: Activity.allCases.map { ($0, CapacityMeter()) })
        self.activities = activities
        databases = activities.mapValues { [consumption, disturbances] meter in
            let observed = faulty.observed(by: consumption, meter, disturbances)
            return Database(patient(observed.executor), tablesOf: observed)
        }
    }

    /// A region's marketplace as an activity sees it.
    func market(_ activity: Activity, _ regionID: String) -> Market {
        Market(databases[activity] ?? db, region: regionID)
    }
}
