import Entities

/// The engine as it looks from the network: the name of an operation and a JSON body in, a status and a JSON body out.
///
/// A request is read and carried out without being looked at twice. Only when it is refused is its form compared with the
/// service's model of the operation, since the service complains about the form first.
struct WireFrontEnd {
    let engine: Engine

    func respond(target: String, body: [UInt8]) -> (status: Int, body: [UInt8]) {
        do throws(DynamoDBError) {
            guard let operation = WireOperation.all[target] else { throw DynamoDBError(.unknownOperation, "") }
            let response = try respond(to: operation, body)
            var json = JSONWriter()
            response.writeBody(to: &json)
            return (200, json.bytes)
        } catch {
            return (WireError.status(of: error), WireError.body(of: error))
        }
    }

    private func respond(to operation: WireOperation, _ body: [UInt8]) throws(DynamoDBError) -> DynamoDBResponse {
        do throws(DynamoDBError) {
            return try engine.respond(to: try operation.request(body))
        } catch {
            guard error.code.mayHideFormProblem else { throw error }
            throw ShapeCheck.problem(in: body, operation.shape, operation.wording) ?? (try? WireObject(body: body))?
                .reworded(error)
                ?? error
        }
    }
}

extension DynamoDBError.Code {
    /// Whether the request may be wrong in its form, too. Everything else is found out only about requests that are right.
    fileprivate var mayHideFormProblem: Bool {
        switch self {
        case .conditionalCheckFailed, .transactionCanceled, .throttling, .internalServerError, .accessDenied: false
        default: true
        }
    }
}
