import Entities

@testable import InMemoryDynamoDB

/// Changes JSON at random places, so that most of what comes out is nearly a request.
struct JSONMutation {
    private var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// A text with one to three changes; now and then a few bytes are broken as well.
    mutating func mutate(_ tree: JSONTree) -> [UInt8] {
        var tree = tree
        for _ in 0..<Int.random(in: 1...3, using: &random) { tree = changed(tree) }
        var text = Array(tree.json.utf8)
        guard Int.random(in: 0..<12, using: &random) == 0 else { return text }
        for _ in 0..<Int.random(in: 1...3, using: &random) where !text.isEmpty {
            text[Int.random(in: text.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        return text
    }

    /// Walks down at random and changes what it stops at.
    private mutating func changed(_ tree: JSONTree) -> JSONTree {
        switch tree {
        case .object(var members) where !members.isEmpty && Int.random(in: 0..<8, using: &random) > 0:
            let index = Int.random(in: members.indices, using: &random)
            switch Int.random(in: 0..<12, using: &random) {
            case 0: members.remove(at: index)
            case 1: members[index].name = mutated(members[index].name)
            case 2: members.append((name: mutated(members[index].name), value: members[index].value))
            default: members[index].value = changed(members[index].value)
            }
            return .object(members)
        case .array(var elements) where !elements.isEmpty && Int.random(in: 0..<8, using: &random) > 0:
            let index = Int.random(in: elements.indices, using: &random)
            switch Int.random(in: 0..<10, using: &random) {
            case 0: elements.remove(at: index)
            case 1: elements.append(elements[index])
            case 2: elements = Array(repeating: elements[index], count: 101)
            default: elements[index] = changed(elements[index])
            }
            return .array(elements)
        case .string(let text) where Bool.random(using: &random): return .string(mutated(text))
        default: return anything()
        }
    }

    private mutating func mutated(_ text: String) -> String {
        var characters = Array(text)
        let place = Int.random(in: 0...characters.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0 where place < characters.count: characters.remove(at: place)
        case 1: characters.insert(contentsOf: fragment(), at: place)
        case 2: characters += fragment()
        default: if place < characters.count { characters[place] = fragment().first ?? "x" }
        }
        return String(characters)
    }

    private mutating func fragment() -> String {
        Self.fragments[Int.random(in: Self.fragments.indices, using: &random)]
    }

    private static let fragments = [
        " AND ", " OR ", "NOT ", "(", ")", "[0]", "[", ".", ",", ":v", "#n", " = ", " <> ", " BETWEEN ", " IN (",
        "SET ",
        "REMOVE ", "ADD ", "size(", "contains(", "attribute_exists(", "if_not_exists(", "-", "9", "1e130", "\u{0}", "é",
        "\"",
        "\\", "x", "abort", "", "arn:aws:dynamodb:", "ALL",
    ]

    private mutating func anything() -> JSONTree {
        switch Int.random(in: 0..<16, using: &random) {
        case 0: .null
        case 1: .bool(Bool.random(using: &random))
        case 2: .number("\(Int.random(in: -2...1_000_001, using: &random))")
        case 3: .number("1.5e300")
        case 4: .string("")
        case 5: .string(fragment())
        case 6: .string(String(repeating: "a", count: Int.random(in: 1...5000, using: &random)))
        case 7: .array([])
        case 8: .object([])
        case 9: .object([(name: "S", value: .string(""))])
        case 10: .object([(name: "N", value: .string(fragment()))])
        case 11: .object([(name: "SS", value: .array([.string("a"), .string("a")]))])
        case 12: .object([(name: "B", value: .string("AQ=="))])
        case 13: .array([.string("a"), .number("1")])
        case 14: deep(Int.random(in: 20...110, using: &random))
        default: .object([(name: "S", value: .string("a")), (name: "N", value: .string("1"))])
        }
    }

    private func deep(_ levels: Int) -> JSONTree {
        var value = JSONTree.object([(name: "S", value: .string("x"))])
        for _ in 0..<levels { value = .object([(name: "L", value: .array([value]))]) }
        return value
    }
}
