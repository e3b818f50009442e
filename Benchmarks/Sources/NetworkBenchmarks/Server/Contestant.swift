import Harness

/// A server, and the client that puts it under load.
final class Contestant {
    private static let connections = 16
    /// The server and its client, or why there are none.
    private let pair: Result<(server: ServerProcess, client: RawClient), Missing>
    private var count: Int?

    /// - Parameter start: a server that cannot be had here takes no part.
    init(_ start: () throws -> ServerProcess) throws {
        do {
            let server = try start()
            pair = .success((server, try RawClient(port: server.port, connections: Self.connections)))
        } catch let missing as Missing {
            pair = .failure(missing)
        }
    }

    /// Makes the table, and puts the item.
    func fill() throws {
        guard case .success(let pair) = pair else { return }
        try pair.client.ask(ServiceRequest.createTable)
        try pair.client.ask(ServiceRequest.putItem)
    }

    var byTheClock: Work {
        Work { [self] in try round(lasting: $0).clock }
    }

    var byProcessorTime: Work {
        Work { [self] in try round(lasting: $0).processor }
    }

    /// Seconds per request, by the clock and of the server's processor time.
    private func round(lasting seconds: Double) throws -> (clock: Double, processor: Double) {
        let count = try count ?? self.calibrated(seconds)
        let (clock, processor) = try time(count)
        return (clock / Double(count), processor / Double(count))
    }

    private func calibrated(_ seconds: Double) throws -> Int {
        _ = try time(200)
        let count = max(100, Int(200 * seconds / (try time(200).clock)))
        self.count = count
        return count
    }

    private func time(_ count: Int) throws -> (clock: Double, processor: Double) {
        let (server, client) = try pair.get()
        let (start, used) = (ContinuousClock.now, try server.cpuSeconds)
        try client.send(ServiceRequest.getItem, times: count)
        return ((ContinuousClock.now - start) / .seconds(1), try server.cpuSeconds - used)
    }
}
