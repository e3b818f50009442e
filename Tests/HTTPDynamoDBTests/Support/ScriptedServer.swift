import Foundation
import InMemoryDynamoDB
import Synchronization

@testable import HTTPDynamoDBCore

/// A server without a network: an engine that answers what gets through, and a script of what does not.
final class ScriptedServer: HTTPTransport {
    /// What becomes of one attempt. After the script, all are answered.
    enum Step: Sendable {
        case answer
        /// The connection is lost, before or after the request was carried out.
        case lost(isCarriedOut: Bool)
        case timedOut(isCarriedOut: Bool)
        case unreachable
        /// An answer of the script's, for a request that is carried out or not.
        case respond(TransportResponse, isCarriedOut: Bool = false)
        /// An answer with something changed.
        case tamper(@Sendable (inout TransportResponse) -> Void)
        /// No answer until the task is cancelled.
        case hang

        static func error(_ status: Int, _ code: String, headers: [TransportRequest.Header] = []) -> Step {
            let body = #"{"__type":"com.amazonaws.dynamodb.v20120810#\#(code)","message":"as scripted"}"#
            return .respond(TransportResponse(status: status, headers: headers, body: Array(body.utf8)))
        }

        static let internalServerError = error(500, "InternalServerError")
        static let throttle = error(400, "ProvisionedThroughputExceededException")
    }

    struct Attempt: Sendable {
        let request: TransportRequest
        let timeout: Duration

        func header(_ name: String) -> String? { request.headers.first { $0.name == name }?.value }
        var bodyText: String { String(decoding: request.body, as: UTF8.self) }
    }

    let engine: InMemoryDynamoDB
    private let script: Mutex<[Step]>
    private let log = Mutex<[Attempt]>([])

    init(_ engine: InMemoryDynamoDB = InMemoryDynamoDB(), _ script: [Step] = []) {
        self.engine = engine
        self.script = Mutex(script)
    }

    var attempts: [Attempt] { log.withLock { $0 } }

    func next(_ steps: Step...) { script(steps) }

    func script(_ steps: [Step]) { script.withLock { $0 = steps } }

    func send(_ request: TransportRequest, timeout: Duration) async throws(TransportError) -> TransportResponse {
        log.withLock { $0.append(Attempt(request: request, timeout: timeout)) }
        switch script.withLock({ $0.isEmpty ? Step.answer : $0.removeFirst() }) {
        case .answer: return carryOut(request)
        case .lost(let isCarriedOut):
            if isCarriedOut { _ = carryOut(request) }
            throw TransportError(.connectionLost, "the connection was lost", mayHaveBeenSent: true)
        case .timedOut(let isCarriedOut):
            if isCarriedOut { _ = carryOut(request) }
            throw TransportError(.timedOut, "there was no answer in time", mayHaveBeenSent: true)
        case .unreachable: throw TransportError(.unreachable, "connection refused", mayHaveBeenSent: false)
        case .respond(let response, let isCarriedOut):
            if isCarriedOut { _ = carryOut(request) }
            return response
        case .tamper(let change):
            var response = carryOut(request)
            change(&response)
            return response
        case .hang:
            let (stream, continuation) = AsyncStream<Never>.makeStream()
            for await _ in stream {}
            withExtendedLifetime(continuation) {}
            throw TransportError(.cancelled, "the task was cancelled", mayHaveBeenSent: true)
        }
    }

    private func carryOut(_ request: TransportRequest) -> TransportResponse {
        let target = request.headers.first { $0.name == "x-amz-target" }?.value ?? ""
        let (status, body) = engine.respond(target: target, body: request.body)
        return TransportResponse(
            status: status,
            headers: [
                .init("x-amzn-RequestId", "REQUEST"), .init("X-Amz-Crc32", String(CRC32.checksum(of: body))),
            ], body: body)
    }
}
