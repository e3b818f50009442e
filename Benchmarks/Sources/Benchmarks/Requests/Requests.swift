import BenchmarkModel
import Entities
import Foundation
import Harness
import Workloads

/// Making requests, and parsing small answers.
enum Requests {
    static func measure(_ rounds: Rounds) async throws -> Measured {
        let folder = try ScratchFolder()
        let page = try folder.write(ElectroDBWork.page, as: "page.json")
        let byHand = Worker.node("requests.mjs", page)
        let electroDB = Worker("electrodb.mjs", [NodeModules.folder.path, page]) { try NodeModules.node() }
        let db = Database(BodyMaker(), table: Till.table)
        let contests = RequestKind.allCases.flatMap { kind in
            let works = [
                (Row.request(kind, .native), NativeWork.all[kind]),
                (.request(kind, .electroDB), ElectroDBWork.all[kind]),
                (.executed(kind), NativeWork.run[kind]),
            ]
            return works.compactMap { row, work -> Contest? in
                guard let work else { return nil }
                return Contest(
                    row, ours: repeated(work, on: db),
                    peers: [
                        .nodeByHand: .asked(byHand, kind.rawValue), .electroDB: .asked(electroDB, kind.rawValue),
                    ])
            }
        }
        return Measured(rows: try await rounds.run(contests), workers: byHand, electroDB)
    }

    private static func repeated(_ work: RequestWork, on db: Database) -> Work {
        switch work {
        case .make(let make):
            .called { number in
                guard try !make(number, db).body().isEmpty else { throw WrongAnswer() }
            }
        case .run(let run): .repeated { number in try await run(number, db) }
        case .parse(let parse): .called { _ in try parse() }
        }
    }
}
