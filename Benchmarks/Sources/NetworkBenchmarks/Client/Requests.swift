import Entities
import HTTPDynamoDB
import Harness

/// What is asked of the server that always gives the same answer.
struct Requests {
    let transport: any HTTPTransport
    let port: Int

    private var endpoint: HTTPEndpoint { HTTPEndpoint(isSecure: false, host: "127.0.0.1", port: port) }

    /// Whole operations: write, sign, send, read the record.
    var operations: @Sendable () async throws -> Void {
        let executor = HTTPDynamoDB(
            region: "eu-central-1", endpoint: endpoint,
            credentials: StaticCredentials(
                AWSCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")),
            transport: transport)
        return {
            let get = GetItemRequest(tableName: "shop", key: ["pk": "SELLER#1", "sk": "OFFER#1"])
            let item = try await executor.execute(GetItemOperation<StockItem>(get)).item
            guard item?.stock == 5 else { throw Failure("the answer has no item") }
        }
    }

    /// The transport with nothing around it: the same bytes again and again.
    var bytes: @Sendable () async throws -> Void {
        let request = request
        return { [transport] in
            let response = try await transport.send(request, timeout: .seconds(30))
            guard response.status == 200 else { throw Failure("status \(response.status)") }
        }
    }

    /// What the server always answers.
    func answer() async throws -> TransportResponse { try await transport.send(request, timeout: .seconds(30)) }

    private var request: TransportRequest {
        let body = #"{"TableName":"shop","Key":{"pk":{"S":"SELLER#1"},"sk":{"S":"OFFER#1"}}}"#
        // As long as the headers of a signed request.
        let authorization = String(repeating: "x", count: 220)
        return TransportRequest(
            .post, endpoint,
            headers: [
                .init("content-type", "application/x-amz-json-1.0"), .init("x-amz-target", "DynamoDB_20120810.GetItem"),
                .init("x-amz-date", "20150830T123600Z"), .init("authorization", authorization),
            ], body: Array(body.utf8))
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
