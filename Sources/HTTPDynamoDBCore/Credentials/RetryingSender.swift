import Entities

/// Sends the requests for credentials, and repeats them a few times when that may help.
struct RetryingSender: Sendable {
    let host: HostEnvironment
    let transport: any HTTPTransport
    /// How often a request is sent at most.
    var attempts = 3
    /// For one attempt.
    var timeout: Duration

    /// The response to a request, whatever its status.
    /// - Parameter isTemporary: which other responses than 429 and those of 500 and above are worth another attempt.
    /// - Throws: `.notFound` if nobody answers.
    func send(
        _ request: TransportRequest, retryingIf isTemporary: (TransportResponse) -> Bool = { _ in false }
    ) async throws(SourceFailure) -> TransportResponse {
        var number = 1
        while true {
            let failure: TransportError
            do {
                let response = try await transport.send(request, timeout: timeout)
                let mayHelp = response.status >= 500 || response.status == 429 || isTemporary(response)
                guard mayHelp, number < attempts else { return response }
                failure = TransportError(.malformedResponse, "HTTP \(response.status)", mayHaveBeenSent: true)
            } catch {
                failure = error
            }
            guard failure.reason != .cancelled else { throw .cancelled }
            guard number < attempts else {
                throw .notFound("\(request.endpoint) does not answer: \(failure.message)")
            }
            let ceiling = Backoff.ceiling(after: number, first: .milliseconds(100), longest: .seconds(20))
            do {
                try await host.sleep(ceiling * host.random())
            } catch {
                throw .cancelled
            }
            number += 1
        }
    }
}
