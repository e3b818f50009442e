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

    /// What a request allocates, in all threads.
    func allocations() async throws -> AllocationCount? {
        let count = max(1, 200 / concurrency)
        return try await AllocationCount.during(operations: count * concurrency) { try await run(count) }
    }

    private func time(_ count: Int) async throws -> Double {
        let start = CPU.seconds
        try await run(count)
        return CPU.seconds - start
    }

    private func run(_ count: Int) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<concurrency {
                group.addTask { [request] in
                    for _ in 0..<count { try await request() }
                }
            }
            try await group.waitForAll()
        }
    }
}

extension Work {
    static func load(_ concurrency: Int, _ request: @escaping @Sendable () async throws -> Void) -> Work {
        let load = Load(concurrency: concurrency, request)
        var work = Work { try await load.round(lasting: $0) }
        work.allocations = { try await load.allocations() }
        return work
    }
}
