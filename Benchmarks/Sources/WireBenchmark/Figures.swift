import Foundation
import HTTPDynamoDBCore

/// What was measured, round by round.
struct Figures: CustomStringConvertible {
    private var values: [String: [Double]] = [:]
    private var units: [String: String] = [:]
    private var names: [String] = []

    mutating func add(_ name: String, _ value: Double, unit: String = "MB/s") {
        if values[name] == nil { names.append(name) }
        values[name, default: []].append(value)
        units[name] = unit
    }

    var description: String {
        names.sorted().map { name in
            let sorted = (values[name] ?? []).sorted()
            return name.padding(toLength: 46, withPad: " ", startingAt: 0)
                + String(
                    format: "%9.1f %@  (%.1f to %.1f)", sorted[sorted.count / 2], units[name] ?? "", sorted[0],
                    sorted[sorted.count - 1])
        }.joined(separator: "\n")
    }
}

/// User and system time of this process.
enum CPU {
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    static func seconds(_ body: () async throws -> Void) async throws -> Double {
        let start = now
        try await body()
        return now - start
    }
}

/// A network that always brings the same answer.
private struct Canned: HTTPTransport {
    let response: TransportResponse

    func send(_ request: TransportRequest, timeout: Duration) async throws(TransportError) -> TransportResponse {
        response
    }
}

extension HTTPDynamoDB {
    static func canned(_ body: [UInt8]) -> HTTPDynamoDB {
        let headers: [TransportRequest.Header] = [
            .init("x-amzn-requestid", "4KBNVRGD25RG1KEO9UT4V3FQDJVV4KQNSO5AEMVJF66Q9ASUAAJG"),
            .init("x-amz-crc32", String(checksum(of: body))),
        ]
        return HTTPDynamoDB(
            region: "eu-central-1",
            credentials: StaticCredentials(
                AWSCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")),
            transport: Canned(response: TransportResponse(status: 200, headers: headers, body: body)))
    }

    private static func checksum(of bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB8_8320 }
        }
        return ~crc
    }
}
