import Entities
import HTTPDynamoDBCore
import Testing

extension HostileServerTests {
    @Suite("Each misdeed ends in success or in a typed error")
    struct MisdeedTests {
        @Test("A read succeeds by another attempt, or says what is wrong", arguments: Case.all)
        func read(misdeed: Case) async throws {
            try await HostileServer.run { server in
                try await misdeed.carrier.run(server, options: misdeed.options) { dynamoDB in
                    try await server.engine.put("a", "here")
                    server.next(misdeed.behaviour)
                    var found: AttributeValue?
                    let error = await failure { () throws(DynamoDBError) in
                        found = try await dynamoDB.get("a")?["value"]
                    }
                    #expect(error?.code == misdeed.expected.ofRead)
                    #expect(found == (misdeed.expected.ofRead == nil ? "here" : nil))
                    #expect(error?.isOutcomeUnknown != true)
                    #expect(error == nil || error?.attempts == 1)
                    #expect(server.log.requests.count == 1)
                }
            }
        }

        @Test(
            "A write that must not be repeated is done once, or the error says that it may have been",
            arguments: Case.all)
        func append(misdeed: Case) async throws {
            let server = try await HostileServer.run { server in
                try await misdeed.carrier.run(server, options: misdeed.options) { dynamoDB in
                    server.next(misdeed.behaviour)
                    let error = await failure { () throws(DynamoDBError) in try await dynamoDB.append("1", to: "a") }
                    #expect(error?.code == misdeed.expected.ofAppend)
                    #expect(error == nil || error?.isOutcomeUnknown == true)
                    #expect(error == nil || error?.attempts == 1)
                }
                return server
            }
            // Late ones are there by now, too.
            let isDone = misdeed.behaviour.isCarriedOut || misdeed.expected.ofAppend == nil
            #expect(try await server.engine.log("a") == (isDone ? ["1"] : []))
        }

        @Test("A transaction is done once, however its first answer was lost", arguments: Case.all.filter(\.isRepeated))
        func transaction(misdeed: Case) async throws {
            let server = try await HostileServer.run { server in
                try await misdeed.carrier.run(server, options: misdeed.options) { dynamoDB in
                    server.next(misdeed.behaviour)
                    try await dynamoDB.append("1", to: "a", and: "b")
                }
                return server
            }
            #expect(try await server.engine.log("a") == ["1"])
            #expect(try await server.engine.log("b") == ["1"])
        }

        @Test("A transaction that is in progress is asked for again, and may be done yet", arguments: Carrier.allCases)
        func transactionInProgress(carrier: Carrier) async throws {
            let inProgress = Behaviour.error(400, "TransactionInProgressException")
            try await HostileServer.run { server in
                try await carrier.run(server) { dynamoDB in
                    server.next(inProgress, inProgress)
                    try await dynamoDB.append("1", to: "a", and: "b")
                    server.next(inProgress, inProgress, inProgress, inProgress)
                    let error = await failure { () throws(DynamoDBError) in
                        try await dynamoDB.append("2", to: "a", and: "b")
                    }
                    #expect(error?.code == .transactionInProgress)
                    #expect(error?.attempts == 4)
                    #expect(error?.isOutcomeUnknown == true)
                }
                #expect(try await server.engine.log("a") == ["1"])
                #expect(try await server.engine.log("b") == ["1"])
            }
        }

        @Test("A create is done once, and knows itself again", arguments: Case.all.filter(\.isRepeated))
        func create(misdeed: Case) async throws {
            let server = try await HostileServer.run { server in
                try await misdeed.carrier.run(server, options: misdeed.options) { dynamoDB in
                    server.next(misdeed.behaviour)
                    try await dynamoDB.create("a", "mine")
                }
                return server
            }
            #expect(try await server.engine.get("a")?["value"] == "mine")
        }

        @Test("What fails again and again is told after the last attempt", arguments: Case.all.filter(\.isRepeated))
        func stubborn(misdeed: Case) async throws {
            try await HostileServer.run(otherwise: { misdeed.behaviour }) { server in
                try await misdeed.carrier.run(server, options: misdeed.options) { dynamoDB in
                    let error = await failure { () throws(DynamoDBError) in _ = try await dynamoDB.get("a") }
                    #expect(error?.code == misdeed.expected.last)
                    #expect(error?.attempts == 4)
                }
            }
        }

        @Test("A server that never answers cannot hold a request longer than its time", arguments: Carrier.allCases)
        func silence(carrier: Carrier) async throws {
            try await HostileServer.run(otherwise: { Behaviour(answer: .never) }) { server in
                var options = HTTPDynamoDB.Options.patient
                options.totalTimeout = .milliseconds(200)
                try await carrier.run(server, options: options) { dynamoDB in
                    let error = await failure { () throws(DynamoDBError) in _ = try await dynamoDB.get("a") }
                    #expect(error?.code == .timeout)
                    #expect(error?.attempts == 1)
                }
            }
        }
    }
}
