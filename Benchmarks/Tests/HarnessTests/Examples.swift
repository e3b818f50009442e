@testable import Harness

extension Peer {
    static let rival = Peer("rival", "Does the same.")
    static let absent = Peer("absent", "Is not here.")
}

extension Row {
    static let rated = Row(
        .decode, "rated", .megabytesPerSecond, "something fast", peers: [.rival, .absent],
        targets: [.times(.rival, atLeast: 10, stretch: 20), .times(.absent, atLeast: 2), .figure(50)])
    static let timed = Row(.start, "timed", .milliseconds, "something slow", targets: [.figure(5, stretch: 2)])
}

extension RowResult {
    init(_ row: Row, ours: [Double], rival: [Double] = []) {
        self.init(row)
        self.ours = Samples(ours)
        for figure in rival { add(figure, of: .rival) }
    }
}

extension Run {
    init(_ rows: RowResult...) { self.init(rounds: 3, rows: rows, versions: ["node": "20"]) }
}
