import HTTPDynamoDBCore
import NIOCore
import NIOPosix
import NIOSSL
import Testing

@testable import DynamoDBNIOTransport

@Suite("Requests over sockets", .timeLimit(.minutes(10)))
struct ExchangeTests {
    @Test("a request and its response, whole")
    func whole() async throws {
        try await ScriptedServer.run { connection in
            guard let request = try await connection.request() else { return }
            #expect(request.head.hasPrefix("POST /path?a=b HTTP/1.1\r\nHost: 127.0.0.1:"))
            #expect(request.head.contains("\r\nX-Amz-Target: DynamoDB_20120810.GetItem\r\n"))
            #expect(request.body == Array("{}".utf8))
            try await connection.write(
                "HTTP/1.1 400 Bad Request\r\nx-amz-crc32: 1\r\nContent-Length: 3\r\nA: b\r\n\r\nabc")
            try await connection.untilClosed()
        } _: { server in
            try await withTransport { transport in
                let response = try await transport.send(
                    TransportRequest(
                        .post, server.endpoint, path: "/path?a=b",
                        headers: [.init("X-Amz-Target", "DynamoDB_20120810.GetItem")], body: Array("{}".utf8)),
                    timeout: .seconds(300))
                #expect(response.status == 400)
                #expect(response[header: "X-Amz-CRC32"] == "1")
                #expect(response.headers.map(\.name) == ["x-amz-crc32", "Content-Length", "A"])
                #expect(response.body == Array("abc".utf8))
                #expect(response.content == .asSent)
            }
        }
    }

    @Test("requests one after the other use one connection")
    func reuse() async throws {
        try await ScriptedServer.run(script: { try await $0.serve() }) { server in
            try await withTransport { transport in
                for number in 0..<200 { try await transport.expect("\(number)", from: server.endpoint, "\(number)") }
                #expect(server.accepted == 1)
                #expect(transport.counts(of: server.endpoint) == ConnectionPool.Counts(idle: 1))
            }
        }
    }

