import Entities
import HTTPDynamoDBCore
import Testing

extension HostileServerTests {
    @Suite("A refused signature is made anew, once")
    struct SignatureRefusalTests {
        @Test("By the server's clock", arguments: Carrier.allCases, [7200, -7200])
        func clock(carrier: Carrier, ahead: Int) async throws {
            try await HostileServer.run(otherwise: { Behaviour(answer: .clock(ahead: ahead)) }) { server in
                try await carrier.run(server) { dynamoDB in
                    for id in ["1", "2", "3"] { try await dynamoDB.append(id, to: "a") }
                    // By now the clock is right for the first attempt.
                    server.next(Behaviour(answer: .clock(ahead: ahead)))
                    try await dynamoDB.append("4", to: "a")
                    #expect(server.log.requests.count == 1)
                    // And if the server is not content with its own time, there is an end to it.
                    server.next(Behaviour(answer: .clock(ahead: 86_400)), Behaviour(answer: .clock(ahead: 172_800)))
                    let error = await failure { () throws(DynamoDBError) in try await dynamoDB.append("5", to: "a") }
                    #expect(error?.code.rawValue == "InvalidSignatureException")
                    #expect(error?.attempts == 2)
                    #expect(error?.isOutcomeUnknown == false)
                }
                #expect(try await server.engine.log("a") == ["1", "2", "3", "4"])
            }
        }

        @Test("With other credentials", arguments: Carrier.allCases)
        func expired(carrier: Carrier) async throws {
            let refusal = Behaviour.error(400, "ExpiredTokenException")
            try await HostileServer.run { server in
                try await carrier.run(server) { dynamoDB in
                    server.next(refusal, .plain)
                    try await dynamoDB.append("1", to: "a")
                    #expect(server.log.requests.map(\.accessKeyID) == ["KEY0", "KEY1"])
                    server.next(refusal, refusal)
                    let error = await failure { () throws(DynamoDBError) in try await dynamoDB.append("2", to: "a") }
                    #expect(error?.code.rawValue == "ExpiredTokenException")
                    #expect(error?.attempts == 2)
                    #expect(error?.isOutcomeUnknown == false)
                }
                #expect(try await server.engine.log("a") == ["1"])
            }
        }

        @Test("Not at all, where there are no others", arguments: Carrier.allCases)
        func expiredForGood(carrier: Carrier) async throws {
            let credentials = StaticCredentials(AWSCredentials(accessKeyID: "KEY", secretAccessKey: "secret"))
            try await HostileServer.run { server in
                try await carrier.run(server, credentials: credentials) { dynamoDB in
                    server.next(.error(400, "ExpiredTokenException"))
                    let error = await failure { () throws(DynamoDBError) in try await dynamoDB.append("1", to: "a") }
                    #expect(error?.code.rawValue == "ExpiredTokenException")
                    #expect(error?.attempts == 1)
                    #expect(error?.isOutcomeUnknown == false)
                }
                #expect(try await server.engine.log("a") == [])
            }
        }
    }
}
