public import struct Foundation.Decimal

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
    public func add(_ amount: Value) -> Change {
        path.isTopLevel
            ? Change(update: UpdateExpression(add: [.init(path, operand(amount))]))
            : .set(path, .plus(orElse(.value(0)), .operand(operand(amount))))
    }

    /// Adds to the number; one that is absent counts as `start`. Atomic.
    public func add(_ amount: Value, startingAt start: Value) -> Change {
        .set(path, .plus(orElse(operand(start)), .operand(operand(amount))))
    }

    /// Adds the number that another attribute of the item has. DynamoDB refuses the update where either is absent.
    public func add<Other: UpdatableAttribute>(_ other: Other) -> Change where Other.Value == Value {
        .set(path, .plus(.operand(path.operand), .operand(other.path.operand)))
    }

    /// Subtracts from the number; one that is absent counts as 0. Atomic.
    public func subtract(_ amount: Value) -> Change {
        .set(path, .minus(orElse(.value(0)), .operand(operand(amount))))
    }

    /// Subtracts from the number; one that is absent counts as `start`. Atomic.
    public func subtract(_ amount: Value, startingAt start: Value) -> Change {
        .set(path, .minus(orElse(operand(start)), .operand(operand(amount))))
    }

    /// Subtracts the number that another attribute of the item has. DynamoDB refuses the update where either is absent.
    public func subtract<Other: UpdatableAttribute>(_ other: Other) -> Change where Other.Value == Value {
        .set(path, .minus(.operand(path.operand), .operand(other.path.operand)))
    }

    private func orElse(_ start: Operand) -> SetValue { .ifNotExists(path, .operand(start)) }
}
