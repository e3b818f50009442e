import Foundation

/// A program that measures what this one is spared to be built with.
package enum Companion {
    package static func measure(_ area: Area, _ settings: Settings, by program: String) throws -> Measured {
        let folder = try ScratchFolder()
        let file = folder.url.appending(path: "run.json").path
        let process = Foundation.Process()
        process.executableURL = URL(filePath: try Places.program(program))
        process.arguments = [area.rawValue, "--json", file] + settings.arguments
        // Its tables are printed here; what it says meanwhile is seen.
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure("\(program) has failed") }
        let run = try Run.read(file)
        return Measured(rows: run.rows, versions: run.versions)
    }
}

extension Settings {
    /// What the command line says for these.
    var arguments: [String] {
        ["--rounds", String(rounds), "--milliseconds", String(Int(secondsPerRound * 1000))]
            + (items.map { ["--items", String($0)] } ?? []) + (only.map { ["--only", $0] } ?? [])
            + (isWithoutPeers ? ["--without-peers"] : [])
    }
}
