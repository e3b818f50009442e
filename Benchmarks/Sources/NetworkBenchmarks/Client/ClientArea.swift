import DynamoDBNIOTransport
import HTTPDynamoDB
import Harness

/// Clients against a server that always gives the same answer of 1 KB, as fast as one thread can.
enum ClientArea {
    static func measure(_ rounds: Rounds) async throws -> Measured {
        let server = try ServerProcess(try Places.program("fixed-responder"))
        let node = Worker.node("client.mjs", String(server.port))
        let boto3 = Worker.python("client.py", String(server.port))
        let nio = NIOTransport()
        let onNIO = Requests(transport: nio, port: server.port)
        let onURLSession = Requests(transport: URLSessionTransport(), port: server.port)
        func others(_ concurrency: Int) -> [Peer: Work] {
            [.nodeHTTP: .asked(node, String(concurrency)), .boto3Client: .asked(boto3, String(concurrency))]
        }

        var results: [RowResult] = []
        for concurrency in Row.clientConcurrencies {
            let contest = Contest(
                .client(concurrency), ours: .load(concurrency, onNIO.operations),
                peers: others(concurrency).merging([.nioAlone: .load(concurrency, onNIO.bytes)]) { $1 })
            for result in try await rounds.run([contest]) {
                results += [result, try beyond(result, .clientBeyond(concurrency), alone: .nioAlone)]
            }
        }
        let atOnce = Requests(transport: Answered(by: try await onNIO.answer()), port: server.port)
        results += try await rounds.run([Contest(.clientAlone, ours: .load(1, atOnce.operations))])
        let contest = Contest(
            .clientOnURLSession, ours: .load(8, onURLSession.operations),
            peers: others(8).merging([.urlSessionAlone: .load(8, onURLSession.bytes)]) { $1 })
        results += try await rounds.run([contest])
        await nio.shutdown()
        return Measured(rows: results, workers: node, boto3)
    }

    /// What an operation costs more than its transport, round by round.
    private static func beyond(_ whole: RowResult, _ row: Row, alone peer: Peer) throws -> RowResult {
        guard let alone = whole.result(of: peer.name) else { throw Failure("the transport alone was not measured") }
        var result = RowResult(row)
        result.ours = Samples(zip(whole.ours.values, alone.samples.values).map { $0 - $1 })
        for figure in alone.samples.values { result.add(figure, of: peer) }
        return result
    }
}

/// A transport that has the answer at hand.
private struct Answered: HTTPTransport {
    private let response: TransportResponse

    init(by response: TransportResponse) { self.response = response }

    func send(_: TransportRequest, timeout _: Duration) async throws(TransportError) -> TransportResponse { response }
}
