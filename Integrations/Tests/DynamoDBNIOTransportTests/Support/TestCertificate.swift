import Crypto
import Foundation
import NIOSSL

/// A certificate that vouches for itself, with its key: what a server needs, and what a client is told to trust.
struct TestCertificate {
    let certificate: NIOSSLCertificate
    let key: NIOSSLPrivateKey

    /// - Parameters:
    ///   - names: the host names it is for.
    ///   - addresses: the IPv4 addresses it is for.
    init(names: [String] = [], addresses: [[UInt8]] = []) throws {
        let key = P256.Signing.PrivateKey()
        let algorithm = DER.sequence(DER.identifier([0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]))
        let name = DER.sequence(
            DER.set(DER.sequence(DER.identifier([0x55, 0x04, 0x03]) + DER.value(0x0c, Array("test".utf8)))))
        let validity = DER.sequence(
            DER.value(0x17, Array("200101000000Z".utf8)) + DER.value(0x18, Array("21000101000000Z".utf8)))
        let alternatives = DER.sequence(
            names.flatMap { DER.value(0x82, Array($0.utf8)) } + addresses.flatMap { DER.value(0x87, $0) })
        let extensions = DER.value(
            0xa3,
            DER.sequence(
                DER.sequence(DER.identifier([0x55, 0x1d, 0x11]) + DER.value(0x04, alternatives))))
        let body = DER.sequence(
            DER.value(0xa0, DER.value(0x02, [2])) + DER.value(0x02, [1]) + algorithm + name + validity + name
                + Array(key.publicKey.derRepresentation) + extensions)
        let signature = try key.signature(for: body).derRepresentation
        let whole = DER.sequence(body + algorithm + DER.value(0x03, [0] + Array(signature)))
        certificate = try NIOSSLCertificate(bytes: whole, format: .der)
        self.key = try NIOSSLPrivateKey(bytes: Array(key.derRepresentation), format: .der)
    }

    func server(maximumVersion: TLSVersion? = nil) throws -> NIOSSLContext {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: [.certificate(certificate)], privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv1
        configuration.maximumTLSVersion = maximumVersion
        return try NIOSSLContext(configuration: configuration)
    }
}

/// As much of ASN.1's encoding as a certificate takes.
private enum DER {
    static func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        let count = content.count
        let length: [UInt8] =
            switch count {
            case ..<128: [UInt8(count)]
            case ..<256: [0x81, UInt8(count)]
            default: [0x82, UInt8(count >> 8), UInt8(count & 0xff)]
            }
        return [tag] + length + content
    }

    static func sequence(_ content: [UInt8]) -> [UInt8] { value(0x30, content) }
    static func set(_ content: [UInt8]) -> [UInt8] { value(0x31, content) }
    static func identifier(_ bytes: [UInt8]) -> [UInt8] { value(0x06, bytes) }
}
