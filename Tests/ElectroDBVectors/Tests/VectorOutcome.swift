import Codegen
import ElectroDBCases
import Entities
import InMemoryDynamoDB

/// How a case came out.
struct VectorOutcome {
    let differences: [String]

    init(of vector: VectorCase) async throws {
        guard let call = VectorTests.calls[vector.id] else {
            differences = ["there is no call"]
            return
        }
        let models = vector.models.compactMap(VectorTests.file.model)
        switch call.content {
        case .doesNotCompile(let code, let reason):
            differences = vector.expectedError == code ? [] : ["the call does not compile: \(reason)"]
        case .run(let run):
            let engine = InMemoryDynamoDB()
            try await Database(engine, table: call.table).createTables()
            let recorder = RequestRecorder(engine)
            var failure: (any Error)?
            do { try await run(Database(recorder, table: call.table)) } catch { failure = error }
            guard let request = recorder.requests.first else {
                let isNeedless = failure == nil && ExpectedKeyCondition.all(vector.expect).contains(where: \.isReversed)
                differences = isNeedless ? [] : Self.differences(refusal: failure, vector)
                return
            }
            if let code = vector.expectedError {
                differences = ["there is a request, and not the error \(code)"]
            } else {
                differences = RequestComparison.differences(request, vector, models: models)
            }
        }
    }

    /// Whether a call that sent nothing was expected to be refused, and for this reason.
    private static func differences(refusal: (any Error)?, _ vector: VectorCase) -> [String] {
        guard let error = refusal as? DynamoDBError else { return ["nothing is sent: \(String(describing: refusal))"] }
        switch (vector.expectedError, error.code) {
        case (3001?, .invalidValue), (2002?, .invalidValue), (2002?, .invalidRequest): return []
        default: return ["nothing is sent: \(error)"]
        }
    }

    /// What is different in the data after the case, or read from it.
    static func dataDifferences(of vector: VectorCase) async throws -> [String] {
        guard let call = VectorTests.calls[vector.id], case .run(let run) = call.content,
            !ExpectedKeyCondition.all(vector.expect).contains(where: \.isReversed)
        else { return [] }
        let file = VectorTests.file
        let neighbours = file.cases.filter { other in
            [.put, .create, .upsert].contains(other.operation)
                && VectorTests.calls[other.id]?.table.definitionName == call.table.definitionName
        }
        let stored = neighbours.compactMap { other -> EncodedItem? in
            guard let item = other.expect["item"] else { return nil }
            return other.models.first.flatMap(file.model)?.item(item)
        }
        return try await DataComparison(
            vector: vector, models: vector.models.compactMap(file.model), table: call.table, stored: stored, call: run
        ).differences()
    }
}
