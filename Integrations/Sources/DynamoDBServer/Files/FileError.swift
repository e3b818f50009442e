#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file that could not be read or written.
package struct FileError: Error, Hashable, CustomStringConvertible {
    /// What was attempted: `write`, `rename`.
    package let action: String
    package let path: String
    package let code: Int32

    init(_ action: String, _ path: String, code: Int32 = errno) {
        self.action = action
        self.path = path
        self.code = code
    }

    package var description: String { "cannot \(action) \(path): \(String(cString: strerror(code)))" }
}
