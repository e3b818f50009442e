import Foundation

/// A request as it came, read no further than the server needs.
struct ReceivedRequest: Sendable {
    private let head: [Substring]
    let body: [UInt8]

    /// Takes the first request off the bytes; `nil` while it is not whole.
    init?(takenFrom bytes: inout [UInt8]) {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8))?.upperBound else { return nil }
        head = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
        let length = Self.value("content-length", in: head).flatMap { Int($0) } ?? 0
        guard bytes.count >= end + length else { return nil }
        body = Array(bytes[end..<(end + length)])
        bytes.removeFirst(end + length)
    }

    var target: String { Self.value("x-amz-target", in: head) ?? "" }

    /// The access key that it is signed with.
    var accessKeyID: String? {
        Self.value("authorization", in: head)?.split(separator: "Credential=").last?.split(separator: "/").first
            .map { String($0) }
    }

    /// The time of its signature.
    var signedAt: Date? {
        Self.value("x-amz-date", in: head).flatMap {
            try? Date($0, strategy: Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted))
        }
    }

    private static func value(_ name: String, in head: [Substring]) -> String? {
        let line = head.first { $0.lowercased().hasPrefix("\(name):") }
        return line.map { $0.dropFirst(name.utf8.count + 1).trimmingCharacters(in: .whitespaces) }
    }
}
