package import InMemoryDynamoDB

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file that an engine is kept in while no server runs.
package struct SnapshotFile: Sendable {
    private let path: String

    package init(_ path: String) {
        self.path = path
    }

    /// Restores an engine as it was saved. Without a file there is nothing to do.
    /// - Throws: `FileError`, or `SnapshotError` if the file is something else, or damaged.
    package func restore(_ engine: InMemoryDynamoDB) throws {
        guard let file = fopen(path, "re") else {
            if errno == ENOENT { return }
            throw FileError("open", path)
        }
        defer { fclose(file) }
        try engine.restore { count in
            let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
                read = fread(buffer.baseAddress, 1, count, file)
            }
            guard ferror(file) == 0 else { throw FileError("read", path) }
            return bytes
        }
    }

    /// Writes the engine as it is now, without stopping it.
    package func save(_ engine: InMemoryDynamoDB) throws {
        try prepare(engine).commit()
    }

    func prepare(_ engine: InMemoryDynamoDB) throws -> AtomicFile {
        // Only the owner reads what is in the tables.
        try AtomicFile(preparing: path, mode: 0o600) { write in try engine.writeSnapshot(write) }
    }
}
