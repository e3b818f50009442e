import HTTPDynamoDBCore
import NIOPosix
import Testing

@testable import DynamoDBNIOTransport

/// Runs `body` with a transport and shuts it down.
func withTransport<Result>(
    _ configure: (inout NIOTransport.Configuration) -> Void = { _ in },
    _ body: (NIOTransport) async throws -> Result
) async throws -> Result {
    var configuration = NIOTransport.Configuration()
    // However busy the machine is.
    configuration.connectTimeout = .seconds(300)
    configure(&configuration)
    let transport = NIOTransport(configuration: configuration)
    do {
        let result = try await body(transport)
        await transport.shutdown()
        return result
    } catch {
        await transport.shutdown()
        throw error
    }
}

extension NIOTransport {
    /// Sends a body and returns the one that comes back.
    func ask(_ endpoint: HTTPEndpoint, _ body: String = "{}", timeout: Duration = .seconds(300)) async throws -> String
    {
        let request = TransportRequest(.post, endpoint, body: Array(body.utf8))
        return String(decoding: try await send(request, timeout: timeout).body, as: UTF8.self)
    }

    func expect(
        _ answer: String, from endpoint: HTTPEndpoint, _ body: String = "{}",
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let found = try await ask(endpoint, body)
        #expect(found == answer, sourceLocation: sourceLocation)
    }

    /// The error that a request ends with.
    func failure(
        _ endpoint: HTTPEndpoint, _ body: String = "{}", timeout: Duration = .seconds(300)
    ) async -> TransportError? {
        do {
            _ = try await send(TransportRequest(.post, endpoint, body: Array(body.utf8)), timeout: timeout)
            return nil
        } catch {
            return error
        }
    }

    /// Lets other tasks go on until the counts are as they should be. A test in which they never are is ended by its time limit.
    func until(_ endpoint: HTTPEndpoint, _ condition: (ConnectionPool.Counts) -> Bool) async {
        while !condition(counts(of: endpoint)) { await Task.yield() }
    }
}