    @Test("requests at once get their own responses, on no more connections than allowed", arguments: [1, 4, 64])
    func concurrency(connections: Int) async throws {
        try await ScriptedServer.run(script: { try await $0.serve() }) { server in
            try await withTransport {
                $0.maximumConnections = connections
            } _: { transport in
                try await withThrowingTaskGroup(of: Bool.self) { group in
                    for number in 0..<1000 {
                        group.addTask { try await transport.ask(server.endpoint, "\(number)") == "\(number)" }
                    }
                    for try await isRight in group { #expect(isRight) }
                }
                #expect(server.accepted <= connections)
                #expect(transport.counts(of: server.endpoint).waiting == 0)
            }
        }
    }

    @Test("large bodies go both ways")
    func large() async throws {
        let body = String(repeating: "0123456789abcdef", count: 300_000)
        try await ScriptedServer.run(script: { try await $0.serve() }) { server in
            try await withTransport { transport in
                try await transport.expect(body, from: server.endpoint, body)
                try await transport.expect("small", from: server.endpoint, "small")
                #expect(server.accepted == 1)
            }
        }
    }

    @Test(
        "responses in all their forms, byte by byte",
        arguments: [
            "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nbo\r\n2\r\ndy\r\n0\r\n\r\n",
        ])
    func bytewise(text: String) async throws {
        try await ScriptedServer.run { connection in
            while try await connection.request() != nil { try await connection.write(bytewise: text) }
        } _: { server in
            try await withTransport { transport in
                for _ in 0..<3 { try await transport.expect("body", from: server.endpoint) }
                #expect(server.accepted == 1)
            }
        }
    }

    @Test(
        "responses after which the connection cannot be used",
        arguments: [
            "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbody",
            "HTTP/1.0 200 OK\r\nContent-Length: 4\r\n\r\nbody",
            // One that nobody asked for follows.
            "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbodyHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil",
            "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody\r\n",
        ])
    func unusable(text: String) async throws {
        try await ScriptedServer.run { connection in
            _ = try await connection.request()
            try await connection.write(text)
            try await connection.untilClosed()
        } _: { server in
            try await withTransport { transport in
                for _ in 0..<3 { try await transport.expect("body", from: server.endpoint) }
                #expect(server.accepted == 3)
            }
        }
    }

    @Test("a body can end with its connection")
    func untilEnd() async throws {
        try await ScriptedServer.run { connection in
            _ = try await connection.request()
            try await connection.write("HTTP/1.1 200 OK\r\n\r\nbo")
            try await connection.write("dy")
            try await connection.end()
        } _: { server in
            try await withTransport { transport in
                for _ in 0..<3 { try await transport.expect("body", from: server.endpoint) }
            }
        }
    }

    @Test(
        "what is cut off is lost, and may have been carried out",
        arguments: [
            "", "HTTP/1.1 2", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nbody",
            "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n",
        ])
    func cut(text: String) async throws {
        try await ScriptedServer.run { connection in
            _ = try await connection.request()
            if !text.isEmpty { try await connection.write(text) }
            try await connection.end()
        } _: { server in
            try await withTransport { transport in
                let error = await transport.failure(server.endpoint)
                #expect(error?.reason == .connectionLost)
                #expect(error?.mayHaveBeenSent == true)
                #expect(transport.counts(of: server.endpoint) == ConnectionPool.Counts())
            }
        }
    }

    @Test(
        "what is no HTTP or too large ends its connection, and the next request has another",
        arguments: [
            ("SSH-2.0-OpenSSH_9.6\r\n", TransportError.Reason.malformedResponse),
            ("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nbody", .malformedResponse),
            ("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\nbody", .malformedResponse),
            ("HTTP/1.1 200 OK\r\nA: " + String(repeating: "x", count: 100_000), .malformedResponse),
            ("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 4\r\n\r\nbody", .malformedResponse),
            ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nbody", .malformedResponse),
            ("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n", .responseTooLarge),
            ("HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "x", count: 1001), .responseTooLarge),
        ])
    func malformed(text: String, reason: TransportError.Reason) async throws {
        try await ScriptedServer.run { connection in
            guard let request = try await connection.request() else { return }
            guard request.body == Array("bad".utf8) else {
                try await connection.write(.ok("fine"))
                return try await connection.serve()
            }
            try await connection.write(text)
            try await connection.serve { _ in .ok("fine") }
        } _: { server in
            try await withTransport {
                $0.maximumBodySize = 1000
            } _: { transport in
                let error = await transport.failure(server.endpoint, "bad")
                #expect(error?.reason == reason)
                #expect(error?.mayHaveBeenSent == true)
                try await transport.expect("fine", from: server.endpoint)
            }
        }
    }

    @Test("where nobody listens, nothing was sent")
    func refused() async throws {
        let endpoint = try await ScriptedServer.nobody()
        try await withTransport { transport in
            await withTaskGroup(of: TransportError?.self) { group in
                for _ in 0..<200 { group.addTask { await transport.failure(endpoint) } }
                for await error in group {
                    #expect(error?.reason == .unreachable)
                    #expect(error?.mayHaveBeenSent == false)
                    #expect(error?.message.contains("127.0.0.1") == true)
                }
            }
            #expect(transport.counts(of: endpoint) == ConnectionPool.Counts())
        }
    }

    @Test("a name that cannot be is unreachable")
    func unknownHost() async throws {
        // A label has 63 characters at the most, so this is answered without asking anybody.
        let endpoint = HTTPEndpoint(isSecure: false, host: String(repeating: "a", count: 64) + ".invalid")
        try await withTransport { transport in
            let error = await transport.failure(endpoint)
            #expect(error?.reason == .unreachable)
            #expect(error?.mayHaveBeenSent == false)
        }
    }
}
