import Foundation

/// User and system time of a process.
package enum CPU {
    /// Of all threads of this process, in seconds.
    package static var seconds: Double { seconds(of: CLOCK_PROCESS_CPUTIME_ID) }

    #if os(Linux)
    /// Of another process, in seconds; `nil` where there is no such process.
    package static func seconds(ofProcess identifier: Int32) -> Double? {
        var clock = clockid_t()
        guard clock_getcpuclockid(identifier, &clock) == 0 else { return nil }
        return seconds(of: clock)
    }
    #else
    /// Of another process, in seconds; `nil` where there is no such process.
    package static func seconds(ofProcess identifier: Int32) -> Double? {
        var usage = rusage_info_v2()
        let result = withUnsafeMutablePointer(to: &usage) { pointer in
            pointer.withMemoryRebound(to: rusage_info_t?.self, capacity: 1) {
                proc_pid_rusage(identifier, RUSAGE_INFO_V2, $0)
            }
        }
        return result == 0 ? Double(usage.ri_user_time + usage.ri_system_time) / 1e9 : nil
    }
    #endif

    private static func seconds(of clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
