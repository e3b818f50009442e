import Entities
import Foundation
import HTTPDynamoDBCore

/// Measures what the executor does apart from the network: `wire [--rounds N]`.
///
/// A page of 1000 items goes from the response's bytes to records, checksum included; a PutItem goes from a record to signed bytes. Node's
/// `JSON.parse` and `JSON.stringify`, alone and with what the SDK's marshalling does, read and write the same in the same rounds; so does Foundation.
@main struct WireBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        let rounds = arguments.first == "--rounds" ? arguments.dropFirst().first.flatMap { Int($0) } ?? 5 : 5
        let products = (0..<1000).map(Product.init)
        let page = try Page(products)
        var figures = Figures()
        for _ in 0..<rounds {
            figures.add("decode: ours, to records", try await page.megabytesPerSecond(products))
            figures.add("decode: Foundation, to a value tree", try page.foundationMegabytesPerSecond())
            figures.add("decode: memcpy", page.copyMegabytesPerSecond())
            figures.add("encode: ours, PutItem with signature", try await Put.perSecond(products), unit: "k/s")
            for (name, value) in try Peer.figures(page.body) {
                figures.add(name, value, unit: name.hasPrefix("encode") ? "k/s" : "MB/s")
            }
        }
        print("\(page.body.count) bytes, 1000 items; medians per CPU second\n\(figures)")
    }
}

/// The response with the items.
struct Page {
    let body: [UInt8]

    init(_ products: [Product]) throws {
        let items = try products.map { try EncodedItem($0).description }.joined(separator: ",")
        body = Array(#"{"Count":1000,"ScannedCount":1000,"Items":[\#(items)]}"#.utf8)
    }

    func megabytesPerSecond(_ products: [Product]) async throws -> Double {
        let executor = HTTPDynamoDB.canned(body)
        let scan = ScanRequest(tableName: "shop")
        let seconds = try await CPU.seconds {
            for _ in 0..<100 {
                let output = try await executor.execute(PageOperation<Product>(scan))
                guard output.items.count == products.count, output.items.last == products.last else {
                    throw WrongAnswer()
                }
            }
        }
        return Double(body.count) * 100 / seconds / 1e6
    }

    func foundationMegabytesPerSecond() throws -> Double {
        let data = Data(body)
        let decoder = JSONDecoder()
        let start = CPU.now
        for _ in 0..<2 { _ = try decoder.decode([String: JSONValue].self, from: data) }
        return Double(body.count) * 2 / (CPU.now - start) / 1e6
    }

    func copyMegabytesPerSecond() -> Double {
        var target = [UInt8](repeating: 0, count: body.count)
        let start = CPU.now
        for _ in 0..<2000 { target.withUnsafeMutableBytes { $0.copyBytes(from: body) } }
        return Double(body.count) * 2000 / (CPU.now - start) / 1e6
    }
}

/// PutItem requests to final bytes.
enum Put {
    static func perSecond(_ products: [Product]) async throws -> Double {
        let executor = HTTPDynamoDB.canned(Array("{}".utf8))
        let seconds = try await CPU.seconds {
            for _ in 0..<20 {
                for product in products {
                    let request = PutItemRequest(tableName: "shop", item: try EncodedItem(product))
                    _ = try await executor.execute(WriteItemOperation<EncodedItem>(request))
                }
            }
        }
        return 20 * Double(products.count) / seconds / 1000
    }
}

/// What came back is not what was sent.
struct WrongAnswer: Error {}

/// Any JSON, as a layer on Foundation's decoder has it.
private enum JSONValue: Decodable {
    case string(String), number(Double), bool(Bool), array([JSONValue]), object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode([String: JSONValue].self) {
            self = .object(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else {
            self = .number(try container.decode(Double.self))
        }
    }
}
