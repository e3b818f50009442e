import Entities
import HTTPDynamoDBCore
import Testing

extension HostileServerTests {
    @Suite("A connection that the server closes between two requests")
    struct StaleConnectionTests {
        /// Over `URLSession`, a request that meets such a connection may end by its time only.
        private static let carriers = [(Carrier.nio, 200), (.urlSession, 20)]

        @Test("Reads succeed", arguments: carriers)
        func reads(carrier: Carrier, count: Int) async throws {
            try await HostileServer.run(otherwise: { Behaviour(answer: .last) }) { server in
                try await server.engine.put("a", "here")
                try await carrier.run(server, options: .hasty) { dynamoDB in
                    for _ in 0..<count {
                        let item = try await dynamoDB.get("a")
                        #expect(item?["value"] == "here")
                    }
                }
            }
        }

        @Test("An update is done once, or perhaps and never twice", arguments: carriers)
        func updates(carrier: Carrier, count: Int) async throws {
            try await HostileServer.run(otherwise: { Behaviour(answer: .last) }) { server in
                var (surely, perhaps) = (0, 0)
                try await carrier.run(server, options: .hasty) { dynamoDB in
                    for id in 0..<count {
                        let error = await failure { () throws(DynamoDBError) in
                            try await dynamoDB.append("\(id)", to: "a")
                        }
                        if let error {
                            #expect([.connection, .timeout].contains(error.code))
                            #expect(error.isOutcomeUnknown)
                            #expect(error.attempts == 1)
                            perhaps += 1
                        } else {
                            surely += 1
                        }
                    }
                }
                let log = try await server.engine.log("a")
                #expect(Set(log).count == log.count)
                #expect((surely...(surely + perhaps)).contains(log.count))
            }
        }

        // libcurl under Foundation tries: it takes a used connection that ends without a byte for one that was closed before.
        @Test(
            "The request that it met is not sent again below the executor", arguments: Carrier.allCases,
            [true, false])
        func notRepeatedBelow(carrier: Carrier, isCarriedOut: Bool) async throws {
            try await HostileServer.run { server in
                try await carrier.run(server, options: .hasty) { dynamoDB in
                    try await dynamoDB.put("b", "opens the connection")
                    server.next(Behaviour(answer: .none, isCarriedOut: isCarriedOut))
                    let error = await failure { () throws(DynamoDBError) in try await dynamoDB.append("1", to: "a") }
                    #expect(error?.isOutcomeUnknown == true)
                    #expect(error?.attempts == 1)
                }
                #expect(try await server.engine.log("a") == (isCarriedOut ? ["1"] : []))
            }
        }
    }
}
