import Foundation

/// Requests of so many tasks at a time.
struct Load {
    let concurrency: Int
    let requests: Int

    func measure(_ request: @escaping @Sendable () async throws -> Void) async throws -> Measurement {
        try await run(min(500, requests), request)
        let (cpu, start) = (Self.cpuSeconds, ContinuousClock.now)
        try await run(requests, request)
        let elapsed = ContinuousClock.now - start
        return Measurement(
            requests: requests / concurrency * concurrency,
            seconds: Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18,
            cpuSeconds: Self.cpuSeconds - cpu)
    }

    private func run(_ count: Int, _ request: @escaping @Sendable () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<concurrency {
                group.addTask {
                    for _ in 0..<(count / concurrency) { try await request() }
                }
            }
            try await group.waitForAll()
        }
    }

    /// User and system time of all threads of this process.
    private static var cpuSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
