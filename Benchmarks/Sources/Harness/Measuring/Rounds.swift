import Foundation

/// Runs contests: in each round ours and then every peer, so that a noisy neighbour hurts all alike.
package struct Rounds {
    package let settings: Settings
    /// What is said meanwhile.
    private let progress: Progress

    package init(_ settings: Settings, progress: Progress = Progress()) {
        self.settings = settings
        self.progress = progress
    }

    /// Runs those contests that the settings ask for.
    package func run(_ contests: [Contest]) async throws -> [RowResult] {
        var results: [RowResult] = []
        for contest in contests where settings.asksFor(contest.row) { results.append(try await run(contest)) }
        return results
    }

    private func run(_ contest: Contest) async throws -> RowResult {
        let row = contest.row
        var result = RowResult(row)
        var peers = row.peers.filter { peer in
            contest.peers[peer].map { !($0.isElsewhere && settings.isWithoutPeers) } ?? false
        }
        for round in 1...settings.rounds {
            progress.say("\(row.area.rawValue): \(row.name), round \(round) of \(settings.rounds)")
            result.ours.append(try await figure(contest.ours, contest))
            for peer in peers {
                guard let work = contest.peers[peer] else { continue }
                do {
                    result.add(try await figure(work, contest), of: peer)
                } catch let problem as Missing {
                    result.note(problem.description, of: peer)
                    peers.removeAll { $0 == peer }
                }
            }
        }
        for peer in row.peers where contest.peers[peer] == nil { result.addPublished(peer) }
        result.allocations = try await contest.ours.allocations()
        progress.clear()
        return result
    }

    private func figure(_ work: Work, _ contest: Contest) async throws -> Double {
        contest.row.unit.figure(try await work.measure(settings.secondsPerRound), amount: contest.amount)
    }
}
