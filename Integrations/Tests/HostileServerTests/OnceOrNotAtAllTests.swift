import Entities
import Testing

extension HostileServerTests {
    @Suite("Whatever happens on the way")
    struct OnceOrNotAtAllTests {
        @Test(
            "A write that succeeded is there once, one that failed is not, and one that is not known is not there twice",
            arguments: Carrier.allCases, [1, 2, 3] as [UInt64])
        func ledger(carrier: Carrier, seed: UInt64) async throws {
            let mood = Mood(malice: 40, carrier, seed: seed)
            let (server, ledger) = try await HostileServer.run(otherwise: mood.next) { server in
                let ledger = try await carrier.run(server, options: .impatient) { dynamoDB in
                    try await Ledger.record(
                        on: dynamoDB, engine: server.engine, tasks: 24, writes: 12, seed: seed)
                }
                return (server, ledger)
            }
            // By now the engine has whatever it will ever get.
            for entry in ledger.entries {
                let found = try await entry.write.occurrences(in: server.engine)
                let isAsTold: Bool =
                    switch entry.outcome {
                    case .done: found.allSatisfy { $0 == 1 }
                    case .refused: found.allSatisfy { $0 == 0 }
                    case .unknown: found.allSatisfy { $0 <= 1 }
                    }
                #expect(isAsTold, "\(entry) is there \(found) times")
                if case .both = entry.write { #expect(Set(found).count == 1, "\(entry) is there \(found) times") }
            }
            try await ledger.expectCounts(server.engine)
            // Else the test would have tested nothing.
            for kind in 0..<Write.kinds {
                #expect(ledger.entries.contains { $0.kind == kind && $0.outcome == .done })
            }
            #expect(ledger.entries.contains { $0.outcome == .unknown })
            #expect(ledger.entries.contains { $0.outcome == .refused })
        }
    }
}
