import HTTPDynamoDB
import Testing

@Suite("The transport on URLSession") struct URLSessionTransportTests {
    private func send(
        _ server: LoopbackServer, by transport: URLSessionTransport = URLSessionTransport(),
        timeout: Duration = .seconds(30)
    ) async throws(TransportError) -> TransportResponse {
        let request = TransportRequest(
            .post, HTTPEndpoint(isSecure: false, host: "127.0.0.1", port: server.port),
            headers: [.init("x-amz-target", "DynamoDB_20120810.GetItem")], body: Array("{\"a\":1}".utf8))
        return try await transport.send(request, timeout: timeout)
    }

    private func failure(
        _ server: LoopbackServer, by transport: URLSessionTransport = URLSessionTransport(),
        timeout: Duration = .seconds(30)
    ) async -> TransportError? {
        do throws(TransportError) {
            _ = try await send(server, by: transport, timeout: timeout)
            return nil
        } catch {
            return error
        }
    }

    @Test("Sends method, headers and body, and gives back status, headers and body")
    func exchange() async throws {
        let server = try LoopbackServer(
            .bytes("HTTP/1.1 400 Bad Request\r\nX-Amzn-RequestId: R1\r\nContent-Length: 3\r\n\r\nno!"))
        defer { server.stop() }
        let response = try await send(server)
        #expect(response.status == 400)
        #expect(response[header: "x-amzn-requestid"] == "R1")
        #expect(response.body == Array("no!".utf8))
        #expect(response.content == .asSent)
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("POST / HTTP/1.1\r\n"))
        #expect(request.contains("Host: 127.0.0.1:\(server.port)\r\n"))
        #expect(request.lowercased().contains("x-amz-target: dynamodb_20120810.getitem\r\n"))
        #expect(request.hasSuffix("\r\n\r\n{\"a\":1}"))
    }

    @Test("A connection serves many requests")
    func keepAlive() async throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        let transport = URLSessionTransport()
        for _ in 0..<20 { _ = try await send(server, by: transport) }
        #expect(server.requests.count == 20)
        // One, but on a busy machine: there the response can be here before the session has the connection back.
        #expect(server.connections < 10)
    }

    @Test("Chunks are put together")
    func chunked() async throws {
        let server = try LoopbackServer(
            .bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{\"b\r\n4\r\n\":2}\r\n0\r\n\r\n"))
        defer { server.stop() }
        #expect(try await send(server).body == Array("{\"b\":2}".utf8))
    }

    @Test("A redirect is an answer like any other, and nobody goes there")
    func redirect() async throws {
        let elsewhere = try LoopbackServer()
        defer { elsewhere.stop() }
        let server = try LoopbackServer(
            .bytes(
                "HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:\(elsewhere.port)/\r\nContent-Length: 0\r\n\r\n"
            ))
        defer { server.stop() }
        #expect(try await send(server).status == 307)
        #expect(elsewhere.connections == 0)
    }

    // Not among them, a head that is cut: Foundation on Linux ends the process (swift-corelibs-foundation, issue 5285).
    @Test(
        "A connection that ends too early may have carried the request",
        arguments: ["", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a"])
    func cut(text: String) async throws {
        let server = try LoopbackServer(.cut(text))
        defer { server.stop() }
        let error = await failure(server)
        #expect(error?.mayHaveBeenSent == true)
        #expect(error?.reason == .connectionLost || error?.reason == .malformedResponse)
        #expect(server.requests.count == 1)
    }

    // Foundation on Linux calls it an unsupported URL, as if nothing had been sent.
    @Test("An answer that is no HTTP may be one to a request that was carried out")
    func garbage() async throws {
        let server = try LoopbackServer(.cut("SSH-2.0-OpenSSH_9.9\r\n\r\n"))
        defer { server.stop() }
        let error = await failure(server)
        #expect(error?.mayHaveBeenSent == true)
        #expect(error?.reason == .malformedResponse)
        #expect(server.requests.count == 1)
    }

    @Test("No answer in time is an error in time")
    func timeout() async throws {
        let server = try LoopbackServer(.silence, .cut("HTTP/1.1 200 OK\r\n"))
        defer { server.stop() }
        let error = await failure(server, timeout: .milliseconds(100))
        #expect(error?.reason == .timedOut)
        #expect(error?.mayHaveBeenSent == true)
        #expect(await failure(server, timeout: .zero)?.mayHaveBeenSent == false)
    }

    @Test("A cancelled task gives up the connection")
    func cancellation() async throws {
        let server = try LoopbackServer(.silence)
        defer { server.stop() }
        let task = Task { await failure(server) }
        while server.requests.isEmpty { await Task.yield() }
        task.cancel()
        #expect(await task.value?.reason == .cancelled)
        while server.closed == 0 { await Task.yield() }
    }

    @Test("A refused connection has carried nothing")
    func refused() async throws {
        let server = try LoopbackServer()
        server.stop()
        let error = await failure(server)
        #expect(error?.reason == .unreachable)
        #expect(error?.mayHaveBeenSent == false)
    }

    @Test("A body that is too large is given up")
    func tooLarge() async throws {
        let body = String(repeating: "x", count: 5000)
        let server = try LoopbackServer(.ok(body), .ok(body))
        defer { server.stop() }
        #expect(await failure(server, by: URLSessionTransport(maximumResponseSize: 4999))?.reason == .responseTooLarge)
        #expect(try await send(server, by: URLSessionTransport(maximumResponseSize: 5000)).body == Array(body.utf8))
    }

    @Test("Hundreds of requests, cancelled at random, all end")
    func manyCancelled() async throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        let transport = URLSessionTransport(connectionsPerHost: 8)
        var random = SystemRandomNumberGenerator()
        let tasks = (0..<300).map { _ in Task { await failure(server, by: transport) } }
        for task in tasks where Bool.random(using: &random) { task.cancel() }
        for task in tasks {
            let reason = await task.value?.reason
            #expect(reason == nil || reason == .cancelled)
        }
        #expect(server.connections <= 300)
    }
}
