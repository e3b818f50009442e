import Entities
import Foundation

/// DynamoDB as an executor sees it: where it is, as whom it is asked, and over what.
struct Service: Sendable {
    let endpoints: EndpointResolver
    let credentials: any CredentialsProvider
    let signer: RequestSigner
    let transport: any HTTPTransport
    let clock: ServerClock
    let userAgent: String

    /// A response with what its request was signed with, which says whether another signature may do better.
    struct Answer {
        let response: TransportResponse
        let credentials: AWSCredentials
        let signedAt: Date
    }

    func currentCredentials() async throws(DynamoDBError) -> AWSCredentials {
        do throws(CredentialsError) {
            return try await credentials.credentials()
        } catch {
            throw error.reason == .cancelled ? .cancelled : DynamoDBError(.configuration, error.description)
        }
    }

    /// Signs a request and sends it, once.
    func send(_ request: DynamoDBRequest, _ body: [UInt8], timeout: Duration) async throws(DynamoDBError) -> Answer {
        let credentials = try await currentCredentials()
        let endpoint: HTTPEndpoint
        do throws(ConfigurationError) {
            endpoint = try endpoints.endpoint(for: request, accountID: credentials.accountID)
        } catch {
            throw DynamoDBError(.configuration, error.message)
        }
        var message = TransportRequest(
            .post, endpoint,
            headers: [
                .init("content-type", "application/x-amz-json-1.0"), .init("x-amz-target", request.target),
                .init("accept-encoding", "identity"), .init("user-agent", userAgent),
            ],
            body: body)
        let now = clock.now
        signer.sign(&message, credentials: credentials, date: now)
        do throws(TransportError) {
            let response = try await transport.send(message, timeout: timeout)
            return Answer(response: response, credentials: credentials, signedAt: now)
        } catch {
            throw DynamoDBError(error)
        }
    }
}

extension DynamoDBError {
    fileprivate init(_ error: TransportError) {
        switch error.reason {
        case .invalidRequest: self.init(.invalidRequest, error.message)
        case .unreachable, .connectionLost, .malformedResponse: self.init(.connection, error.message)
        case .timedOut: self.init(.timeout, error.message)
        case .cancelled: self = .cancelled
        case .responseTooLarge: self.init(.unexpectedResponse, error.message)
        }
        isOutcomeUnknown = error.mayHaveBeenSent
    }
}
