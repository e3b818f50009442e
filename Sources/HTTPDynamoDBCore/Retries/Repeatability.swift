import Entities

/// What happens when a request is sent again although it may have been carried out: its answer was lost.
enum Repeatability {
    /// Nothing else than the first time; or an error that the first time is the reason for.
    case harmless
    /// The state is the same, but the answer may hide that: a second delete finds nothing to return.
    case hidesOutcome
    /// It would be done twice.
    case harmful
}

extension DynamoDBRequest {
    /// Whether the request may be sent again when nobody knows whether it was carried out.
    ///
    /// A put, a delete, an assignment twice is the same as once. An addition is not, unless a condition holds only before the
    /// request is carried out: that it is not there, or has the version that the request changes. Transactions carry a token, by
    /// which the service knows them again for ten minutes.
    var repeatability: Repeatability {
        switch self {
        case .putItem(let request): request.returnValues == .none ? .harmless : .hidesOutcome
        case .deleteItem(let request): request.returnValues == .none ? .harmless : .hidesOutcome
        case .updateItem(let request): request.repeatability
        case .transactWriteItems(let request): request.clientRequestToken == nil ? .harmful : .harmless
        default: .harmless
        }
    }
}

extension UpdateItemRequest {
    fileprivate var repeatability: Repeatability {
        guard returnValues == .none || returnValues == .allNew || returnValues == .updatedNew else { return .harmful }
        return update.isAssignment || isRefusedOnceApplied ? .harmless : .harmful
    }

    /// Whether the condition cannot hold any more once the update is made.
    private var isRefusedOnceApplied: Bool {
        condition.map { $0.conjuncts.contains { update.refutes($0) } } ?? false
    }
}

extension UpdateExpression {
    /// Whether what is there afterwards does not depend on what was there before, nor on how often it is done.
    fileprivate var isAssignment: Bool {
        self.set.allSatisfy(\.isConstant) && remove.allSatisfy { !$0.isListElement }
            && add.allSatisfy { $0.value.isSet }
    }

    /// Whether a condition that held before the update does not hold after it.
    fileprivate func refutes(_ condition: Condition) -> Bool {
        switch condition {
        case .notExists(.path(let path)):
            self.set.contains { $0.path == path } || add.contains { $0.path == path }
        case .compare(.path(let path), .equal, .value(let old)), .compare(.value(let old), .equal, .path(let path)):
            self.set.contains { $0.path == path && $0.value.differs(from: old, at: path) }
                || add.contains { $0.path == path && $0.value.isNumberOtherThanZero }
        default: false
        }
    }
}

extension UpdateExpression.SetAction {
    fileprivate var isConstant: Bool {
        // Behind a list's end an assignment appends, wherever its index says.
        guard !path.isListElement else { return false }
        switch value {
        case .operand(.value), .ifNotExists(path, .operand(.value)): return true
        default: return false
        }
    }
}

extension SetValue {
    /// Whether the value that is assigned to a path is surely another one than the value that was there.
    fileprivate func differs(from old: AttributeValue, at path: AttributePath) -> Bool {
        switch self {
        case .operand(.value(let new)): new != old
        case .plus(.operand(.path(path)), .operand(let step)), .plus(.operand(let step), .operand(.path(path))),
            .minus(.operand(.path(path)), .operand(let step)):
            step.isNumberOtherThanZero
        default: false
        }
    }
}

extension Operand {
    fileprivate var isNumberOtherThanZero: Bool {
        if case .value(.number(let number)) = self { number != 0 } else { false }
    }

    /// Whether it is added as a set: members that are there already make no difference.
    fileprivate var isSet: Bool {
        switch self {
        case .value(.stringSet), .value(.numberSet), .value(.binarySet): true
        default: false
        }
    }
}

extension AttributePath {
    /// Removing an element moves those behind it to its place.
    fileprivate var isListElement: Bool {
        if case .index? = elements.last { true } else { false }
    }
}

extension Condition {
    /// The conditions all of which have to hold.
    fileprivate var conjuncts: [Condition] {
        if case .and(let left, let right) = self { left.conjuncts + right.conjuncts } else { [self] }
    }
}
