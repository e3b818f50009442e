import Foundation
import InMemoryDynamoDB
import Testing

@testable import DynamoDBServer

@Suite("Snapshots on the disk")
struct SnapshotFileTests {
    private static func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private static func engine(_ names: String...) -> InMemoryDynamoDB {
        let engine = InMemoryDynamoDB()
        for name in names {
            let body = String(decoding: RawRequest.createTable.body, as: UTF8.self)
                .replacingOccurrences(of: "things", with: name)
            _ = engine.respond(target: "DynamoDB_20120810.CreateTable", body: Array(body.utf8))
        }
        return engine
    }

    @Test("without a file there is nothing to restore; what is saved comes back")
    func roundTrip() throws {
        try Self.inFolder { folder in
            let file = SnapshotFile(folder.appending(path: "a.snapshot").path)
            let empty = InMemoryDynamoDB()
            try file.restore(empty)
            #expect(empty.tableCount == 0)
            try file.save(Self.engine("one", "two"))
            try file.restore(empty)
            #expect(empty.tableCount == 2)
        }
    }

    @Test("a crash before the renaming leaves the old file, and the next save works")
    func crash() throws {
        try Self.inFolder { folder in
            let path = folder.appending(path: "a.snapshot").path
            let file = SnapshotFile(path)
            try file.save(Self.engine("one"))
            // The process ends here: all is written, nothing renamed.
            _ = try file.prepare(Self.engine("one", "two"))
            let afterwards = InMemoryDynamoDB()
            try file.restore(afterwards)
            #expect(afterwards.tableCount == 1)
            try file.save(Self.engine("one", "two", "three"))
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(names == ["a.snapshot"])
        }
    }

    @Test("a failure while writing leaves the old file, and nothing else")
    func failure() throws {
        struct DiskFull: Error {}
        try Self.inFolder { folder in
            let path = folder.appending(path: "a").path
            try AtomicFile.write([1, 2, 3], to: path)
            #expect(throws: DiskFull.self) {
                _ = try AtomicFile(preparing: path, mode: 0o600) { write in
                    try write([4])
                    throw DiskFull()
                }
            }
            #expect(try Data(contentsOf: URL(filePath: path)) == Data([1, 2, 3]))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
        }
    }

    @Test("a foreign or damaged file is refused, and the engine stays empty")
    func foreign() throws {
        try Self.inFolder { folder in
            let path = folder.appending(path: "a").path
            let file = SnapshotFile(path)
            try AtomicFile.write(Array("something else".utf8), to: path)
            let engine = InMemoryDynamoDB()
            #expect(throws: SnapshotError.notASnapshot) { try file.restore(engine) }
            try file.save(Self.engine("one", "two"))
            var bytes = try Data(contentsOf: URL(filePath: path))
            bytes.removeLast(30)
            try bytes.write(to: URL(filePath: path))
            #expect(throws: SnapshotError.self) { try file.restore(engine) }
            #expect(engine.tableCount == 0)
        }
    }

    @Test("a symbolic link stays one")
    func link() throws {
        try Self.inFolder { folder in
            let (path, link) = (folder.appending(path: "a").path, folder.appending(path: "link").path)
            try AtomicFile.write([1], to: path)
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
            try AtomicFile.write([2], to: link)
            #expect(try Data(contentsOf: URL(filePath: path)) == Data([2]))
        }
    }
}
