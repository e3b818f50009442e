import HTTPDynamoDBCore
import NIOCore
import NIOSSL
import Testing

@testable import DynamoDBNIOTransport

@Suite("Encryption", .timeLimit(.minutes(10)))
struct EncryptionTests {
    @Test("a server that is trusted, by name or by address", arguments: ["localhost", "127.0.0.1"])
    func trusted(host: String) async throws {
        let certificate = try TestCertificate(names: ["localhost"], addresses: [[127, 0, 0, 1]])
        let script: ScriptedServer.Script = { try await $0.serve() }
        try await ScriptedServer.run(tls: certificate.server(), host: host, script: script) { server in
            try await withTransport {
                $0.trustRoots = .certificates([certificate.certificate])
            } _: { transport in
                for number in 0..<50 { try await transport.expect("\(number)", from: server.endpoint, "\(number)") }
                let body = String(repeating: "0123456789abcdef", count: 50_000)
                try await transport.expect(body, from: server.endpoint, body)
                #expect(server.accepted == 1)
            }
        }
    }

    /// What is wrong with the server: a certificate for another name, one that nobody vouches for, or encryption of the last century.
    enum Wrong: CaseIterable {
        case name, address, trust, version
    }

    @Test("a server that is not to be trusted gets no request", arguments: Wrong.allCases)
    func untrusted(wrong: Wrong) async throws {
        let certificate = try TestCertificate(
            names: [wrong == .name ? "example.org" : "localhost"], addresses: [[127, 0, 0, 2]])
        let trusted = wrong == .trust ? try TestCertificate(names: ["localhost"]) : certificate
        let host = wrong == .address ? "127.0.0.1" : "localhost"
        let tls = try certificate.server(maximumVersion: wrong == .version ? .tlsv11 : nil)
        try await ScriptedServer.run(tls: tls, host: host) { connection in
            let request = try await connection.request()
            #expect(request == nil)
        } _: { server in
            try await withTransport {
                $0.trustRoots = .certificates([trusted.certificate])
            } _: { transport in
                let error = await transport.failure(server.endpoint)
                #expect(error?.reason == .unreachable)
                #expect(error?.mayHaveBeenSent == false)
            }
        }
    }

    @Test("the system's trust is the default")
    func systemTrust() async throws {
        let certificate = try TestCertificate(names: ["localhost"])
        let script: ScriptedServer.Script = { try await $0.serve() }
        try await ScriptedServer.run(tls: certificate.server(), host: "localhost", script: script) { server in
            try await withTransport { transport in
                #expect(await transport.failure(server.endpoint)?.reason == .unreachable)
            }
        }
    }

    @Test("a server that never gets to the encryption is given up")
    func silent() async throws {
        try await ScriptedServer.run(script: { try await $0.untilClosed() }) { server in
            let endpoint = HTTPEndpoint(isSecure: true, host: "127.0.0.1", port: server.endpoint.port)
            try await withTransport {
                $0.connectTimeout = .milliseconds(50)
            } _: { transport in
                let error = await transport.failure(endpoint)
                #expect(error?.reason == .unreachable)
                #expect(error?.mayHaveBeenSent == false)
            }
        }
    }

    @Test("a body that ends with its connection, but without a farewell, may be cut off")
    func truncation() async throws {
        let certificate = try TestCertificate(names: ["localhost"])
        try await ScriptedServer.run(tls: certificate.server(), host: "localhost") { connection in
            _ = try await connection.request()
            try await connection.write("HTTP/1.1 200 OK\r\n\r\nbo")
            try await connection.cut()
        } _: { server in
            try await withTransport {
                $0.trustRoots = .certificates([certificate.certificate])
            } _: { transport in
                let error = await transport.failure(server.endpoint)
                #expect(error?.reason == .connectionLost)
                #expect(error?.mayHaveBeenSent == true)
            }
        }
    }
}
