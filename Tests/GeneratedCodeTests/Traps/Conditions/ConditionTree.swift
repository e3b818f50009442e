import Entities
import GeneratedModel

/// A condition on a parcel, twice: as the API makes it, and as Swift decides it.
indirect enum ConditionTree: Sendable, CustomStringConvertible {
    case leaf(Leaf)
    case and(Self, Self)
    case or(Self, Self)
    case not(Self)

    struct Leaf: Sendable {
        let name: String
        let condition: @Sendable (Parcel.Fields) -> Condition
        let holds: @Sendable (Parcel) -> Bool

        init(
            _ name: String, _ condition: @escaping @Sendable (Parcel.Fields) -> Condition,
            _ holds: @escaping @Sendable (Parcel) -> Bool
        ) {
            self.name = name
            self.condition = condition
            self.holds = holds
        }
    }

    func condition(_ fields: Parcel.Fields) -> Condition {
        switch self {
        case .leaf(let leaf): leaf.condition(fields)
        case .and(let left, let right): left.condition(fields) && right.condition(fields)
        case .or(let left, let right): left.condition(fields) || right.condition(fields)
        case .not(let tree): !tree.condition(fields)
        }
    }

    func holds(_ parcel: Parcel) -> Bool {
        switch self {
        case .leaf(let leaf): leaf.holds(parcel)
        case .and(let left, let right): left.holds(parcel) && right.holds(parcel)
        case .or(let left, let right): left.holds(parcel) || right.holds(parcel)
        case .not(let tree): !tree.holds(parcel)
        }
    }

    var description: String {
        switch self {
        case .leaf(let leaf): leaf.name
        case .and(let left, let right): "(\(left) && \(right))"
        case .or(let left, let right): "(\(left) || \(right))"
        case .not(let tree): "!\(tree)"
        }
    }
}

extension ConditionTree {
    /// What an absent attribute is compared with is never so, which `!` turns round, as in DynamoDB.
    private static let leaves: [Leaf] = [
        Leaf("rank > 4", { $0.rank > 4 }, { ($0.rank ?? 0) > 4 }),
        Leaf("rank == nil", { $0.rank == nil }, { $0.rank == nil }),
        Leaf("note == x", { $0.note == "x" }, { $0.note == "x" }),
        Leaf("note == nil", { $0.note == nil }, { $0.note == nil }),
        Leaf("note absent or y", { $0.note.isAbsent(or: "y") }, { $0.note == nil || $0.note == "y" }),
        Leaf("pk exists", { $0.pk.exists }, { $0.pk != nil }),
        Leaf("isHeld", { $0.isHeld == true }, { $0.isHeld }),
        Leaf("stage in", { $0.stage.isIn([.new, .done]) }, { $0.stage != .moving }),
        Leaf("weight between", { $0.weight.isBetween(3, and: 6) }, { (3...6).contains($0.weight) }),
        Leaf("tags contain t", { $0.tags.contains("t") }, { $0.tags.contains("t") }),
        Leaf("handled < weight", { $0.handled < $0.weight }, { $0.handled < $0.weight }),
        Leaf("seal begins", { $0.seal.begins(with: "a") }, { $0.seal?.hasPrefix("a") ?? false }),
    ]

    static func random(_ chance: inout Chance, depth: Int = 3) -> Self {
        guard depth > 0, chance.number(0...4) > 0 else {
            return .leaf(chance.one(of: leaves, or: leaves[0]))
        }
        let tree = random(&chance, depth: depth - 1)
        switch chance.number(0...4) {
        case 0: return .not(tree)
        case 1, 2: return .and(tree, random(&chance, depth: depth - 1))
        default: return .or(tree, random(&chance, depth: depth - 1))
        }
    }
}
