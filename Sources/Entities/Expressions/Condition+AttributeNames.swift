extension Condition {
    /// The attributes of the item that it looks at, by their stored names.
    var attributeNames: Set<String> {
        switch self {
        case .compare(let left, _, let right), .type(let left, let right), .beginsWith(let left, let right),
            .contains(let left, let right):
            left.attributeNames.union(right.attributeNames)
        case .between(let operand, let lower, let upper): Operand.attributeNames(of: [operand, lower, upper])
        case .isIn(let operand, let others): Operand.attributeNames(of: [operand] + others)
        case .exists(let operand), .notExists(let operand): operand.attributeNames
        case .and(let left, let right), .or(let left, let right): left.attributeNames.union(right.attributeNames)
        case .not(let inner): inner.attributeNames
        }
    }
}

extension Operand {
    fileprivate var attributeNames: Set<String> {
        switch self {
        case .path(let path): [path.attributeName]
        case .size(let operand): operand.attributeNames
        case .value, .invalid: []
        }
    }

    fileprivate static func attributeNames(of operands: [Operand]) -> Set<String> {
        operands.reduce(into: []) { $0.formUnion($1.attributeNames) }
    }
}
