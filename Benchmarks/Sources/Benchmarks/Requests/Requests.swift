import BenchmarkModel
import Entities
import Foundation
import Harness

/// Making requests, and parsing small answers.
enum Requests {
    static func measure(_ rounds: Rounds) async throws -> Measured {
        let folder = try ScratchFolder()
        let page = try folder.write(ElectroDBWork.page, as: "page.json")
        let byHand = Worker.node("requests.mjs", page)
        let electroDB = Worker("electrodb.mjs", [NodeModules.folder.path, page]) { try NodeModules.node() }
        let db = Database(BodyMaker(), table: Till.table)
        let work = [(RequestKind.Keys.native, NativeWork.all), (.electroDB, ElectroDBWork.all)]
        let contests = RequestKind.allCases.flatMap { kind in
            work.compactMap { keys, work -> Contest? in
                guard let once = work[kind] else { return nil }
                return Contest(
                    .request(kind, keys), ours: .repeated { try await once($0, db) },
                    peers: [
                        .nodeByHand: .asked(byHand, kind.rawValue), .electroDB: .asked(electroDB, kind.rawValue),
                    ])
            }
        }
        return Measured(rows: try await rounds.run(contests), workers: byHand, electroDB)
    }
}
