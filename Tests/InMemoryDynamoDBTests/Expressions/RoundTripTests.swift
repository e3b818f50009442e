import Entities
import Testing

@testable import InMemoryDynamoDB

@Suite("What is rendered reads back")
struct RoundTripTests {
    /// Trees of all kinds, as the typed layer could make them.
    struct TreeMaker {
        var random: SplitMix64

        mutating func pick<Element>(_ elements: [Element]) -> Element {
            elements[Int.random(in: 0..<elements.count, using: &random)]
        }

        mutating func path() -> AttributePath {
            var path = AttributePath(pick(["a", "status", "with space", "a.b", "_0", "日本", "x1", "#odd"]))
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                path = Bool.random(using: &random) ? path.appending(pick(["in", "b", ""])) : path.appending(index: 3)
            }
            return path
        }

        mutating func value() -> AttributeValue {
            pick([1, "text", true, nil, [1, "two"], ["k": 1], .stringSet(["x"]), .binary([1])])
        }

        mutating func operand() -> Operand {
            switch Int.random(in: 0..<4, using: &random) {
            case 0: .value(value())
            case 1: .size(.path(path()))
            default: .path(path())
            }
        }

        mutating func condition(_ depth: Int) -> Condition {
            switch Int.random(in: depth > 0 ? 0..<10 : 3..<10, using: &random) {
            case 0: .and(condition(depth - 1), condition(depth - 1))
            case 1: .or(condition(depth - 1), condition(depth - 1))
            case 2: .not(condition(depth - 1))
            case 3: .between(operand(), lower: operand(), upper: operand())
            case 4: .isIn(operand(), (0...Int.random(in: 0...3, using: &random)).map { _ in operand() })
            case 5: .exists(.path(path()))
            case 6: .notExists(.path(path()))
            case 7: .type(.path(path()), .value("S"))
            case 8: Bool.random(using: &random) ? .beginsWith(operand(), operand()) : .contains(operand(), operand())
            default: .compare(operand(), pick(Comparator.allCases), operand())
            }
        }

        mutating func setValue(_ depth: Int) -> SetValue {
            switch Int.random(in: depth > 0 ? 0..<6 : 2..<4, using: &random) {
            case 0: .ifNotExists(path(), setValue(depth - 1))
            case 1: .listAppend(setValue(depth - 1), setValue(depth - 1))
            case 2: .operand(.value(value()))
            case 4: .plus(setValue(depth - 1), setValue(depth - 1))
            case 5: .minus(setValue(depth - 1), setValue(depth - 1))
            default: .operand(.path(path()))
            }
        }

        mutating func update() -> UpdateExpression {
            var update = UpdateExpression()
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                switch Int.random(in: 0..<5, using: &random) {
                case 0: update.remove.append(path())
                case 1: update.add.append(.init(path(), .value(value())))
                case 2: update.delete.append(.init(path(), .value(value())))
                case 3: update.set.append(.init(path(), .plus(setValue(1), setValue(1))))
                default: update.set.append(.init(path(), setValue(2)))
                }
            }
            return update
        }
    }

    static func substitutions(_ renderer: ExpressionRenderer) -> Substitutions {
        Substitutions(
            names: Dictionary(renderer.names.map { ($0.placeholder, $0.name) }) { first, _ in first },
            values: Dictionary(uniqueKeysWithValues: renderer.values.enumerated().map { (":v\($0)", $1) }))
    }

    /// AND and OR are associative, and text does not keep how they were nested.
    static func leftLeaning(_ condition: Condition) -> Condition {
        func parts(_ condition: Condition, _ isAnd: Bool) -> [Condition] {
            switch (condition, isAnd) {
            case (.and(let left, let right), true), (.or(let left, let right), false):
                parts(left, isAnd) + parts(right, isAnd)
            default: [leftLeaning(condition)]
            }
        }
        switch condition {
        case .and:
            let all = parts(condition, true)
            return all.dropFirst().reduce(all[0]) { .and($0, $1) }
        case .or:
            let all = parts(condition, false)
            return all.dropFirst().reduce(all[0]) { .or($0, $1) }
        case .not(let inner): return .not(leftLeaning(inner))
        default: return condition
        }
    }

    @Test(arguments: 0..<300)
    func conditions(_ seed: Int) throws {
        var maker = TreeMaker(random: SplitMix64(seed: UInt64(seed)))
        let condition = maker.condition(4)
        var renderer = ExpressionRenderer()
        let text = try renderer.render(condition)
        let substitutions = Self.substitutions(renderer)
        var parser = try ExpressionParser(text, substitutions: substitutions)
        #expect(try Self.leftLeaning(parser.parseCondition()) == Self.leftLeaning(condition), "\(text)")
        try substitutions.checkAllUsed()
    }

    @Test(arguments: 0..<200)
    func updates(_ seed: Int) throws {
        var maker = TreeMaker(random: SplitMix64(seed: UInt64(seed)))
        let update = maker.update()
        var renderer = ExpressionRenderer()
        let text = try renderer.render(update)
        let substitutions = Self.substitutions(renderer)
        var parser = try ExpressionParser(text, substitutions: substitutions)
        #expect(try parser.parseUpdate() == update, "\(text)")
        try substitutions.checkAllUsed()
    }

    @Test func keyConditions() throws {
        let condition = KeyCondition(
            [.init("pk", .value("a")), .init("r1", .value(1))], range: .init("r2", .between(.value(1), .value(2))))
        var renderer = ExpressionRenderer()
        let text = try renderer.render(condition)
        var parser = try ExpressionParser(text, substitutions: Self.substitutions(renderer))
        #expect(try KeyCondition(parser.parseCondition()) == condition)
    }

    @Test(arguments: [
        (":p = pk AND :s < sk", nil as String?), ("sk >= :s AND pk = :p", nil),
        ("begins_with(sk, :s) AND pk = :p", nil), ("(pk = :p) AND (sk BETWEEN :s AND :u)", nil),
        ("pk = :p OR sk = :s", "Invalid operator used in KeyConditionExpression: OR"),
        ("NOT pk = :p", "Invalid operator used in KeyConditionExpression: NOT"),
        ("pk <> :p", "Invalid operator used in KeyConditionExpression: <>"),
        ("pk IN (:p)", "Invalid operator used in KeyConditionExpression: IN"),
        ("contains(pk, :p)", "Invalid operator used in KeyConditionExpression: contains"),
        ("size(pk) = :p", "KeyConditionExpressions cannot contain nested operations"),
        ("pk.x = :p", "KeyConditionExpressions cannot have conditions on nested attributes"),
        ("pk = sk", "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition"),
        (":p = :s", "Invalid condition in KeyConditionExpression: No key attribute specified"),
        (
            "pk = :p AND sk > :s AND sk < :u",
            "Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key"
        ),
    ])
    func keyConditionTexts(_ text: String, _ message: String?) throws {
        let substitutions = Substitutions(values: [":p": "p", ":s": "s", ":u": "u"])
        var parser = try ExpressionParser(text, substitutions: substitutions)
        let condition = try parser.parseCondition()
        if let message {
            #expect(throws: DynamoDBError(.validation, message)) { try KeyCondition(condition) }
        } else {
            let key = try KeyCondition(condition)
            #expect(key.equalities == [.init("pk", .value("p"))])
            #expect(key.range?.name == "sk")
        }
    }
}
