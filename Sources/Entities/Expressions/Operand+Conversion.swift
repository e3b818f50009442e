extension Operand {
    /// A converted value as an operand, or the reason why there is none.
    @inlinable
    public init<Value: AttributeConvertible>(converting value: Value) {
        do throws(AttributeError) {
            self = .value(try AttributeValue(converting: value))
        } catch {
            self = .invalid(error)
        }
    }

    /// A value in the form of `coding` as an operand, or the reason why there is none.
    public init<Coding: AttributeCoding & SendableMetatype>(_ value: Coding.Value, as coding: Coding.Type) {
        do throws(AttributeError) {
            var writer = AttributeWriter()
            try coding.write(value, to: &writer)
            try writer.checkWritten()
            self = .value(writer.bytes.withBytes { PackedValue($0).attributeValue })
        } catch {
            self = .invalid(error)
        }
    }
}
