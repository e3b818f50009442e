import InMemoryDynamoDB
import NIOCore
import Synchronization
import Testing

@testable import DynamoDBServer

@Suite("Connections")
struct ConnectionTests {
    @Test("a connection is kept for many requests, and answers to a pipeline come in order")
    func pipeline() async throws {
        try await TestServer.run { server in
            try await server.connect { connection in
                try await connection.send(.createTable)
                #expect(try await connection.receive().status == 200)
                let count = 300
                var bytes: [UInt8] = []
                for number in 0..<count {
                    bytes += RawRequest.put("\(number)", value: "v\(number)").bytes + RawRequest.get("\(number)").bytes
                }
                try await connection.send(bytes)
                for number in 0..<count {
                    #expect(try await connection.receive().text == "{}")
                    #expect(try await connection.receive().text.contains("\"v\(number)\""))
                }
            }
        }
    }

    @Test("a client that reads late gets all of a long pipeline of large answers")
    func slowReader() async throws {
        try await TestServer.run { server in
            _ = try await server.ask(.createTable)
            _ = try await server.ask(.put("large", value: String(repeating: "x", count: 300_000)))
            try await server.connect { connection in
                let request = RawRequest.get("large").bytes
                try await connection.send(Array(repeating: request, count: 100).flatMap { $0 })
                // Others are served meanwhile.
                #expect(try await server.ask(.get("large")).status == 200)
                for _ in 0..<100 { #expect(try await connection.receive().body.count > 300_000) }
            }
        }
    }

    @Test("a thousand clients at once")
    func thousand() async throws {
        try await TestServer.run { server in
            _ = try await server.ask(.createTable)
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<1000 {
                    group.addTask {
                        try await server.connect { connection in
                            try await connection.send(.put("\(number)", value: "v\(number)"))
                            _ = try await connection.receive()
                            try await connection.send(.get("\(number)"))
                            return try await connection.receive().text.contains("\"v\(number)\"")
                        }
                    }
                }
                for try await isRight in group { #expect(isRight) }
            }
            let described = try await server.ask(.call("DescribeTable", "{\"TableName\":\"things\"}"))
            #expect(described.text.contains("\"ItemCount\":1000"))
        }
    }

    @Test(
        "what is no HTTP is refused and cut off, and others do not notice",
        arguments: ["\r\n\r\n\0\0", "GET / HTTP/9.9\r\n\r\n"])
    func noHTTP(text: String) async throws {
        try await TestServer.run { server in
            try await server.connect { connection in
                try await connection.send(Array(text.utf8))
                if let reply = try? await connection.receive() { #expect(reply.status == 400) }
                #expect(try await connection.isAtEnd())
            }
            #expect(try await server.ask(RawRequest(method: "GET")).status == 200)
        }
    }

    @Test("headers beyond the limit are refused")
    func longHeaders() async throws {
        try await TestServer.run(configure: { $0.limits.headers = 2000 }) { server in
            let reply = try await server.ask(
                RawRequest(method: "GET", headers: [("X-Long", String(repeating: "x", count: 3000))]))
            #expect(reply.status == 400 || reply.status == 431)
            #expect(try await server.ask(RawRequest(method: "GET")).status == 200)
        }
    }

    @Test("a body of 16 MB is read, and one byte more is too much")
    func largeBody() async throws {
        let limit = 16 * 1024 * 1024
        try await TestServer.run { server in
            let most = try await server.ask(RawRequest(body: [UInt8](repeating: 0x61, count: limit)))
            #expect(most.status == 404)
            let tooMuch = try await server.ask(RawRequest(body: [UInt8](repeating: 0x61, count: limit + 1)))
            #expect(tooMuch.status == 413)
            #expect(tooMuch.headers["transfer-encoding"] == "chunked")
            #expect(tooMuch.body.isEmpty)
        }
    }

    @Test("a client that asks before it sends is told to go on, or not to")
    func expectation() async throws {
        try await TestServer.run { server in
            try await server.connect { connection in
                var request = RawRequest.call("ListTables", "{}", [("Expect", "100-continue")])
                try await connection.send(Array(request.bytes.dropLast(2)))
                #expect(try await connection.receive().status == 100)
                try await connection.send(Array("{}".utf8))
                #expect(try await connection.receive().text == "{\"TableNames\":[]}")
                request.body = []
                request.contentLength = 100_000_000
                try await connection.send(request)
                #expect(try await connection.receive().status == 413)
                #expect(try await connection.isAtEnd())
            }
        }
    }

    @Test("a request that does not arrive is given up")
    func stalled() async throws {
        try await TestServer.run(configure: { $0.limits.request = .milliseconds(20) }) { server in
            try await server.connect { connection in
                var request = RawRequest.call("ListTables", "{}")
                request.contentLength = 10
                try await connection.send(request)
                #expect(try await connection.isAtEnd())
            }
        }
    }

    @Test("a connection that is not used is closed")
    func idle() async throws {
        try await TestServer.run(configure: { $0.limits.idle = .milliseconds(20) }) { server in
            let isAtEnd = try await server.connect { try await $0.isAtEnd() }
            #expect(isAtEnd)
        }
    }

    @Test("Connection: close is kept to")
    func closing() async throws {
        try await TestServer.run { server in
            try await server.connect { connection in
                try await connection.send(RawRequest(method: "GET", headers: [("Connection", "close")]))
                #expect(try await connection.receive().headers["connection"] == "close")
                #expect(try await connection.isAtEnd())
            }
        }
    }

    @Test("a stop lets the running request end and closes idle connections")
    func stop() async throws {
        let reached = AsyncStream.makeStream(of: Void.self)
        let configure: (inout ServerConfiguration) -> Void = { configuration in
            configuration.intervene = { _ in
                reached.continuation.yield()
                return .delay(.milliseconds(50))
            }
        }
        try await TestServer.run(configure: configure) { server in
            try await server.connect { idle in
                try await server.connect { busy in
                    try await idle.send(RawRequest(method: "GET"))
                    _ = try await idle.receive()
                    try await busy.send(.call("ListTables", "{}"))
                    for await _ in reached.stream { break }
                    async let stopped: Void = server.server.stop()
                    #expect(try await busy.receive().text == "{\"TableNames\":[]}")
                    #expect(try await busy.isAtEnd())
                    #expect(try await idle.isAtEnd())
                    try await stopped
                }
            }
        }
    }

    @Test("calls can be answered, delayed and lost on their way to the engine")
    func interventions() async throws {
        let plan = Mutex<[Intervention]>([])
        try await TestServer.run(configure: { $0.intervene = { _ in plan.withLock { $0.popLast() } } }) { server in
            _ = try await server.ask(.createTable)
            plan.withLock { $0 = [.answer(status: 400, body: Array("{\"__type\":\"x\"}".utf8))] }
            #expect(try await server.ask(.put("a")).text == "{\"__type\":\"x\"}")
            #expect(try await server.ask(.get("a")).text == "{}")

            plan.withLock { $0 = [.loseRequest] }
            await #expect(throws: (any Error).self) { try await server.ask(.put("a")) }
            #expect(try await server.ask(.get("a")).text == "{}")

            plan.withLock { $0 = [.loseAnswer] }
            await #expect(throws: (any Error).self) { try await server.ask(.put("a", value: "kept")) }
            #expect(try await server.ask(.get("a")).text.contains("kept"))

            // What follows on the connection waits for its turn.
            plan.withLock { $0 = [.delay(.milliseconds(20))] }
            try await server.connect { connection in
                let requests = [RawRequest.put("a", value: "late")] + Array(repeating: .get("a"), count: 50)
                try await connection.send(requests.flatMap(\.bytes))
                #expect(try await connection.receive().text == "{}")
                for _ in 0..<50 { #expect(try await connection.receive().text.contains("late")) }
            }
        }
    }
}
