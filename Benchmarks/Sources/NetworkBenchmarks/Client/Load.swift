import Harness

/// Requests of so many tasks at a time, so many as make a round.
final class Load {
    private let concurrency: Int
    private let request: @Sendable () async throws -> Void
    private var count: Int?

    init(concurrency: Int, _ request: @escaping @Sendable () async throws -> Void) {
        self.concurrency = concurrency
        self.request = request
    }

    /// Seconds of this process's time per request.
    func round(lasting seconds: Double) async throws -> Double {
        if let count { return try await time(count) / Double(count * concurrency) }
        _ = try await time(20)
        let taken = try await time(20)
        count = max(1, Int(20 * seconds / taken))
        return try await round(lasting: seconds)
    }

    private func time(_ count: Int) async throws -> Double {
        let start = CPU.seconds
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<concurrency {
                group.addTask { [request] in
                    for _ in 0..<count { try await request() }
                }
            }
            try await group.waitForAll()
        }
        return CPU.seconds - start
    }
}

extension Work {
    static func load(_ concurrency: Int, _ request: @escaping @Sendable () async throws -> Void) -> Work {
        let load = Load(concurrency: concurrency, request)
        return Work { try await load.round(lasting: $0) }
    }
}
