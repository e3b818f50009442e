import BenchmarkModel
import Entities
import Foundation
import Harness
import Workloads

/// The query page that is decoded: 1000 products in DynamoDB's JSON.
struct ProductPage {
    /// With the attributes of each item in byte order of their names.
    let sorted: [UInt8]
    /// With the attributes of each item in another order.
    let shuffled: [UInt8]
    /// The answer of a GetItem with the first.
    let item: [UInt8]

    static let drafts = (0..<1000).map(draft)

    init() throws {
        var random = RandomNumbers()
        let items = try Self.drafts.map { try Self.attributes(of: Product($0)) }
        let texts = items.map { Self.object($0) }
        sorted = Self.page(texts)
        shuffled = Self.page(items.map { Self.object($0.shuffled(using: &random)) })
        item = Array(#"{"Item":\#(texts[0])}"#.utf8)
        let expected = Self.drafts.map { Product($0) }
        for page in [sorted, shuffled] {
            guard try PageOutput<Product>(body: page).items == expected else { throw WrongAnswer() }
        }
    }

    /// Each attribute as a member of a JSON object, by name.
    private static func attributes(of product: Product) throws -> [String] {
        var attributes = try EncodedItem(product).attributes
        // What we leave out, other programs write as NULL.
        attributes["image"] = .null
        return attributes.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { name, value in
            String(EncodedItem([name: value]).description.dropFirst().dropLast())
        }
    }

    private static func object(_ members: [String]) -> String { "{\(members.joined(separator: ","))}" }

    private static func page(_ items: [String]) -> [UInt8] {
        Array(#"{"Count":1000,"Items":[\#(items.joined(separator: ","))],"ScannedCount":1000}"#.utf8)
    }

    private static func draft(_ number: Int) -> Product.Draft {
        Product.Draft(
            seller: "SELLER-\(number % 10)", number: number, title: "Product number \(number), as good as any other",
            description: String(repeating: "What it is, and what it is good for. ", count: 10),
            dimensions: Dimensions(height: 12.5, unit: "cm", width: 30), discontinued: number % 7 == 0,
            owner: "owner-\(number % 50)", price: 9.75 + Double(number),
            related: (1...4).map { "product-\(number + $0)" }, stock: number % 100,
            tags: ["new", "small", "tag-\(number % 5)"])
    }
}
