import Foundation

/// The lines of a pipe, one by one as they come.
package struct LineReader {
    private let handle: FileHandle
    private var buffer = Data()

    package init(_ handle: FileHandle) { self.handle = handle }

    /// The next line, without its end; `nil` at the end of the pipe.
    package mutating func next() -> Data? {
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                let line = buffer[..<end]
                buffer = Data(buffer[(end + 1)...])
                return Data(line)
            }
            let more = handle.availableData
            guard !more.isEmpty else { return nil }
            buffer += more
        }
    }
}
