#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file that is replaced as a whole or not at all, whatever happens meanwhile.
///
/// The new content goes to another file in the same folder, is forced to the disk, and takes the old one's name in one step. What a
/// crash leaves behind is the old file, and a `.NAME.partial` that the next write takes over.
package struct AtomicFile {
    private let path: String
    private let folder: String
    private let partial: String

    /// Writes the new content, which nobody sees before `commit`.
    /// - Parameters:
    ///   - path: the file to be replaced. A symbolic link stays, and what it points to is replaced.
    ///   - mode: the permissions of the new file.
    ///   - content: is handed the function that writes the next part.
    package init(
        preparing path: String, mode: UInt32, content: (_ write: ([UInt8]) throws -> Void) throws -> Void
    ) throws {
        let path = Self.resolved(path)
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        let partial = "\(folder)/.\(name).partial"
        (self.path, self.folder, self.partial) = (path, folder, partial)
        let file = open(partial, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, mode_t(mode))
        guard file >= 0 else { throw FileError("create", partial) }
        do {
            defer { close(file) }
            try content { try Self.write($0, to: file, partial) }
            guard fsync(file) == 0 else { throw FileError("sync", partial) }
        } catch {
            unlink(partial)
            throw error
        }
    }

    /// Puts the new content in the old one's place.
    package func commit() throws {
        guard rename(partial, path) == 0 else {
            let error = FileError("rename", partial)
            unlink(partial)
            throw error
        }
        let file = open(folder, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw FileError("open", folder) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw FileError("sync", folder) }
    }

    /// Replaces a file in one go.
    package static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o644) throws {
        try AtomicFile(preparing: path, mode: mode) { write in try write(bytes) }.commit()
    }

    private static func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws {
        try bytes.withUnsafeBytes { bytes in
            var offset = 0
            while offset < bytes.count {
                let rest = UnsafeRawBufferPointer(rebasing: bytes[offset...])
                #if canImport(Glibc)
                let count = Glibc.write(file, rest.baseAddress, rest.count)
                #elseif canImport(Musl)
                let count = Musl.write(file, rest.baseAddress, rest.count)
                #else
                let count = Darwin.write(file, rest.baseAddress, rest.count)
                #endif
                if count < 0 {
                    if errno == EINTR { continue }
                    throw FileError("write", path)
                }
                offset += count
            }
        }
    }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
