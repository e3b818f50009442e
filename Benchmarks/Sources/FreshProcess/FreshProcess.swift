import Workloads

// What a program needs no more of is not loaded.
#if canImport(FoundationEssentials)
import FoundationEssentials
import Glibc
#else
import Foundation
#endif

/// A process that has done nothing yet: what is measured in one prints a figure, and ends.
package enum FreshProcess {
    package static func run() async throws {
        let start = cpuSeconds
        let arguments = CommandLine.arguments.dropFirst()
        switch (arguments.first, arguments.dropFirst().first.flatMap { Int($0) }) {
        case ("start", _):
            try await OfferTable.firstRecord()
            print(cpuSeconds - start)
        case ("empty", _): print(0)
        case ("memory", let items?): try await memory(items)
        case ("dictionary", let items?): dictionary(items)
        default: print("fresh-process start | empty | memory ITEMS | dictionary ITEMS")
        }
    }

    /// How many times the size of its items a table needs.
    private static func memory(_ items: Int) async throws {
        try await OfferTable.firstRecord()
        let before = residentBytes
        let table = try await OfferTable(size: items)
        print(Double(residentBytes - before) / Double(try await table.bytes))
    }

    private static func dictionary(_ items: Int) {
        let (before, bytes) = (residentBytes, 1000)
        let dictionary = OfferDictionary(size: items, bytes: bytes)
        let after = residentBytes
        withExtendedLifetime(dictionary) { print(Double(after - before) / Double(items * (bytes + 20))) }
    }

    /// User and system time of all threads.
    private static var cpuSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The memory that is in use, as the kernel counts it.
    private static var residentBytes: Int {
        #if os(Linux)
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * Int(getpagesize())
        #else
        var usage = rusage()
        getrusage(RUSAGE_SELF, &usage)
        return usage.ru_maxrss
        #endif
    }
}
