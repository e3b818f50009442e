import Entities
import Synchronization

/// Makes the body of each request, as an executor that sends it would, and reads the emptiest answer that there is.
final class BodyMaker: DynamoDBExecutor {
    /// How long the last body was.
    let length = Atomic(0)
    /// Whether bodies are printed.
    private let isVerbose: Bool
    private let empty = Array("{}".utf8)

    init(isVerbose: Bool = false) { self.isVerbose = isVerbose }

    func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        do throws(AttributeError) {
            let body = try operation.request.body()
            length.store(body.count, ordering: .relaxed)
            if isVerbose { print(String(decoding: body, as: UTF8.self)) }
            return try Operation.Output(body: empty)
        } catch {
            throw DynamoDBError(.invalidRequest, "\(error)", underlying: error)
        }
    }
}
