import Foundation

/// What the programs that measure have in common: they take the same arguments.
package enum Program {
    /// Measures areas, each as the function says, and prints each area's table when it is done.
    package static func measure(
        _ invocation: Invocation, _ measure: (Area, Rounds) async throws -> Measured
    ) async throws {
        guard case .measure(let areas, let settings, let json) = invocation else {
            throw Failure("this program measures, and does nothing else")
        }
        // A peer that has ended is found by the error of writing to it.
        signal(SIGPIPE, SIG_IGN)
        try await AllocationCount.check()
        if Machine.configuration == "debug" { say("This is a debug build: its figures say nothing. Use -c release.") }
        if !AllocationCount.isAvailable { say("Allocations are not counted on this system.") }
        var measured = Measured()
        for area in areas where Row.rows(of: area).contains(where: settings.asksFor) {
            let part = try await measure(area, Rounds(settings))
            say(TextTable(part.rows).description)
            measured.add(part)
            guard let json else { continue }
            // After each area, so that little is lost when one fails.
            let (rows, versions) = (measured.rows, measured.versions)
            try Run(rounds: settings.rounds, items: settings.items, rows: rows, versions: versions).write(json)
        }
    }

    /// Not `print`, whose buffer would show the tables at the very end where the output is a file.
    private static func say(_ text: String) { FileHandle.standardOutput.write(Data("\(text)\n".utf8)) }

    /// Says what is wrong and ends, where the body throws.
    package static func reportingFailures(_ body: () async throws -> Void) async {
        do {
            try await body()
        } catch {
            FileHandle.standardError.write(Data("error: \(error)\n".utf8))
            exit(2)
        }
    }
}
