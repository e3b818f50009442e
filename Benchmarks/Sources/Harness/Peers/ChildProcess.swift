import Foundation

/// A process that is started, says something, and ends.
package struct ChildProcess {
    private let path: String
    private let arguments: [String]

    package init(_ path: String, _ arguments: String...) {
        self.path = path
        self.arguments = arguments
    }

    /// What it says, and how many seconds of processor time it needs from its start to its end.
    package func run() throws -> (text: String, seconds: Double) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Failure("no pipe can be made") }
        defer { close(ends[0]) }
        let identifier = try spawn(output: ends[1])
        close(ends[1])
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(ends[0], &buffer, buffer.count)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        var status: Int32 = 0
        var usage = rusage()
        wait4(identifier, &status, 0, &usage)
        guard status == 0 else { throw Failure("\(path) \(arguments.joined(separator: " ")) has failed") }
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        return (text, seconds(usage.ru_utime) + seconds(usage.ru_stime))
    }

    /// The figure that it says.
    package func figure() throws -> Double {
        let text = try run().text
        guard let figure = Double(text) else { throw Failure("\(path) says '\(text)' instead of a figure") }
        return figure
    }

    /// Without `Foundation.Process`, which says nothing of the time that a process has used.
    private func spawn(output: Int32) throws -> pid_t {
        #if os(Linux)
        var actions = posix_spawn_file_actions_t()
        #else
        var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        var texts: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
        defer { for text in texts { free(text) } }
        texts.append(nil)
        var identifier = pid_t()
        guard posix_spawn(&identifier, path, &actions, nil, texts, environ) == 0 else {
            throw Missing("\(path) cannot be started")
        }
        return identifier
    }
}
