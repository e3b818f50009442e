import ArgumentParser
import DynamoDBServer
import InMemoryDynamoDB

import struct Foundation.Data
import class Foundation.FileHandle

struct KeepingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Begin with the tables in this file if it exists, and save them to it at the end.", valueName: "file"))
    var snapshot: String?

    func restore(_ engine: InMemoryDynamoDB) throws {
        guard let snapshot else { return }
        do {
            try SnapshotFile(snapshot).restore(engine)
        } catch let error as SnapshotError {
            throw Failure(
                "\(snapshot) is not used, and not touched: \(error). "
                    + "Move it away, or name another file with --snapshot.")
        }
    }

    func save(_ engine: InMemoryDynamoDB) throws {
        guard let snapshot else { return }
        try SnapshotFile(snapshot).save(engine)
    }

    /// A save that fails while the server runs is no reason to stop it.
    func saveAndGoOn(_ engine: InMemoryDynamoDB) {
        do { try save(engine) } catch {
            FileHandle.standardError.write(Data("dynabox: the snapshot is not saved: \(error)\n".utf8))
        }
    }
}
