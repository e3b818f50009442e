/// A type whose values DynamoDB can add: all numbers.
public protocol AttributeNumber: AttributeConvertible {}

extension Int: AttributeNumber {}
extension Int8: AttributeNumber {}
extension Int16: AttributeNumber {}
extension Int32: AttributeNumber {}
extension Int64: AttributeNumber {}
extension UInt: AttributeNumber {}
extension UInt8: AttributeNumber {}
extension UInt16: AttributeNumber {}
extension UInt32: AttributeNumber {}
extension UInt64: AttributeNumber {}
extension Double: AttributeNumber {}
extension Float: AttributeNumber {}
extension Number: AttributeNumber {}
extension Decimal: AttributeNumber {}

extension UpdatableAttribute where Value: AttributeNumber {
    /// Adds to the number; one that is absent counts as 0. Atomic: concurrent additions all count.
    ///
    /// Where the definition has a range, nothing is changed if the sum would leave it: the request fails with
    /// `conditionalCheckFailed`.
    @inlinable
    public func add(_ amount: Value) -> Change {
        let amount = operand(amount)
        let change = Change.add(path, amount)
        return rule == nil ? change : keepingInRange(change, amount, isAdded: true)
    }

    /// Adds to the number; one that is absent counts as `start`. Atomic.
    public func add(_ amount: Value, startingAt start: Value) -> Change {
        let change = Change.set(path, .plus(orElse(operand(start)), .operand(operand(amount))))
        return keepingInRange(change, operand(amount), isAdded: true, start: operand(start))
    }

    /// Adds the number that another attribute of the item has. DynamoDB refuses the update where either is absent.
    ///
    /// Refused before it is sent where the definition has a range, since no condition can tell what the sum will be.
    public func add<Other: UpdatableAttribute>(_ other: Other) -> Change where Other.Value == Value {
        unlessBounded(.set(path, .plus(.operand(path.operand), .operand(other.path.operand))))
    }

    /// Subtracts from the number; one that is absent counts as 0. Atomic, and held to the definition's range as `add` is.
    public func subtract(_ amount: Value) -> Change {
        let change = Change.set(path, .minus(orElse(.value(0)), .operand(operand(amount))))
        return keepingInRange(change, operand(amount), isAdded: false)
    }

    /// Subtracts from the number; one that is absent counts as `start`. Atomic.
    public func subtract(_ amount: Value, startingAt start: Value) -> Change {
        let change = Change.set(path, .minus(orElse(operand(start)), .operand(operand(amount))))
        return keepingInRange(change, operand(amount), isAdded: false, start: operand(start))
    }

    /// Subtracts the number that another attribute of the item has, as `add` adds it.
    public func subtract<Other: UpdatableAttribute>(_ other: Other) -> Change where Other.Value == Value {
        unlessBounded(.set(path, .minus(.operand(path.operand), .operand(other.path.operand))))
    }

    private func unlessBounded(_ change: Change) -> Change {
        if bounds.least == nil, bounds.greatest == nil { return change }
        return .refused(path, "cannot be kept in the definition's range with a number that only the database knows")
    }

    private func orElse(_ start: Operand) -> SetValue { .ifNotExists(path, .operand(start)) }

    /// The change, on condition that the number is so far from the bound towards which it moves.
    @usableFromInline
    func keepingInRange(
        _ change: Change, _ amount: Operand, isAdded: Bool, start: Operand = .value(0)
    ) -> Change {
        // To ask for the bounds of no rule takes longer than the rest of the change.
        guard rule?.bounds != nil else { return change }
        let bounds = bounds
        guard bounds.least != nil || bounds.greatest != nil, case .value(.number(let amount)) = amount else {
            return change
        }
        let step = isAdded ? amount : -amount
        let least = number(bounds.least)
        let greatest = number(bounds.greatest)
        var first = step
        if case .value(.number(let start)) = start, let sum = try? Number.adding(start, step) { first = sum }
        // What an absent number becomes has to be in the range as well.
        let mayBeAbsent = least.map { first >= $0 } ?? true && greatest.map { first <= $0 } ?? true
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
