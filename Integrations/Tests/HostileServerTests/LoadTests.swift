import Entities
import HTTPDynamoDB
import Testing

@testable import DynamoDBNIOTransport

extension HostileServerTests {
    @Suite("Very many requests at once, cancelled at random")
    struct LoadTests {
        @Test("All end, and every socket is closed", arguments: [(Carrier.nio, 3000), (.urlSession, 600)])
        func sockets(carrier: Carrier, requests: Int) async throws {
            let mood = Mood(malice: 30, carrier, seed: 7)
            let server = try await HostileServer.run(otherwise: mood.next) { server in
                try await carrier.run(server, options: .impatient) { dynamoDB in
                    let outcomes = await Storm(requests: requests, seed: 11).rage(over: dynamoDB)
                    #expect(outcomes.values.reduce(0, +) == requests)
                    #expect(outcomes[.cancelled, default: 0] > 0)
                    // Who asks alone, and often enough, is answered.
                    while await failure(of: { () throws(DynamoDBError) in _ = try await dynamoDB.get("a") }) != nil {}
                }
                return server
            }
            // The server has seen all its connections end: what is left would be the client's.
            #if os(Linux)
            while try Sockets.open(port: server.endpoint.port) > 0 { await Task.yield() }
            #endif
            #expect(server.log.open == 0)
        }

        // On Linux, Foundation would end the process if it were told where to go on for a task that is cancelled.
        @Test("A redirect that comes when time is up harms nobody", arguments: Carrier.allCases)
        func redirects(carrier: Carrier) async throws {
            try await HostileServer.run(otherwise: { .refusal(.redirect) }) { server in
                // Some of these times are those that requests take, on whatever machine.
                var options = HTTPDynamoDB.Options.patient
                options.retries = .never
                for milliseconds in [2, 5, 10, 20, 40, 80, 160] {
                    options.attemptTimeout = .milliseconds(milliseconds)
                    try await carrier.run(server, options: options) { dynamoDB in
                        let outcomes = await Storm(requests: 200, seed: 14).rage(over: dynamoDB)
                        #expect(Set(outcomes.keys).isSubset(of: [.unexpectedResponse, .timeout, .cancelled]))
                    }
                }
            }
        }

        @Test("The pool forgets all of them")
        func pool() async throws {
            try await HostileServer.run(otherwise: Mood(malice: 30, .nio, seed: 8).next) { server in
                let transport = NIOTransport()
                let dynamoDB = HTTPDynamoDB(server, transport)
                _ = await Storm(requests: 1000, seed: 12).rage(over: dynamoDB)
                // Connections that were given up end in a moment; idle ones stay.
                while transport.counts(of: server.endpoint).running > 0 { await Task.yield() }
                #expect(transport.counts(of: server.endpoint).waiting == 0)
                await transport.shutdown()
                #expect(transport.counts(of: server.endpoint) == ConnectionPool.Counts())
            }
        }

        @Test("The transport goes with the last who holds it", arguments: Carrier.allCases)
        func lifetime(carrier: Carrier) async throws {
            struct Observer {
                weak var transport: AnyObject?
            }
            try await HostileServer.run(otherwise: Mood(malice: 30, carrier, seed: 9).next) { server in
                func use() async -> Observer {
                    let transport = carrier.transport()
                    _ = await Storm(requests: 200, seed: 13).rage(over: HTTPDynamoDB(server, transport))
                    return Observer(transport: transport as AnyObject)
                }
                let observer = await use()
                while observer.transport != nil { await Task.yield() }
            }
        }

        #if os(Linux)
        @Test("Memory does not grow", arguments: Carrier.allCases)
        func memory(carrier: Carrier) async throws {
            let (rounds, requests) = (10, 30)
            try await HostileServer.run(otherwise: { Behaviour(answer: .huge) }) { server in
                let transport = carrier.transport(maximumBodySize: 2 * HostileConnection.hugeSize)
                var sizes: [Int] = []
                for round in 0..<rounds {
                    await withTaskGroup { group in
                        for number in 0..<requests {
                            group.addTask {
                                // Of each three one is given up on its way.
                                await cancelled(after: number % 3 == 0 ? round + number : nil) {
                                    _ = try? await transport.send(
                                        TransportRequest(.post, server.endpoint), timeout: .seconds(300))
                                }
                            }
                        }
                    }
                    sizes.append(try Memory.resident())
                }
                await (transport as? NIOTransport)?.shutdown()
                // What three rounds have needed is enough for the others, but for what other tests do meanwhile.
                let received = (rounds - 3) * requests * HostileConnection.hugeSize
                #expect(sizes[rounds - 1] - sizes[2] < received / 2, "\(sizes)")
            }
        }
        #endif
    }
}
