import Crypto
import Synchronization

import struct Foundation.Data
import struct Foundation.Date

/// Verifies AWS Signature Version 4, by the service's order of checks and in its words.
final class SignatureVerifier: Sendable {
    private static let algorithm = "AWS4-HMAC-SHA256"
    /// How far the clocks of client and server may be apart, in seconds.
    private static let tolerance = 15 * 60
    /// The longest life that a query string may give itself, in seconds.
    private static let longestLifetime = 7 * 24 * 60 * 60

    private struct DerivedKey {
        let scope: String
        let key: SymmetricKey
    }

    private let credentials: Credentials
    private let service: String
    private let clock: @Sendable () -> Date
    /// Four hashes are saved where requests of one day and region follow each other.
    private let latestKey = Mutex<DerivedKey?>(nil)

    init(credentials: Credentials, service: String, clock: @escaping @Sendable () -> Date) {
        self.credentials = credentials
        self.service = service
        self.clock = clock
    }

    func verify(_ signature: RequestSignature, of request: Request) throws(ServiceError) {
        try checkDate(signature)
        guard signature.signedHeaders.lowercased().split(separator: ";").contains("host") else {
            throw .invalidSignature("'Host' must be a 'SignedHeader' in the AWS Authorization.")
        }
        guard signature.algorithm == Self.algorithm else {
            throw .incompleteSignature(
                "Unsupported AWS 'algorithm': '\(signature.algorithm)' (only \(Self.algorithm) for now). ")
        }
        let scope = try scope(signature)
        guard scope.keyID == credentials.accessKeyID else { throw .invalidToken }
        let canonical = CanonicalRequest(request, signedHeaders: signature.signedHeaders).text
        let stringToSign = [
            Self.algorithm, signature.date, scope.text,
            CanonicalRequest.hex(SHA256.hash(data: Data(canonical.utf8))),
        ].joined(separator: "\n")
        let expected = CanonicalRequest.hex(
            HMAC<SHA256>.authenticationCode(for: Data(stringToSign.utf8), using: key(for: scope)))
        guard Self.isEqual(expected, signature.signature) else {
            throw .invalidSignature(
                "The request signature we calculated does not match the signature you provided. "
                    + "Check your AWS Secret Access Key and signing method. "
                    + "Consult the service documentation for details."
                    + "\n\nThe Canonical String for this request should have been\n'\(canonical)'"
                    + "\n\nThe String-to-Sign should have been\n'\(stringToSign)'\n")
        }
        guard Self.isEqual(credentials.sessionToken ?? "", signature.sessionToken ?? "") else { throw .invalidToken }
    }

    // MARK: Date

    private func checkDate(_ signature: RequestSignature) throws(ServiceError) {
        guard let seconds = UTCTime.seconds(basicISO8601: signature.date) else {
            throw .incompleteSignature(
                "Date must be in ISO-8601 'basic format'. Got '\(signature.date)'. "
                    + "See http://en.wikipedia.org/wiki/ISO_8601")
        }
        let now = Int(clock().timeIntervalSince1970)
        let text = { (seconds: Int) in UTCTime(secondsSince1970: seconds).basicISO8601 }
        let lifetime = signature.lifetime.map { min(max($0, 1), Self.longestLifetime) } ?? Self.tolerance
        if seconds < now - lifetime {
            throw .invalidSignature(
                "Signature expired: \(signature.date) is now earlier than \(text(now - lifetime)) "
                    + "(\(text(now)) - \(Self.words(lifetime)))")
        }
        if seconds > now + Self.tolerance {
            throw .invalidSignature(
                "Signature not yet current: \(signature.date) is still later than \(text(now + Self.tolerance)) "
                    + "(\(text(now)) + \(Self.words(Self.tolerance)))")
        }
    }

    private static func words(_ seconds: Int) -> String {
        seconds % 60 == 0 ? "\(seconds / 60) min." : "\(seconds) sec."
    }

    // MARK: Credential

    private struct Scope {
        let keyID: String
        let date: String
        let region: String
        /// All but the key's identifier.
        let text: String
    }

    private func scope(_ signature: RequestSignature) throws(ServiceError) -> Scope {
        var text = signature.credential[...]
        while text.hasSuffix("/") { text = text.dropLast() }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5 else {
            throw .incompleteSignature(
                "Credential must have exactly 5 slash-delimited elements, "
                    + "e.g. keyid/date/region/service/term, got '\(signature.credential)'")
        }
        let (date, region, service, term) = (parts[1], parts[2], parts[3], parts[4])
        var problems: [String] = []
        // A local server stands for all regions.
        if region.isEmpty || !region.utf8.allSatisfy(Self.isRegionByte) {
            problems.append("Credential should be scoped to a valid region, not '\(region)'. ")
        }
        if service != self.service {
            problems.append("Credential should be scoped to correct service: '\(self.service)'. ")
        }
        if term != "aws4_request" {
            problems.append(
                "Credential should be scoped with a valid terminator: 'aws4_request', not '\(term)'. ")
        }
        let day = String(signature.date.prefix(8))
        if date != day {
            problems.append(
                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                    + "'\(date)' != '\(day)', from '\(signature.date)'.")
        }
        guard problems.isEmpty else { throw .invalidSignature(problems.joined()) }
        return Scope(keyID: parts[0], date: date, region: region, text: parts.dropFirst().joined(separator: "/"))
    }

    private static func isRegionByte(_ byte: UInt8) -> Bool {
        (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }

    // MARK: Signature

    private func key(for scope: Scope) -> SymmetricKey {
        if let latest = latestKey.withLock({ $0 }), latest.scope == scope.text { return latest.key }
        var key = SymmetricKey(data: Data("AWS4\(credentials.secretAccessKey)".utf8))
        for part in [scope.date, scope.region, service, "aws4_request"] {
            key = SymmetricKey(data: Data(HMAC<SHA256>.authenticationCode(for: Data(part.utf8), using: key)))
        }
        let derived = DerivedKey(scope: scope.text, key: key)
        latestKey.withLock { $0 = derived }
        return key
    }

    /// Takes as long for texts that differ early as for those that differ late.
    private static func isEqual(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for (a, b) in zip(left, right) { difference |= a ^ b }
        return difference == 0
    }
}
