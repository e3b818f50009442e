import Codegen
import ElectroDBCases
import Entities
import Foundation
import InMemoryDynamoDB
import Testing

/// What the generated code asks for is what ElectroDB asks for, in every case of the vectors.
@Suite("ElectroDB's vectors")
struct VectorTests {
    static let file: VectorFile = {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let text = (try? Data(contentsOf: url.appendingPathComponent("vectors.json"))) ?? Data()
        do throws(ImportError) { return try VectorFile(json: [UInt8](text)) } catch {
            Issue.record("vectors.json: \(error)")
            return VectorFile()
        }
    }()

    static let calls = Dictionary(vectorCalls.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

    @Test("There are cases, and a call for each (or else: Tests/ElectroDBVectors/generate)")
    func isComplete() {
        #expect(!Self.file.cases.isEmpty)
        #expect(Set(Self.file.cases.map(\.id)) == Set(vectorCalls.map(\.id)))
        #expect(Self.file.cases.count == vectorCalls.count)
    }

    @Test("The request is ElectroDB's", arguments: file.cases)
    func request(_ vector: VectorCase) async throws {
        let outcome = try await VectorOutcome(of: vector)
        for difference in outcome.differences { Issue.record("\(vector.id): \(difference)") }
    }

    @Test("What becomes of the data is the same", arguments: file.cases.filter { $0.expectedError == nil })
    func data(_ vector: VectorCase) async throws {
        for difference in try await VectorOutcome.dataDifferences(of: vector) {
            Issue.record("\(vector.id): \(difference)")
        }
    }

    @Test("The cases by rule: how many there are, and how many hold")
    func rules() async throws {
        var counts: [String: (all: Int, held: Int)] = [:]
        for vector in Self.file.cases {
            let holds = try await VectorOutcome(of: vector).differences.isEmpty
            for rule in vector.rules {
                counts[rule, default: (0, 0)].all += 1
                if holds { counts[rule, default: (0, 0)].held += 1 }
            }
        }
        for (rule, count) in counts.sorted(by: { $0.key < $1.key }) {
            print("| \(rule) | \(count.all) | \(count.held) |")
            #expect(count.all == count.held, "\(rule)")
        }
    }
}
