import InMemoryDynamoDB
import NIOCore
import NIOHTTP1

import struct Foundation.Data
import struct Foundation.Date
import class Foundation.JSONSerialization

/// Answers requests, apart from all sockets: the checks of the service's front, in its order, and then the engine.
struct Responder: Sendable {
    let engine: InMemoryDynamoDB
    let region: String
    let bodyLimit: Int
    let authenticator: Authenticator
    let health: Health
    let intervene: (@Sendable (EngineCall) -> Intervention?)?

    enum Outcome {
        case answer(Answer)
        /// The request is to be carried out after a while.
        case later(TimeAmount, () -> Answer)
        case loseConnection
    }

    /// The order is the service's: method and content type, packing, JSON, target, signature, and only then the operation.
    func respond(to request: Request) -> Outcome {
        let origin = request.header("origin")
        if request.method == .OPTIONS, origin != nil { return .answer(preflight(request)) }
        guard origin != nil else { return route(request) }
        switch route(request) {
        case .answer(let answer): return .answer(shared(answer))
        case .later(let delay, let work): return .later(delay) { shared(work()) }
        case .loseConnection: return .loseConnection
        }
    }

    private func route(_ request: Request) -> Outcome {
        if request.method == .GET { return .answer(get(request)) }
        let contentType = request.contentType
        guard request.method == .POST,
            request.body.isEmpty || contentType == Answer.amazonJSON || contentType == Answer.json
        else { return .answer(.notFound) }
        return post(request, answersAs: contentType == Answer.amazonJSON ? Answer.amazonJSON : Answer.json)
    }

    private func post(_ request: Request, answersAs contentType: String) -> Outcome {
        var body = request.body
        if let encoding = request.header("content-encoding")?.lowercased(), encoding != "identity" {
            guard encoding == "gzip" else {
                return .answer(.error(.internalFailure, status: .internalServerError, contentType: contentType))
            }
            do throws(Decompression.Failure) {
                body = try Decompression.gunzip(body, limit: bodyLimit)
            } catch {
                switch error {
                case .tooLarge: return .answer(.contentTooLarge)
                case .malformed:
                    return .answer(.error(.internalFailure, status: .internalServerError, contentType: contentType))
                }
            }
        }
        let target = request.header("x-amz-target") ?? ""
        do throws(ServiceError) {
            guard InMemoryDynamoDB.isOperation(target: target) else { throw .unknownOperation }
            try authenticator.check(request)
            guard !body.isEmpty else { throw .serialization }
        } catch {
            // A body that is no JSON comes before all of these. It is only looked at here, since the engine finds it as well.
            let isJSON = body.isEmpty || Self.isJSON(body)
            return .answer(.error(isJSON ? error : .serialization, contentType: contentType))
        }
        let encoding = request.header("accept-encoding")
        return perform(EngineCall(target: target, body: body)) { status, body in
            packed(
                Answer(status: HTTPResponseStatus(statusCode: status), contentType: contentType, body: body),
                for: encoding)
        }
    }

    /// The one place from which the engine is asked.
    private func perform(_ call: EngineCall, _ answer: @escaping (Int, [UInt8]) -> Answer) -> Outcome {
        func carryOut() -> Answer {
            let (status, body) = engine.respond(target: call.target, body: call.body)
            return answer(status, body)
        }
        guard let intervention = intervene?(call) else { return .answer(carryOut()) }
        switch intervention {
        case .answer(let status, let body): return .answer(answer(status, body))
        case .delay(let delay): return .later(delay, carryOut)
        case .noAnswer: return .later(.hours(1)) { answer(504, []) }
        case .loseRequest: return .loseConnection
        case .loseAnswer:
            _ = carryOut()
            return .loseConnection
        }
    }

    private func packed(_ answer: Answer, for encoding: String?) -> Answer {
        guard answer.body.count >= Compression.threshold, let encoding,
            let compression = AcceptedEncoding.best(encoding), let body = compression.compress(answer.body)
        else { return answer }
        var answer = answer
        answer.body = body
        answer.headers.append(("Content-Encoding", compression.rawValue))
        return answer
    }

    private static func isJSON(_ body: [UInt8]) -> Bool {
        (try? JSONSerialization.jsonObject(with: Data(body), options: .fragmentsAllowed)) != nil
    }
}
