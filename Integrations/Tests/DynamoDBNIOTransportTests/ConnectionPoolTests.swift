import HTTPDynamoDBCore
import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import DynamoDBNIOTransport

@Suite("Connections, waiting and ends", .serialized, .timeLimit(.minutes(10)))
struct ConnectionPoolTests {
    @Test("a connection that the server has closed meanwhile is not used")
    func closedWhileIdle() async throws {
        try await ScriptedServer.run { connection in
            _ = try await connection.request()
            try await connection.write(.ok("\(connection.number)"))
            try await connection.end()
        } _: { server in
            try await withTransport { transport in
                for number in 0..<20 {
                    try await transport.expect("\(number)", from: server.endpoint)
                    await transport.until(server.endpoint) { $0.idle == 0 }
                }
            }
        }
    }

    @Test("bytes on an idle connection close it")
    func unexpectedBytes() async throws {
        try await ScriptedServer.run { connection in
            _ = try await connection.request()
            try await connection.write(.ok("\(connection.number)"))
            // The response has been read by now, or is read together with this; both end the connection.
            try await connection.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil")
            try await connection.untilClosed()
        } _: { server in
            try await withTransport { transport in
                for number in 0..<20 {
                    try await transport.expect("\(number)", from: server.endpoint)
                    await transport.until(server.endpoint) { $0.idle == 0 }
                }
            }
        }
    }

    @Test("connections that are idle for too long are closed")
    func idleTimeout() async throws {
        try await ScriptedServer.run(script: { try await $0.serve() }) { server in
            try await withTransport {
                $0.idleTimeout = .milliseconds(10)
            } _: { transport in
                for _ in 0..<3 {
                    try await transport.expect("{}", from: server.endpoint)
                    await transport.until(server.endpoint) { $0 == ConnectionPool.Counts() }
                }
                #expect(server.accepted == 3)
            }
        }
    }

    @Test("connections that are too old get no further request")
    func lifetime() async throws {
        try await ScriptedServer.run(script: { try await $0.serve() }) { server in
            try await withTransport {
                $0.maximumLifetime = .zero
            } _: { transport in
                for _ in 0..<3 { try await transport.expect("{}", from: server.endpoint) }
                #expect(server.accepted == 3)
            }
        }
    }

    @Test("a server that never answers: the time is over, and the connection with it")
    func timeout() async throws {
        try await ScriptedServer.run(script: { try await $0.untilClosed() }) { server in
            try await withTransport { transport in
                let error = await transport.failure(server.endpoint, timeout: .milliseconds(50))
                #expect(error?.reason == .timedOut)
                #expect(error?.mayHaveBeenSent == true)
                await transport.until(server.endpoint) { $0 == ConnectionPool.Counts() }
            }
        }
    }

    @Test("bytes that trickle in do not extend the time")
    func trickle() async throws {
        try await ScriptedServer.run { connection in
            _ = try await connection.request()
            try await connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n")
            while true { try await connection.write("x") }
        } _: { server in
            try await withTransport {
                $0.maximumBodySize = .max
            } _: { transport in
                let error = await transport.failure(server.endpoint, timeout: .milliseconds(100))
                #expect(error?.reason == .timedOut)
                #expect(error?.mayHaveBeenSent == true)
            }
        }
    }

    @Test("whoever waited in vain for a connection has sent nothing")
    func waitingTimeout() async throws {
        try await ScriptedServer.run(script: { try await $0.untilClosed() }) { server in
            try await withTransport {
                $0.maximumConnections = 1
            } _: { transport in
                let first = Task { await transport.failure(server.endpoint) }
                await transport.until(server.endpoint) { $0.running == 1 }
                let error = await transport.failure(server.endpoint, timeout: .milliseconds(20))
                #expect(error?.reason == .timedOut)
                #expect(error?.mayHaveBeenSent == false)
                await transport.until(server.endpoint) { $0 == ConnectionPool.Counts(running: 1) }
                first.cancel()
                #expect(await first.value?.reason == .cancelled)
            }
        }
    }

    @Test("no time at all", arguments: [Duration.zero, .seconds(-1)])
    func noTime(timeout: Duration) async throws {
        try await withTransport { transport in
            let endpoint = try await ScriptedServer.nobody()
            let error = await transport.failure(endpoint, timeout: timeout)
            #expect(error?.reason == .timedOut)
            #expect(error?.mayHaveBeenSent == false)
        }
    }

