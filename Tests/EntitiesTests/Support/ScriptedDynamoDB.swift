import Entities
import Synchronization
import Testing

/// An executor that records what it is asked and answers from a script.
final class ScriptedDynamoDB: DynamoDBExecutor {
    enum Answer: Sendable {
        case response(DynamoDBResponse)
        case error(DynamoDBError)
        /// Made from the request.
        case by(@Sendable (DynamoDBRequest) -> DynamoDBResponse)
    }

    private struct State {
        var requests: [DynamoDBRequest] = []
        var answers: [Answer]
        var pauses: [Duration] = []
    }

    private let state: Mutex<State>

    init(_ answers: Answer...) { state = Mutex(State(answers: answers)) }
    init(answers: [Answer]) { state = Mutex(State(answers: answers)) }

    /// What was asked so far.
    var requests: [DynamoDBRequest] { state.withLock { $0.requests } }
    /// The tokens of the transactions among them.
    var tokens: [String] {
        requests.compactMap { request in
            if case .transactWriteItems(let transaction) = request { transaction.clientRequestToken } else { nil }
        }
    }
    /// How long it was waited between requests.
    var pauses: [Duration] { state.withLock { $0.pauses } }
    /// The answers that nobody has asked for.
    var unusedAnswers: Int { state.withLock { $0.answers.count } }

    /// A database on this executor that waits in no time.
    var database: Database {
        Database(
            self, table: .notes, backoff: Backoff(sleep: { [self] pause in state.withLock { $0.pauses.append(pause) } })
        )
    }

    func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        let answer: Answer? = state.withLock { state in
            state.requests.append(operation.request)
            return state.answers.isEmpty ? nil : state.answers.removeFirst()
        }
        let response: DynamoDBResponse
        switch answer {
        case .response(let given): response = given
        case .error(let error): throw error
        case .by(let make): response = make(operation.request)
        case nil: throw DynamoDBError(.internalServerError, "the script has no answer to \(operation.request)")
        }
        do throws(AttributeError) {
            return try Operation.Output(response)
        } catch {
            throw DynamoDBError(.undecodableResponse, "\(error)", underlying: error)
        }
    }
}

extension ScriptedDynamoDB.Answer {
    static func failedCondition(_ item: EncodedItem?) -> Self {
        .error(DynamoDBError(.conditionalCheckFailed, "The conditional request failed", item: item))
    }

    static func cancelled(_ reasons: DynamoDBError.CancellationReason...) -> Self {
        var error = DynamoDBError(.transactionCanceled, "Transaction cancelled", cancellationReasons: reasons)
        error.requestID = "R1"
        return .error(error)
    }

    static let written = Self.response(.transactWriteItems(TransactWriteItemsOutput()))
}

extension DynamoDBRequest {
    /// The body as it is sent.
    var body: String {
        var json = JSONWriter()
        do throws(AttributeError) {
            try writeBody(to: &json)
            return String(decoding: json.bytes, as: UTF8.self)
        } catch {
            return "cannot be sent: \(error)"
        }
    }

    /// The request, if it is a query.
    var query: QueryRequest? {
        guard case .query(let request) = self else { return nil }
        return request
    }
}

/// What a call throws, which must be a `DynamoDBError`.
func failure<T>(of call: () async throws -> T) async throws -> DynamoDBError {
    do {
        _ = try await call()
    } catch let error as DynamoDBError {
        return error
    }
    try #require(Bool(false), "nothing was thrown")
    return DynamoDBError(.internalServerError, "")
}
