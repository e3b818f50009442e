import Foundation

/// What a run took.
struct Measurement {
    let requests: Int
    let seconds: Double
    let cpuSeconds: Double

    var rate: Double { Double(requests) / seconds }
    var microseconds: Double { cpuSeconds / Double(requests) * 1e6 }
}

/// The measurements of all rounds.
struct Report {
    private struct Key: Hashable {
        let client: String
        let concurrency: Int
    }

    private var runs: [Key: [Measurement]] = [:]
    private var clients: [String] = []
    private var notes: [String] = []

    mutating func add(_ measurement: Measurement, for client: String, _ concurrency: Int) {
        if !clients.contains(client) { clients.append(client) }
        runs[Key(client: client, concurrency: concurrency), default: []].append(measurement)
    }

    mutating func note(_ text: String) {
        if !notes.contains(text) { notes.append(text) }
    }

    /// A line for each client: processor microseconds per request, and requests per second, for each concurrency.
    func table(_ concurrencies: [Int]) -> String {
        var lines = ["CPU µs per request (requests per second), medians; least to most µs behind"]
        for client in clients {
            var line = client.padding(toLength: 30, withPad: " ", startingAt: 0)
            for concurrency in concurrencies {
                guard let runs = runs[Key(client: client, concurrency: concurrency)] else { continue }
                let costs = runs.map(\.microseconds).sorted()
                line += String(
                    format: "  %d: %5.0f (%5.1f k) %.0f–%.0f", concurrency, costs[costs.count / 2],
                    median(runs.map(\.rate)) / 1000, costs[0], costs[costs.count - 1])
            }
            lines.append(line)
        }
        return (lines + notes).joined(separator: "\n")
    }

    /// The medians, for a later run to be compared with.
    var json: Data {
        get throws {
            let rows = runs.map { key, runs in
                [
                    "client": key.client, "concurrency": key.concurrency,
                    "cpuMicroseconds": median(runs.map(\.microseconds)),
                    "requestsPerSecond": median(runs.map(\.rate)),
                ] as [String: Any]
            }
            return try JSONSerialization.data(withJSONObject: rows, options: [.prettyPrinted, .sortedKeys])
        }
    }

    private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
