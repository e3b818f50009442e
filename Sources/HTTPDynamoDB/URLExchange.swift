import Dispatch
import Foundation
import HTTPDynamoDBCore
import Synchronization

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One request and its response on a `URLSession`.
///
/// Ends once: with the response, an error, the end of its time, or the task's cancellation, whichever is first. What comes later finds
/// the continuation gone.
final class URLExchange: Sendable {
    typealias Outcome = Result<TransportResponse, TransportError>

    private struct State {
        var continuation: CheckedContinuation<Outcome, Never>?
        /// The outcome, where it was there before anybody waited for it.
        var early: Outcome?
        var body: [UInt8] = []
        var isOver = false
    }

    private let task: URLSessionDataTask
    private let state = Mutex(State())

    init(_ task: URLSessionDataTask) {
        self.task = task
    }

    func run(in tasks: TaskTable, timeout: Duration) async throws(TransportError) -> TransportResponse {
        let timer = DispatchWorkItem { [weak self] in
            self?.end(.failure(TransportError(.timedOut, "there was no answer in time", mayHaveBeenSent: true)))
        }
        // Here and not with the continuation: a task that was cancelled in between would be in the table for ever.
        tasks.insert(self, for: task)
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let early = state.withLock { state in
                    if state.early == nil { state.continuation = continuation }
                    return state.early
                }
                if let early { return continuation.resume(returning: early) }
                DispatchQueue.global().asyncAfter(deadline: .now() + timeout.dispatchInterval, execute: timer)
                task.resume()
            }
        } onCancel: {
            end(.failure(TransportError(.cancelled, "the task was cancelled", mayHaveBeenSent: true)))
        }
        timer.cancel()
        tasks.remove(task)
        return try outcome.get()
    }

    func receive(_ data: Data, limit: Int) {
        let isTooLarge = state.withLock { state in
            guard !state.isOver else { return false }
            if state.body.count + data.count > limit { return true }
            state.body += data
            return false
        }
        guard isTooLarge else { return }
        end(
            .failure(
                TransportError(
                    .responseTooLarge, "the response has more than \(limit) bytes", mayHaveBeenSent: true)))
    }

    func complete(_ response: URLResponse?, _ error: (any Error)?) {
        if let error {
            end(.failure(TransportError(error, bytesSent: task.countOfBytesSent)))
        } else if let response = response as? HTTPURLResponse {
            let body = state.withLock { state in
                defer { state.body = [] }
                return state.body
            }
            end(.success(TransportResponse(response, body: body)))
        } else {
            end(
                .failure(TransportError(.malformedResponse, "the answer is no HTTP response", mayHaveBeenSent: true)))
        }
    }

    #if canImport(FoundationNetworking)
    /// Ends with a redirect, and with the task, which would wait for ever to be told where to go on.
    func redirect(_ response: HTTPURLResponse) {
        end(.success(TransportResponse(response, body: [])))
        task.cancel()
    }
    #endif

    /// The first outcome counts. Without a response the task is of no use any more.
    private func end(_ outcome: Outcome) {
        let (isFirst, continuation) = state.withLock { state in
            guard !state.isOver else { return (false, CheckedContinuation<Outcome, Never>?.none) }
            state.isOver = true
            state.body = []
            if state.continuation == nil { state.early = outcome }
            defer { state.continuation = nil }
            return (true, state.continuation)
        }
        guard isFirst else { return }
        if case .failure = outcome { task.cancel() }
        continuation?.resume(returning: outcome)
    }
}

extension Duration {
    fileprivate var dispatchInterval: DispatchTimeInterval {
        let (seconds, attoseconds) = components
        return seconds > 100_000
            ? .seconds(100_000) : .nanoseconds(Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000))
    }
}

extension TransportResponse {
    fileprivate init(_ response: HTTPURLResponse, body: [UInt8]) {
        let headers = response.allHeaderFields.compactMap { name, value in
            if let name = name as? String, let value = value as? String {
                TransportRequest.Header(name, value)
            } else {
                nil
            }
        }
        self.init(status: response.statusCode, headers: headers, body: body)
        if let encoding = self[header: "content-encoding"], encoding.lowercased() != "identity" {
            content = .decompressed(crc32: nil)
        }
    }
}

extension TransportError {
    /// What Foundation says, of a task that has sent so many bytes of the request's body.
    ///
    /// Its codes alone do not tell whether there was a connection: on Linux, an answer that is no HTTP is an `unsupportedURL`, and
    /// whatever happens after one of several addresses refused is `cannotConnectToHost`.
    fileprivate init(_ error: any Error, bytesSent: Int64) {
        let message = error.localizedDescription
        switch (error as? URLError)?.code {
        case let code? where bytesSent == 0 && code.isWithoutConnection:
            self.init(.unreachable, message, mayHaveBeenSent: false)
        case .timedOut?: self.init(.timedOut, message, mayHaveBeenSent: true)
        case .cancelled?: self.init(.cancelled, message, mayHaveBeenSent: true)
        case .badServerResponse?, .cannotDecodeRawData?, .cannotDecodeContentData?, .cannotParseResponse?,
            .unsupportedURL?:
            self.init(.malformedResponse, message, mayHaveBeenSent: true)
        default: self.init(.connectionLost, message, mayHaveBeenSent: true)
        }
    }
}

extension URLError.Code {
    /// Whether it is what becomes of a request that finds no connection.
    fileprivate var isWithoutConnection: Bool {
        switch self {
        case .cannotConnectToHost, .cannotFindHost, .dnsLookupFailed, .notConnectedToInternet,
            .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateUntrusted,
            .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid,
            .appTransportSecurityRequiresSecureConnection:
            true
        default: false
        }
    }
}
