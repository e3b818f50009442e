import Foundation
import Harness

/// Servers under a load of gets of 1 KB.
enum ServerArea {
    static func measure(_ rounds: Rounds) async throws -> Measured {
        let ours = try Contestant { try ServerProcess(try Places.program("dynabox"), "--port", "0") }
        let bare = try Contestant { try ServerProcess(try Places.program("bare-server")) }
        let moto =
            rounds.settings.isWithoutPeers
            ? nil
            : try Contestant {
                try ServerProcess(try PythonEnvironment.python(), Places.peers.appending(path: "moto_server.py").path)
            }
        try ours.fill()
        try moto?.fill()
        let contests = [
            Contest(
                .serverClock, ours: ours.byTheClock,
                peers: [.bareNIO: bare.byTheClock].merging(moto.map { [.moto: $0.byTheClock] } ?? [:]) { $1 }),
            Contest(
                .serverCPU, ours: ours.byProcessorTime,
                peers: [.bareNIO: bare.byProcessorTime].merging(moto.map { [.moto: $0.byProcessorTime] } ?? [:]) { $1 }),
        ]
        return Measured(rows: try await rounds.run(contests))
    }
}
