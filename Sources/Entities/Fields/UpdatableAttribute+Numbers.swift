extension UpdatableAttribute where Value: AttributeNumber {
    /// Adds to the number; one that is absent counts as 0. Atomic: concurrent additions all count.
    ///
    /// Where the definition has a range, nothing is changed if the sum would leave it: the request fails with
    /// `conditionalCheckFailed`.
    public func add(_ amount: Value) -> Change {
        let change =
            path.isTopLevel
            ? Change(update: UpdateExpression(add: [.init(path, operand(amount))]))
            : Change.set(path, .plus(.ifNotExists(path, .operand(.value(0))), .operand(operand(amount))))
        return keepingInRange(change, operand(amount), isAdded: true)
    }

    /// Subtracts from the number; one that is absent counts as 0. Atomic, and held to the definition's range as `add` is.
    public func subtract(_ amount: Value) -> Change {
        let change = Change.set(path, .minus(.ifNotExists(path, .operand(.value(0))), .operand(operand(amount))))
        return keepingInRange(change, operand(amount), isAdded: false)
    }

    /// The change, on condition that the number is so far from the bound towards which it moves.
    private func keepingInRange(_ change: Change, _ amount: Operand, isAdded: Bool) -> Change {
        let bounds = bounds
        guard bounds.least != nil || bounds.greatest != nil, case .value(.number(let amount)) = amount else {
            return change
        }
        let step = isAdded ? amount : -amount
        let least = number(bounds.least)
        let greatest = number(bounds.greatest)
        // An absent number becomes the step itself.
        let mayBeAbsent = least.map { step >= $0 } ?? true && greatest.map { step <= $0 } ?? true
        let bound = step > 0 ? greatest : step < 0 ? least : nil
        var change = change
        let here = Operand.path(path)
        guard let bound else {
            if !mayBeAbsent { change.condition = .exists(here) }
            return change
        }
        do throws(NumberError) {
            let limit = Operand.value(.number(try Number.subtracting(bound, step)))
            let isInside = Condition.compare(here, step > 0 ? .lessOrEqual : .greaterOrEqual, limit)
            change.condition = mayBeAbsent ? .or(.notExists(here), isInside) : isInside
            return change
        } catch {
            return .refused(path, "cannot be kept in the definition's range: \(error)")
        }
    }

    private func number(_ bound: Value?) -> Number? {
        guard let bound, case .value(.number(let number)) = operand(bound) else { return nil }
        return number
    }
}
