import BenchmarkModel
import Entities
import Foundation
import HTTPDynamoDBCore
import Harness
import Workloads

/// From typed drafts to the bytes of requests.
enum Encode {
    static func measure(_ rounds: Rounds) async throws -> Measured {
        let folder = try ScratchFolder()
        let page = try folder.write(ProductPage().sorted, as: "page.json")
        let node = Worker.node("encode.mjs", page)
        let python = Worker.python("encode.py", page)
        let contests = [
            Contest(
                .encodePut, ours: puts,
                peers: [
                    .foundationEncoder: foundation, .stringCopies: stringCopies,
                    .nodeMarshall: .asked(node, "marshall"),
                    .orjsonReady: .asked(python, "orjson"), .boto3Serializer: .asked(python, "boto3"),
                    .pynamoDBSerialize: .asked(python, "pynamodb"),
                ]),
            Contest(
                .encodeSignedPut, ours: signedPuts,
                peers: [.nodeMarshall: .asked(node, "marshall"), .orjsonReady: .asked(python, "orjson")]),
        ]
        return Measured(rows: try await rounds.run(contests), workers: node, python)
    }

    private static var puts: Work {
        let db = Database(BodyMaker(), table: Catalogue.table)
        let drafts = ProductPage.drafts
        return .called { number in
            let put = Product.put(drafts[number % drafts.count]).returningNothing()
            guard try !put.request(on: db).body().isEmpty else { throw WrongAnswer() }
        }
    }

    private static var signedPuts: Work {
        let db = Database(HTTPDynamoDB.canned(Array("{}".utf8)), table: Catalogue.table)
        let drafts = ProductPage.drafts
        return .repeated { number in
            try await Product.put(drafts[number % drafts.count]).returningNothing().run(on: db)
        }
    }

    private static var foundation: Work {
        let encoder = JSONEncoder()
        let drafts = ProductPage.drafts
        return .repeated { number in
            let request = WirePut(item: WireProduct(drafts[number % drafts.count]))
            guard try !encoder.encode(request).isEmpty else { throw WrongAnswer() }
        }
    }

    private static var stringCopies: Work {
        let strings = ProductPage.drafts.map { draft in
            [draft.seller, draft.title, draft.description, draft.dimensions.unit, draft.owner] + draft.related
                + draft.tags
        }
        var target = [UInt8](repeating: 0, count: 4096)
        return .repeated { number in
            target.withUnsafeMutableBytes { target in
                var end = 0
                for var string in strings[number % strings.count] {
                    string.withUTF8 { bytes in
                        target[end..<end + bytes.count].copyBytes(from: bytes)
                        end += bytes.count
                    }
                }
            }
        }
    }
}
