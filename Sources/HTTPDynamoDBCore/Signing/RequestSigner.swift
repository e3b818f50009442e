import Entities
import Synchronization

import struct Foundation.Date

/// Signs requests with AWS Signature Version 4, for services whose requests have the path `/` and no query: DynamoDB and STS.
///
/// The algorithm is at https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
final class RequestSigner: Sendable {
    private static let algorithm = "AWS4-HMAC-SHA256"

    /// A key is good for a day, and four hashes are saved by keeping it.
    private struct DailyKey: Sendable {
        let day: String
        let secret: String
        let key: HMACSHA256.Key
    }

    /// What the day, the region and the service of a key are followed by.
    private static let terminator = "aws4_request"

    private let service: String
    private let region: String
    /// `/us-east-1/dynamodb/aws4_request`
    private let scope: String
    private let latestKey = Mutex<DailyKey?>(nil)

    init(service: String, region: String) {
        self.service = service
        self.region = region
        scope = "/\(region)/\(service)/\(Self.terminator)"
    }

    /// Adds `x-amz-date`, `x-amz-security-token` where there is a session, and `authorization`. All headers that are there are signed, but
    /// for those that proxies change.
    func sign(_ request: inout TransportRequest, credentials: AWSCredentials, date: Date) {
        let time = SigningTime(date)
        request.headers.append(.init("x-amz-date", time.text))
        if let token = credentials.sessionToken { request.headers.append(.init("x-amz-security-token", token)) }

        let canonical = CanonicalRequest(request)
        var text = ByteBuffer(capacity: 256)
        text.append(utf8: Self.algorithm)
        text.append(newline)
        text.append(utf8: time.text)
        text.append(newline)
        text.append(utf8: time.day)
        text.append(utf8: scope)
        text.append(newline)
        text.appendHexadecimal(canonical.hash)
        let signature = key(credentials.secretAccessKey, time.day).code(for: text)

        text.truncate(to: 0)
        text.append(utf8: Self.algorithm)
        text.append(utf8: " Credential=")
        text.append(utf8: credentials.accessKeyID)
        text.append(UInt8(ascii: "/"))
        text.append(utf8: time.day)
        text.append(utf8: scope)
        text.append(utf8: ", SignedHeaders=")
        canonical.appendSignedHeaders(to: &text)
        text.append(utf8: ", Signature=")
        text.appendHexadecimal(signature)
        request.headers.append(.init("authorization", text.text))
    }

    private func key(_ secret: String, _ day: String) -> HMACSHA256.Key {
        let latest = latestKey.withLock { latest in
            latest.flatMap { $0.day == day && $0.secret == secret ? $0.key : nil }
        }
        if let latest { return latest }
        var key = HMACSHA256.Key("AWS4\(secret)".utf8)
        for part in [day, region, service, Self.terminator] {
            key = HMACSHA256.Key(key.code(for: Array(part.utf8)).bytes)
        }
        let daily = DailyKey(day: day, secret: secret, key: key)
        latestKey.withLock { $0 = daily }
        return key
    }
}

private let newline = UInt8(ascii: "\n")
