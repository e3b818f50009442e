import BenchmarkModel
import Foundation
import Harness

/// The same by `JSONDecoder`, in the two ways in which it is done.
enum FoundationDecoding {
    static func peers(_ body: [UInt8]) -> [Peer: Work] {
        let data = Data(body)
        let decoder = JSONDecoder()
        return [
            .foundationTree: .repeated { _ in
                let page = try decoder.decode(Page<[String: AttributeTree]>.self, from: data)
                let products = try page.Items.map { try FoundationProduct($0) }
                guard products.count == 1000 else { throw WrongAnswer() }
            },
            .foundationTyped: .repeated { _ in
                guard try decoder.decode(Page<WireProduct>.self, from: data).Items.count == 1000 else {
                    throw WrongAnswer()
                }
            },
        ]
    }

    static func item(_ body: [UInt8]) -> Work {
        let data = Data(body)
        let decoder = JSONDecoder()
        return .repeated { _ in
            _ = try FoundationProduct(decoder.decode(Answer.self, from: data).Item)
        }
    }

    private struct Page<Item: Decodable>: Decodable { let Items: [Item] }
    private struct Answer: Decodable { let Item: [String: AttributeTree] }
}

/// A value of DynamoDB's as a tree.
enum AttributeTree: Decodable {
    case string(String), number(String), bool(Bool), null, strings([String]), list([AttributeTree])
    case map([String: AttributeTree])

    private enum CodingKeys: CodingKey { case S, N, BOOL, NULL, SS, L, M }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch container.allKeys.first {
        case .S: self = .string(try container.decode(String.self, forKey: .S))
        case .N: self = .number(try container.decode(String.self, forKey: .N))
        case .BOOL: self = .bool(try container.decode(Bool.self, forKey: .BOOL))
        case .SS: self = .strings(try container.decode([String].self, forKey: .SS))
        case .L: self = .list(try container.decode([AttributeTree].self, forKey: .L))
        case .M: self = .map(try container.decode([String: AttributeTree].self, forKey: .M))
        case .NULL: self = .null
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
