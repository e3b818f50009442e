import Entities
import MarketplaceModel

/// Many actors at once: each does one thing after the other, as one account or another.
struct Trading {
    /// The marketplace of a region as an activity sees it: each activity has an executor of its own, which counts what it takes.
    typealias Markets = @Sendable (_ activity: Activity, _ regionID: String) -> Market

    let dataSet: DataSet
    let actors: Int
    let operations: Int
    let seed: UInt64
    var activities = Activity.lots
    let markets: Markets

    /// What is refused, and what the database fails to do, is counted.
    /// - Throws: `CancellationError`.
    func run() async throws -> Tally {
        try await withThrowingTaskGroup(of: Tally.self) { group in
            for number in 0..<actors {
                let share = operations / actors + (number < operations % actors ? 1 : 0)
                group.addTask { try await act(number, times: share) }
            }
            return try await group.reduce(into: Tally()) { $0 += $1 }
        }
    }

    /// Each actor has numbers of its own, so that its choices do not depend on the others' pace; what it finds does.
    private func act(_ number: Int, times: Int) async throws -> Tally {
        var seeds = SeededNumbers(seed: seed ^ UInt64(number + 1))
        let populations = dataSet.populations
        var actor = Actor(population: populations[number % populations.count], numbers: .init(seed: seeds.next()))
        for _ in 0..<times {
            try Task.checkCancellation()
            guard let activity = activities.randomElement(using: &actor.numbers) else { break }
            try await actor.perform(activity, in: markets(activity, actor.population.regionID))
        }
        return actor.tally
    }
}