    @Test("those who wait get connections in their order")
    func order() async throws {
        let arrived = Mutex<[String]>([])
        let leave = AsyncStream.makeStream(of: Void.self)
        try await ScriptedServer.run { connection in
            while let request = try await connection.request() {
                arrived.withLock { $0.append(String(decoding: request.body, as: UTF8.self)) }
                if request.body == Array("0".utf8) { for await _ in leave.stream { break } }
                try await connection.write(.ok("{}"))
            }
        } _: { server in
            try await withTransport {
                $0.maximumConnections = 1
            } _: { transport in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<50 {
                        group.addTask { _ = try await transport.ask(server.endpoint, "\(number)") }
                        await transport.until(server.endpoint) { $0.running == 1 && $0.waiting == number }
                    }
                    leave.continuation.yield()
                    try await group.waitForAll()
                }
                #expect(arrived.withLock(\.self) == (0..<50).map { "\($0)" })
            }
        }
    }

    @Test("a cancelled request closes its connection at once")
    func cancellation() async throws {
        let arrived = AsyncStream.makeStream(of: Void.self)
        try await ScriptedServer.run { connection in
            _ = try await connection.request()
            arrived.continuation.yield()
            try await connection.untilClosed()
        } _: { server in
            try await withTransport { transport in
                let task = Task { await transport.failure(server.endpoint) }
                for await _ in arrived.stream { break }
                task.cancel()
                let error = await task.value
                #expect(error?.reason == .cancelled)
                #expect(error?.mayHaveBeenSent == true)
                await transport.until(server.endpoint) { $0 == ConnectionPool.Counts() }
            }
        }
    }

    @Test("a task that is cancelled already sends nothing")
    func cancelledBefore() async throws {
        try await ScriptedServer.run(script: { try await $0.serve() }) { server in
            try await withTransport { transport in
                let task = Task {
                    withUnsafeCurrentTask { $0?.cancel() }
                    return await transport.failure(server.endpoint)
                }
                let error = await task.value
                #expect(error?.reason == .cancelled)
                #expect(error?.mayHaveBeenSent == false)
                #expect(server.accepted == 0)
            }
        }
    }

    @Test("whoever waits and is cancelled leaves the queue")
    func cancelledWaiting() async throws {
        try await ScriptedServer.run(script: { try await $0.untilClosed() }) { server in
            try await withTransport {
                $0.maximumConnections = 1
            } _: { transport in
                let tasks = (0..<100).map { _ in Task { await transport.failure(server.endpoint) } }
                await transport.until(server.endpoint) { $0.running == 1 && $0.waiting == 99 }
                for task in tasks { task.cancel() }
                for task in tasks { #expect(await task.value?.reason == .cancelled) }
                await transport.until(server.endpoint) { $0.running + $0.opening + $0.waiting == 0 }
            }
        }
    }

    @Test("thousands of requests, cancelled at random, against a server that does everything wrong", arguments: 0..<2)
    func storm(seed: Int) async throws {
        try await ScriptedServer.run { connection in
            var random = SplitMix64(state: UInt64(connection.number) &* 31 &+ UInt64(seed))
            while try await connection.request() != nil {
                switch Int.random(in: 0..<100, using: &random) {
                case 0: return
                case 1: return try await connection.untilClosed()
                case 2: try await connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nbo")
                case 3: try await connection.write(.ok("{}") + "garbage")
                case 4: try await connection.write("garbage")
                case 5: try await connection.write(bytewise: .ok("{}"))
                default: try await connection.write(.ok("{}"))
                }
            }
        } _: { server in
            try await withTransport {
                $0.maximumConnections = 16
                $0.idleTimeout = .milliseconds(5)
            } _: { transport in
                var random = SplitMix64(state: UInt64(seed))
                var tasks: [Task<TransportError?, Never>] = []
                for _ in 0..<3000 {
                    let isHasty = Int.random(in: 0..<4, using: &random) == 0
                    let timeout = Duration.milliseconds(isHasty ? Int.random(in: 1..<200, using: &random) : 2000)
                    let task = Task { await transport.failure(server.endpoint, timeout: timeout) }
                    tasks.append(task)
                    if Int.random(in: 0..<3, using: &random) == 0 {
                        tasks[Int.random(in: 0..<tasks.count, using: &random)].cancel()
                    }
                    if Int.random(in: 0..<8, using: &random) == 0 { await Task.yield() }
                }
                // Every one of them ends.
                var reasons: [TransportError.Reason?: Int] = [:]
                for task in tasks { reasons[await task.value?.reason, default: 0] += 1 }
                #expect(reasons[nil, default: 0] > 0)
                #expect(reasons[.cancelled, default: 0] > 0)
                #expect(reasons[.responseTooLarge] == nil)
                await transport.until(server.endpoint) { $0.running + $0.waiting + $0.opening + $0.idle == 0 }
            }
            // The server sees all of them closed; `run` waits for that.
        }
    }

    @Test("a shutdown lets requests under way end, and refuses others")
    func shutdown() async throws {
        let arrived = AsyncStream.makeStream(of: Void.self)
        let leave = AsyncStream.makeStream(of: Void.self)
        try await ScriptedServer.run { connection in
            _ = try await connection.request()
            arrived.continuation.yield()
            for await _ in leave.stream { break }
            try await connection.write(.ok("done"))
            try await connection.untilClosed()
        } _: { server in
            let transport = NIOTransport()
            async let answer = transport.ask(server.endpoint)
            for await _ in arrived.stream { break }
            async let end: Void = transport.shutdown()
            while await transport.failure(server.endpoint, timeout: .milliseconds(1))?.reason != .unreachable {}
            leave.continuation.finish()
            let answered = try await answer
            #expect(answered == "done")
            await end
            #expect(transport.counts(of: server.endpoint) == ConnectionPool.Counts())
        }
    }

    @Test("a shutdown that is cancelled ends requests at once")
    func hardShutdown() async throws {
        try await ScriptedServer.run(script: { try await $0.untilClosed() }) { server in
            let transport = NIOTransport()
            let request = Task { await transport.failure(server.endpoint) }
            await transport.until(server.endpoint) { $0.running == 1 }
            let end = Task { await transport.shutdown() }
            end.cancel()
            await end.value
            #expect(await request.value?.reason == .connectionLost)
            #expect(transport.counts(of: server.endpoint) == ConnectionPool.Counts())
        }
    }

    @Test("a transport that nobody holds closes its connections")
    func deinitialization() async throws {
        try await ScriptedServer.run(script: { try await $0.serve() }) { server in
            var transport: NIOTransport? = NIOTransport()
            let answer = try await transport?.ask(server.endpoint)
            #expect(answer == "{}")
            #expect(server.open == 1)
            transport = nil
            // `run` returns only once the server has seen it.
        }
    }
}
