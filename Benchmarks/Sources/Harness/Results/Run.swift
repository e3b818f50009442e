import Foundation

/// What a run measured: the content of a file.
package struct Run: Codable, Hashable, Sendable {
    package var date: String
    /// The commit that was checked out, with a mark where files differed from it.
    package var commit: String
    package var configuration: String
    package var rounds: Int
    /// Items in the largest table, where that was limited.
    package var items: Int?
    package var machine: Machine
    /// Of peers: `node`, `orjson`, …
    package var versions: [String: String]
    package var rows: [RowResult]

    package init(rounds: Int, items: Int? = nil, rows: [RowResult], versions: [String: String]) {
        date = Date().formatted(.iso8601)
        commit = Self.checkedOut
        configuration = Machine.configuration
        self.rounds = rounds
        self.items = items
        machine = .current
        self.versions = versions
        self.rows = rows
    }

    package static func read(_ path: String) throws -> Run {
        do {
            return try JSONDecoder().decode(Run.self, from: Data(contentsOf: URL(filePath: path)))
        } catch let error as DecodingError {
            throw Failure("\(path) is no file that --json has written: \(error)")
        } catch {
            throw Failure("\(path) cannot be read: \(error.localizedDescription)")
        }
    }

    package func write(_ path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            try (encoder.encode(self) + [UInt8(ascii: "\n")]).write(to: URL(filePath: path))
        } catch {
            throw Failure("\(path) cannot be written: \(error.localizedDescription)")
        }
    }

    package func result(of row: Row) -> RowResult? { rows.first { $0.row == row.id } }

    private static var checkedOut: String {
        let git = try? Places.command("git")
        let text = git.flatMap {
            try? Machine.output(of: $0, "-C", Places.package.path, "describe", "--always", "--dirty", "--match", "")
        }
        return text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    }
}
