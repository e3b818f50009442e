import Entities

/// Makes the body of each request, as an executor that sends it would, and reads the emptiest answer that there is.
struct BodyMaker: DynamoDBExecutor {
    private let empty = Array("{}".utf8)

    func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        do throws(AttributeError) {
            _ = try operation.request.body()
            return try Operation.Output(body: empty)
        } catch {
            throw DynamoDBError(.invalidRequest, "\(error)", underlying: error)
        }
    }
}
