import Entities
import Foundation
import HTTPDynamoDB

/// Something that sends requests.
protocol Client: Sendable {
    var name: String { get }
    /// Which share of the requests of a round it sends: slow ones would take all day.
    var share: Double { get }
    /// Sends requests to the server, so many at a time, after some to warm up.
    func run(port: Int, concurrency: Int, requests: Int) async throws -> Measurement
}

/// Whole operations of ours: encode, sign, send, decode the record.
struct ExecutorClient: Client {
    let name: String
    let transport: any HTTPTransport
    var share = 1.0

    func run(port: Int, concurrency: Int, requests: Int) async throws -> Measurement {
        let executor = HTTPDynamoDB(
            region: "eu-central-1", endpoint: HTTPEndpoint(isSecure: false, host: "127.0.0.1", port: port),
            credentials: StaticCredentials(.example), transport: transport)
        return try await Load(concurrency: concurrency, requests: requests).measure {
            let get = GetItemRequest(tableName: "shop", key: ["pk": "SELLER#1", "sk": "OFFER#1"])
            let item = try await executor.execute(GetItemOperation<StockItem>(get)).item
            guard item?.stock == 5 else { throw Missing(reason: "the answer has no item") }
        }
    }
}

/// The answer's item as a record.
private struct StockItem: ItemDecodable {
    let details: String
    let stock: Int

    init(from item: inout ItemReader) throws(AttributeError) {
        details = try item.read("details")
        stock = try item.read("stock")
    }
}

/// A transport with nothing around it: the same bytes again and again.
struct TransportClient: Client {
    let name: String
    let transport: any HTTPTransport
    var share = 1.0

    func run(port: Int, concurrency: Int, requests: Int) async throws -> Measurement {
        let body = #"{"TableName":"shop","Key":{"pk":{"S":"SELLER#1"},"sk":{"S":"OFFER#1"}}}"#
        // As long as the headers of a signed request.
        let authorization = String(repeating: "x", count: 220)
        let request = TransportRequest(
            .post, HTTPEndpoint(isSecure: false, host: "127.0.0.1", port: port),
            headers: [
                .init("content-type", "application/x-amz-json-1.0"), .init("x-amz-target", "DynamoDB_20120810.GetItem"),
                .init("x-amz-date", "20150830T123600Z"), .init("authorization", authorization),
            ], body: Array(body.utf8))
        return try await Load(concurrency: concurrency, requests: requests).measure {
            let response = try await transport.send(request, timeout: .seconds(30))
            guard response.status == 200 else { throw Missing(reason: "status \(response.status)") }
        }
    }
}

/// A client in another language, in a process of its own.
struct ScriptClient: Client {
    let name: String
    let command: String
    let script: String
    var share = 1.0

    func run(port: Int, concurrency: Int, requests: Int) async throws -> Measurement {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Peers/\(script)")
        let process = Foundation.Process()
        let (output, errors) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [command, file.path, String(port), String(concurrency), String(requests)]
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0, let result = try? JSONDecoder().decode(Result.self, from: text) else {
            throw Missing(reason: "\(command) does not run here, or lacks its library")
        }
        return Measurement(requests: requests, seconds: result.seconds, cpuSeconds: result.cpuSeconds)
    }

    private struct Result: Decodable {
        let seconds: Double
        let cpuSeconds: Double
    }
}

extension AWSCredentials {
    static let example = AWSCredentials(
        accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
}
