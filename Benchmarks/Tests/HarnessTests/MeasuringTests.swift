import Harness
import Testing

@Suite("Measuring", .serialized) struct MeasuringTests {
    @Test("The counter of allocations counts", .enabled(if: AllocationCount.isAvailable)) func counter() async throws {
        var blocks: [UnsafeMutableRawPointer] = []
        let count = await AllocationCount.during(operations: 10) {
            for _ in 0..<100 { blocks.append(.allocate(byteCount: 1000, alignment: 8)) }
        }
        for block in blocks { block.deallocate() }
        // At least: other tests may run meanwhile.
        #expect(try #require(count).blocks >= 10)
        #expect(try #require(count).bytes >= 10_000)
    }

    @Test("Rounds are interleaved, and a peer that fails takes no further part") func interleaving() async throws {
        var calls: [String] = []
        let contest = Contest(
            .rated,
            ours: Work { _ in
                calls.append("ours")
                return 1
            },
            peers: [
                .rival: Work { _ in
                    calls.append("rival")
                    return 2
                },
                .absent: Work { _ in
                    calls.append("absent")
                    throw Missing("is not installed here")
                },
            ])
        var settings = Settings()
        settings.rounds = 2
        let results = try await Rounds(settings, progress: Progress(isShown: false)).run([contest])
        #expect(calls == ["ours", "rival", "absent", "ours", "rival"])
        #expect(results.first?.result(of: "rival")?.samples.values.count == 2)
        #expect(results.first?.peers.first { $0.name == "absent" }?.missing == "is not installed here")
        #expect(results.first?.ratio(to: "rival")?.median == 2)
    }

    @Test("Without peers, those of other processes are left out, and yardsticks stay") func withoutPeers() async throws
    {
        var elsewhere = Work { _ in 1 }
        elsewhere.isElsewhere = true
        var settings = Settings()
        settings.isWithoutPeers = true
        let contest = Contest(.rated, ours: Work { _ in 1 }, peers: [.rival: Work { _ in 1 }, .absent: elsewhere])
        let result = try await Rounds(settings, progress: Progress(isShown: false)).run([contest]).first
        #expect(result?.peers.map(\.name) == ["rival"])
    }

    @Test("Only rows whose name contains the text are measured") func only() async throws {
        var settings = Settings()
        settings.only = "timed"
        let contests = [Row.rated, .timed].map { Contest($0, ours: Work { _ in 1 }) }
        let results = try await Rounds(settings, progress: Progress(isShown: false)).run(contests)
        #expect(results.map(\.row) == ["start/timed"])
    }

    @Test("Repeated work is given another number each time, and is repeated as often in each round") func repetition()
        async throws
    {
        var numbers: [Int] = []
        let repetition = Repetition { numbers += $0 }
        _ = try await repetition.round(lasting: 0.001)
        let first = numbers.count
        _ = try await repetition.round(lasting: 0.001)
        let inRound = numbers.count - first
        _ = try await repetition.round(lasting: 0.001)
        #expect(numbers.count - first == 2 * inRound)
        #expect(numbers == Array(0..<numbers.count))
    }
}
