#if os(Linux)
import Foundation

/// The sockets of this machine, as the kernel counts them.
enum Sockets {
    /// How many sockets some process still holds that come from this port or go to it.
    static func open(port: Int) throws -> Int {
        let suffix = ":" + String(format: "%04X", port)
        let table = try String(contentsOfFile: "/proc/self/net/tcp", encoding: .utf8)
        return table.split(separator: "\n").dropFirst().count { line in
            let fields = line.split(separator: " ")
            // Those that nobody holds any more, such as in TIME_WAIT, have no inode.
            return fields.count > 9 && (fields[1].hasSuffix(suffix) || fields[2].hasSuffix(suffix)) && fields[9] != "0"
        }
    }
}

enum Memory {
    /// How many bytes of this process are in memory.
    static func resident() throws -> Int {
        let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        return (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
}
#endif
