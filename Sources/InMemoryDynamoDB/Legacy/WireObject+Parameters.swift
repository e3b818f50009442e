import Entities

extension WireObject {
    /// Refuses a request that mixes expressions with parameters of the time before them, that has placeholders but no expression
    /// that could use them, or a `ConditionalOperator` with nothing to combine.
    /// - Parameters:
    ///   - expressions: those that the operation has, in the order in which messages list them.
    ///   - legacy: what the operation had in their place, in the order in which messages list it.
    func checkParameters(_ expressions: [ExpressionKind], legacy: [String]) throws(DynamoDBError) {
        let present = expressions.filter { has($0.rawValue) }
        if !present.isEmpty {
            // A key is chosen by itself: how does not matter to the other expressions.
            let isKeyLegacy = !has(ExpressionKind.keyCondition.rawValue)
            let mixed = legacy.filter { has($0) && !(isKeyLegacy && $0 == "KeyConditions") }
            guard mixed.isEmpty else {
                throw .invalid(
                    "Can not use both expression and non-expression parameters in the same request: "
                        + "Non-expression parameters: {\(mixed.joined(separator: ", "))} "
                        + "Expression parameters: {\(present.map(\.rawValue).joined(separator: ", "))}")
            }
        }
        try checkPlaceholders(expressions)
        try checkConditionalOperator(legacy)
    }

    /// Placeholders need an expression that can use them; a projection has no values.
    func checkPlaceholders(_ expressions: [ExpressionKind]) throws(DynamoDBError) {
        if has("ExpressionAttributeNames"), !expressions.contains(where: { has($0.rawValue) }) {
            throw .invalid("ExpressionAttributeNames can only be specified when using expressions")
        }
        let users = expressions.filter { $0 != .projection }
        if has("ExpressionAttributeValues"), !users.isEmpty, !users.contains(where: { has($0.rawValue) }) {
            let rule = "ExpressionAttributeValues can only be specified when using expressions"
            throw wording == .enveloped
                ? .invalid(rule)
                : .invalid(
                    "\(rule): "
                        + users.map(\.rawValue).joined(separator: " and ")
                        + (users.count > 1 ? " are null" : " is null"))
        }
    }

    private func checkConditionalOperator(_ legacy: [String]) throws(DynamoDBError) {
        guard legacy.contains("ConditionalOperator"), has("ConditionalOperator") else { return }
        var count = 0
        for name in ["Expected", "QueryFilter", "ScanFilter"] where legacy.contains(name) {
            count += try object(name, at: "")?.names.count ?? 0
        }
        if count == 0 { throw .invalid("ConditionalOperator cannot be used without Filter or Expected") }
        if count == 1 {
            throw .invalid(
                "ConditionalOperator can only be used when Filter or Expected has two or more elements")
        }
    }

    /// `AttributesToGet` as a projection: names of attributes, dots being part of them.
    func attributesToGet() throws(DynamoDBError) -> [AttributePath]? {
        guard let names = try strings("AttributesToGet") else { return nil }
        // So that what the form of the request forbids is refused, too.
        guard !names.isEmpty else { throw .invalidParameter("AttributesToGet must not be empty") }
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            throw .invalidParameter("Duplicate value in attribute name: \(name)")
        }
        guard names.allSatisfy({ $0.utf8.count <= Limits.attributeNameSize }) else {
            throw .invalidParameter(ItemRules.nameTooLong)
        }
        return names.map { AttributePath($0) }
    }
}
