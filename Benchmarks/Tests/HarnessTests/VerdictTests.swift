import Harness
import Testing

@Suite("Verdicts") struct VerdictTests {
    @Test("A ratio to a peer is met or missed, and a stretch for itself") func ratios() {
        let verdicts = Verdict.all(of: .rated, RowResult(.rated, ours: [150, 150], rival: [10, 10]))
        let ofRival = verdicts.filter { $0.peer == .rival }
        #expect(ofRival.map(\.measured) == [15, 15])
        #expect(ofRival.map(\.isMet) == [true, false])
        #expect(ofRival.map(\.outcome) == ["met", "missed: 75 % of it"])
        #expect(ofRival.map(\.demand) == ["at least 10 ×", "stretch 20 ×"])
    }

    @Test("Of a peer that is not here there is no verdict") func absentPeer() {
        let verdicts = Verdict.all(of: .rated, RowResult(.rated, ours: [150], rival: [10]))
        #expect(!verdicts.contains { $0.peer == .absent })
    }

    @Test(
        "Where less is better, a figure is an upper bound",
        arguments: [(4.0, true, false), (2, true, true), (8, false, false)])
    func upperBounds(figure: Double, isMet: Bool, isStretchMet: Bool) {
        let verdicts = Verdict.all(of: .timed, RowResult(.timed, ours: [figure]))
        #expect(verdicts.map(\.isMet) == [isMet, isStretchMet])
        #expect(verdicts.first?.demand == "at most 5 ms")
    }
}
