import BenchmarkModel
import Entities
import Foundation
import HTTPDynamoDBCore
import Harness
import Workloads

/// From the bytes of an answer to records.
enum Decode {
    static func measure(_ rounds: Rounds) async throws -> Measured {
        let page = try ProductPage()
        let folder = try ScratchFolder()
        let sorted = try folder.write(page.sorted, as: "page.json")
        let shuffled = try folder.write(page.shuffled, as: "shuffled.json")
        let item = try folder.write(page.item, as: "item.json")
        let node = Worker.node("decode.mjs", sorted, shuffled, item)
        let python = Worker.python("decode.py", sorted, shuffled)

        let contests = [
            Contest(
                .decodePage, amount: Double(page.sorted.count), ours: records(page.sorted),
                peers: FoundationDecoding.peers(page.sorted).merging(limits(page.sorted)) { $1 }.merging([
                    .simdjson: .asked(python, "simdjson"), .orjson: .asked(python, "orjson"),
                    .boto3: .asked(python, "boto3"), .pynamoDB: .asked(python, "pynamodb"),
                    .nodeParse: .asked(node, "parse"), .nodeUnmarshall: .asked(node, "unmarshall"),
                ]) { $1 }),
            Contest(
                .decodeShuffledPage, amount: Double(page.shuffled.count), ours: records(page.shuffled),
                peers: [
                    .simdjson: .asked(python, "simdjson, shuffled"),
                    .nodeUnmarshall: .asked(node, "unmarshall, shuffled"),
                ]),
            Contest(
                .decodeAnswer, amount: Double(page.sorted.count), ours: answer(page.sorted),
                peers: [.simdjson: .asked(python, "simdjson"), .nodeUnmarshall: .asked(node, "unmarshall")]),
            Contest(
                .decodeItem,
                ours: .repeated { _ in
                    guard try GetItemOutput<Product>(body: page.item).item != nil else { throw WrongAnswer() }
                },
                peers: [
                    .foundationTree: FoundationDecoding.item(page.item),
                    .nodeUnmarshall: .asked(node, "unmarshall, item"),
                ]),
        ]
        return Measured(rows: try await rounds.run(contests), workers: node, python)
    }

    private static func records(_ body: [UInt8]) -> Work {
        .repeated { _ in
            guard try PageOutput<Product>(body: body).items.count == 1000 else { throw WrongAnswer() }
        }
    }

    private static func answer(_ body: [UInt8]) -> Work {
        let db = Database(HTTPDynamoDB.canned(body), table: Catalogue.table)
        return .repeated { _ in
            let page = try await Product.product(seller: "SELLER-1").page(on: db)
            guard page.items.count == 1000 else { throw WrongAnswer() }
        }
    }

    /// What the machine does with as many bytes, whatever they mean.
    private static func limits(_ body: [UInt8]) -> [Peer: Work] {
        var target = [UInt8](repeating: 0, count: body.count)
        return [
            .memcpy: .repeated { _ in target.withUnsafeMutableBytes { $0.copyBytes(from: body) } },
            .validation: .repeated { _ in
                guard String(validating: body, as: UTF8.self) != nil else { throw WrongAnswer() }
            },
        ]
    }
}
