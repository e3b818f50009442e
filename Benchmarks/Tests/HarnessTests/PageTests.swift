import Harness
import Testing

@Suite("The page") struct PageTests {
    private static let row = Row.decodePage

    private func run(_ ours: Double) -> Run {
        var result = RowResult(Self.row)
        result.ours = Samples([ours, ours, ours * 2])
        for peer in [Peer.simdjson, .foundationTree] { for _ in 0..<3 { result.add(10, of: peer) } }
        result.note("npm cannot be reached", of: .nodeUnmarshall)
        result.allocations = AllocationCount(blocks: 4002, bytes: 769_568)
        return Run(rounds: 3, rows: [result], versions: ["orjson": "3.13.0"])
    }

    @Test("One run: targets, figures with their spread, ratios, allocations") func oneRun() {
        let page = Page([run(500)]).description
        #expect(page.contains("| decode/page | Foundation, value tree and record | 50 × |  | 50.0 ×: met |"))
        #expect(page.contains("| decode/page | simdjson, bare parse | 0.45 × | 0.7 × | 50.0 ×: met, stretch met |"))
        #expect(page.contains("| **page** | MB/s | 500 (500–1000) |  | 4002, 769568 |"))
        #expect(page.contains("| simdjson, bare parse |  | 10.0 (10.0–10.0) | 50.0 (50.0–100) × |  |"))
        #expect(page.contains("orjson 3.13.0"))
    }

    @Test("Two runs stand side by side, and what is missed is marked with its share") func twoRuns() {
        let page = Page([run(500), run(250)]).description
        let missed = "50.0 ×: met | 25.0 ×: **missed: 50 %** |"
        #expect(page.contains("| decode/page | Foundation, value tree and record | 50 × |  | \(missed)"))
        #expect(page.contains("| **page** | MB/s | 500 (500–1000) |  | 250 (250–500) |  | 4002, 769568 |"))
    }

    @Test("A target against a peer that no run had is left out, one of a row that was not measured is not")
    func absentRows() {
        let page = Page([run(500)]).description
        #expect(!page.contains("| decode/page | Node, parse and unmarshall"))
        #expect(page.contains("| engine/get |  | 400 k/s | 1000 k/s | not measured |"))
    }

    @Test("A row that misses a target has to say why") func reasons() {
        let page = Page([run(1)]).description
        #expect(page.contains("* **decode/page**: "))
        #expect(!Page([Run(rounds: 3, rows: [], versions: [:])]).description.contains("* **decode/page**: no reason"))
    }

    @Test("What is the same of neighbours is said once") func neighbours() {
        let page = Page([Run(rounds: 3, rows: [RowResult(Row.rows(of: .requests)[0])], versions: [:])]).description
        #expect(page.contains("* **get, own keys**, **get, ElectroDB's keys**, **query"))
        #expect(page.contains("**put, ElectroDB's keys**, **upsert"))
        #expect(page.contains("**requests/get, own keys**, **requests/get, ElectroDB's keys**, **requests/query"))
    }

    @Test("Peers that did not take part are marked") func absentPeers() {
        let page = Page([run(1)]).description
        #expect(page.contains("* **simdjson, bare parse**: "))
        #expect(page.contains("* **Node, parse and unmarshall** (not in these runs): "))
    }

    @Test("Every line of a table has as many cells as its head") func tables() {
        var cells: Int?
        for line in Page([run(500), run(250)]).description.split(separator: "\n", omittingEmptySubsequences: false) {
            let count = line.hasPrefix("|") ? line.count { $0 == "|" } : nil
            if let count, let cells { #expect(count == cells, "\(line)") }
            cells = count
        }
    }
}
