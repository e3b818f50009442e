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
        let day: ArraySlice<UInt8>
        let secret: String
        let key: HMACSHA256.Key
    }

    private let service: String
    private let region: String
    private let latestKey = Mutex<DailyKey?>(nil)

    init(service: String, region: String) {
        self.service = service
        self.region = region
    }

    /// Adds `x-amz-date`, `x-amz-security-token` where there is a session, and `authorization`. All headers that are there are signed, but
    /// for those that proxies change.
    func sign(_ request: inout TransportRequest, credentials: AWSCredentials, date: Date) {
        let time = SigningTime(date)
        request.headers.append(.init("x-amz-date", time.text))
        if let token = credentials.sessionToken { request.headers.append(.init("x-amz-security-token", token)) }

        let canonical = CanonicalRequest(request)
        var text: [UInt8] = []
        text.reserveCapacity(160)
        text += Self.algorithm.utf8
        text.append(newline)
        text += time.bytes
        text.append(newline)
        appendScope(time, to: &text)
        text.append(newline)
        canonical.hash.withUnsafeBytes { text.appendHexadecimal($0) }
        let signature = key(credentials.secretAccessKey, time.day).code(for: text)

        var authorization: [UInt8] = []
        authorization.reserveCapacity(256)
        authorization += Self.algorithm.utf8
        authorization += " Credential=".utf8
        authorization += credentials.accessKeyID.utf8
        authorization.append(UInt8(ascii: "/"))
        appendScope(time, to: &authorization)
        authorization += ", SignedHeaders=".utf8
        authorization += canonical.signedHeaders
        authorization += ", Signature=".utf8
        signature.withUnsafeBytes { authorization.appendHexadecimal($0) }
        request.headers.append(.init("authorization", String(decoding: authorization, as: UTF8.self)))
    }

    /// `20150830/us-east-1/dynamodb/aws4_request`
    private func appendScope(_ time: SigningTime, to text: inout [UInt8]) {
        text += time.day
        text.append(UInt8(ascii: "/"))
        text += region.utf8
        text.append(UInt8(ascii: "/"))
        text += service.utf8
        text += "/aws4_request".utf8
    }

    private func key(_ secret: String, _ day: ArraySlice<UInt8>) -> HMACSHA256.Key {
        if let latest = latestKey.withLock({ $0 }), latest.day == day, latest.secret == secret { return latest.key }
        var key = HMACSHA256.Key("AWS4\(secret)".utf8)
        for part in [Array(day), Array(region.utf8), Array(service.utf8), Array("aws4_request".utf8)] {
            key = HMACSHA256.Key(key.code(for: part).bytes)
        }
        let daily = DailyKey(day: day, secret: secret, key: key)
        latestKey.withLock { $0 = daily }
        return key
    }
}

private let newline = UInt8(ascii: "\n")
