import BenchmarkModel
import Foundation
import Harness
import Workloads

/// The same by `JSONDecoder`, in the two ways in which it is done.
enum FoundationDecoding {
    static func peers(_ body: [UInt8]) -> [Peer: Work] {
        let data = Data(body)
        let decoder = JSONDecoder()
        return [
            .foundationTree: .repeated { _ in
                let page = try decoder.decode(Page<[String: AttributeTree]>.self, from: data)
                let products = try page.items.map { try FoundationProduct($0) }
                guard products.count == 1000 else { throw WrongAnswer() }
            },
            .foundationTyped: .repeated { _ in
                guard try decoder.decode(Page<WireProduct>.self, from: data).items.count == 1000 else {
                    throw WrongAnswer()
                }
            },
        ]
    }

    static func item(_ body: [UInt8]) -> Work {
        let data = Data(body)
        let decoder = JSONDecoder()
        return .repeated { _ in
            _ = try FoundationProduct(decoder.decode(Answer.self, from: data).item)
        }
    }

    private struct Page<Item: Decodable>: Decodable {
        let items: [Item]
        enum CodingKeys: String, CodingKey { case items = "Items" }
    }

    private struct Answer: Decodable {
        let item: [String: AttributeTree]
        enum CodingKeys: String, CodingKey { case item = "Item" }
    }
}

/// A value of DynamoDB's as a tree.
enum AttributeTree: Decodable {
    case string(String), number(String), bool(Bool), null, strings([String]), list([AttributeTree])
    case map([String: AttributeTree])

    private enum CodingKeys: String, CodingKey {
        case string = "S"
        case number = "N"
        case bool = "BOOL"
        case null = "NULL"
        case strings = "SS"
        case list = "L"
        case map = "M"
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch container.allKeys.first {
        case .string: self = .string(try container.decode(String.self, forKey: .string))
        case .number: self = .number(try container.decode(String.self, forKey: .number))
        case .bool: self = .bool(try container.decode(Bool.self, forKey: .bool))
        case .strings: self = .strings(try container.decode([String].self, forKey: .strings))
        case .list: self = .list(try container.decode([AttributeTree].self, forKey: .list))
        case .map: self = .map(try container.decode([String: AttributeTree].self, forKey: .map))
        case .null: self = .null
        case nil: throw WrongAnswer()
        }
    }

    var text: String? { if case .string(let value) = self { value } else { nil } }
    var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    var map: [String: AttributeTree]? { if case .map(let value) = self { value } else { nil } }
    var list: [AttributeTree]? { if case .list(let value) = self { value } else { nil } }
    var strings: [String]? { if case .strings(let value) = self { value } else { nil } }
    var integer: Int? { if case .number(let value) = self { Int(value) } else { nil } }
    var double: Double? { if case .number(let value) = self { Double(value) } else { nil } }
}

/// The record that is made from a tree, each attribute looked up once.
struct FoundationProduct {
    let description, owner, seller, title: String
    let image: String?
    let height, width, price: Double
    let unit: String
    let discontinued: Bool
    let number, stock: Int
    let related: [String]
    let tags: Set<String>

    init(_ item: [String: AttributeTree]) throws {
        func known<T>(_ value: T?) throws -> T {
            guard let value else { throw WrongAnswer() }
            return value
        }
        description = try known(item["description"]?.text)
        owner = try known(item["owner"]?.text)
        seller = try known(item["seller"]?.text)
        title = try known(item["title"]?.text)
        image = item["image"]?.text
        let dimensions = try known(item["dimensions"]?.map)
        height = try known(dimensions["height"]?.double)
        width = try known(dimensions["width"]?.double)
        unit = try known(dimensions["unit"]?.text)
        price = try known(item["price"]?.double)
        discontinued = try known(item["discontinued"]?.bool)
        number = try known(item["number"]?.integer)
        stock = try known(item["stock"]?.integer)
        related = try known(item["related"]?.list).map { try known($0.text) }
        tags = Set(try known(item["tags"]?.strings))
    }
}
