import Entities

/// What the placeholders of a request's expressions stand for, and which of them have been used.
///
/// All expressions of a request share one of these, since every placeholder must be used by one of them.
final class Substitutions {
    private let names: [String: String]
    private let values: [String: AttributeValue]
    private var unusedNames: Set<String>
    private var unusedValues: Set<String>

    init(names: [String: String] = [:], values: [String: AttributeValue] = [:]) {
        self.names = names
        self.values = values
        unusedNames = Set(names.keys)
        unusedValues = Set(values.keys)
    }

    /// The name behind `#placeholder`.
    func name(_ placeholder: String) -> String? {
        guard let name = names[placeholder] else { return nil }
        unusedNames.remove(placeholder)
        return name
    }

    /// The value behind `:placeholder`.
    func value(_ placeholder: String) -> AttributeValue? {
        guard let value = values[placeholder] else { return nil }
        unusedValues.remove(placeholder)
        return value
    }

    /// Refuses placeholders that no expression used.
    func checkAllUsed() throws(DynamoDBError) {
        for (parameter, unused) in [("Names", unusedNames), ("Values", unusedValues)] where !unused.isEmpty {
            throw DynamoDBError(
                .validation,
                "Value provided in ExpressionAttribute\(parameter) unused in expressions: "
                    + "keys: {\(unused.sorted().joined(separator: ", "))}")
        }
    }
}
