import Foundation
import Harness
import Testing

@Suite("Comparing runs") struct ComparisonTests {
    @Test(
        "A difference counts where the spreads do not touch",
        arguments: [
            ([100, 110, 120], [130, 140, 150], .better), ([100, 110, 120], [115, 140, 150], .same),
            ([100, 110, 120], [70, 80, 90], .worse), ([100], [50], .unknown),
        ] as [([Double], [Double], Comparison.Verdict)])
    func spreads(old: [Double], new: [Double], verdict: Comparison.Verdict) {
        let comparison = Comparison(Run(RowResult(.rated, ours: old)), Run(RowResult(.rated, ours: new)))
        #expect(comparison.lines.map(\.verdict) == [verdict])
        #expect(comparison.isWorse == (verdict == .worse))
    }

    @Test("A machine that is slower for all has no row worse") func slowMachine() throws {
        let old = Run(RowResult(.rated, ours: [100, 110, 105], rival: [10, 11, 10.5]))
        let new = Run(RowResult(.rated, ours: [50, 60, 55], rival: [5, 6, 5.5]))
        let line = try #require(Comparison(old, new).lines.first)
        #expect(line.measure == "× rival")
        #expect(line.verdict == .same)
        #expect(line.change == 1)
    }

    @Test("Of times, less is better") func times() {
        let (slow, fast) = (RowResult(.timed, ours: [9, 9, 10]), RowResult(.timed, ours: [4, 5, 5]))
        #expect(Comparison(Run(slow), Run(fast)).lines.map(\.verdict) == [.better])
        #expect(Comparison(Run(slow), Run(fast)).lines.map(\.change) == [1.8])
        #expect(Comparison(Run(fast), Run(slow)).lines.map(\.verdict) == [.worse])
    }

    @Test("Figures that were published are nothing to compare by") func published() {
        var result = RowResult(.request(.get, .native), ours: [1, 1, 1])
        result.addPublished(.electroDBBest)
        #expect(result.peers.count == 1)
        #expect(Comparison(Run(result), Run(result)).lines.map(\.measure) == ["µs"])
    }

    @Test("Rows that only one run has are named") func unmatched() {
        let comparison = Comparison(Run(RowResult(.rated, ours: [1])), Run(RowResult(.timed, ours: [1])))
        #expect(comparison.unmatched == ["decode/rated", "start/timed"])
    }

    @Test("What the runs were made with differently is said") func caveats() {
        let old = Run(RowResult(.rated, ours: [1, 1, 1]))
        var new = old
        #expect(Comparison(old, new).caveats.isEmpty)
        new.items = 1000
        new.machine.processor = "another"
        #expect(Comparison(old, new).caveats == ["tables of other sizes (--items)", "other machines"])
    }

    @Test("Allocations are told where they differ") func allocations() {
        var (old, new) = (RowResult(.rated, ours: [1, 1, 1]), RowResult(.rated, ours: [1, 1, 1]))
        old.allocations = AllocationCount(blocks: 40, bytes: 900)
        new.allocations = AllocationCount(blocks: 7, bytes: 900)
        #expect(Comparison(Run(old), Run(new)).lines.map(\.allocations) == ["40.0 → 7.00 allocations"])
    }

    @Test("A run is read as it was written") func file() throws {
        let folder = try ScratchFolder()
        let path = folder.url.appending(path: "run.json").path
        var result = RowResult(.rated, ours: [1, 2, 3], rival: [1, 1, 1])
        result.note("is not installed here", of: .absent)
        result.allocations = AllocationCount(blocks: 1, bytes: 2)
        let run = Run(result)
        try run.write(path)
        #expect(try Run.read(path) == run)
    }

    @Test("What is no run is refused with its name") func noRun() throws {
        let path = try ScratchFolder().write(Array("[]".utf8), as: "other.json")
        let error = #expect(throws: Failure.self) { try Run.read(path) }
        #expect(error?.description.contains("other.json") == true)
    }
}
