import Entities

/// The expressions of a request, and the placeholders that they share.
struct WireExpressions {
    private let object: WireObject
    private let substitutions: Substitutions

    /// - Parameter kinds: the expressions that the operation has.
    init(_ object: WireObject, _ kinds: ExpressionKind...) throws(DynamoDBError) {
        try object.checkPlaceholders(kinds)
        try self.init(object)
    }

    /// The expressions of a request whose parameters have passed `checkParameters`.
    init(_ object: WireObject) throws(DynamoDBError) {
        self.object = object
        let names = try object.object("ExpressionAttributeNames", at: "")
        let values = try object.object("ExpressionAttributeValues", at: "")
        substitutions = Substitutions(names: try Self.names(names), values: try Self.values(values))
    }

    private static func names(_ object: WireObject?) throws(DynamoDBError) -> [String: String] {
        guard let object else { return [:] }
        guard !object.names.isEmpty else { throw .invalid("ExpressionAttributeNames must not be empty") }
        var names: [String: String] = [:]
        for key in object.names {
            try check(key, prefix: "#", of: "ExpressionAttributeNames")
            guard let name = try object.string(key), !name.isEmpty else {
                throw .invalid(
                    "ExpressionAttributeNames contains invalid value: Empty attribute name for key \(key)")
            }
            names[key] = name
        }
        return names
    }

    private static func values(_ object: WireObject?) throws(DynamoDBError) -> [String: AttributeValue] {
        guard let object else { return [:] }
        guard !object.names.isEmpty else { throw .invalid("ExpressionAttributeValues must not be empty") }
        var values: [String: AttributeValue] = [:]
        for key in object.names {
            try check(key, prefix: ":", of: "ExpressionAttributeValues")
            do throws(DynamoDBError) {
                values[key] = try object.value(key)
            } catch {
                guard error.code == .validation else { throw error }
                throw .invalid("ExpressionAttributeValues contains invalid value: \(error.message) for key \(key)")
            }
        }
        return values
    }

    /// Checks a placeholder: the sign, and at least one letter, digit or underscore.
    private static func check(_ key: String, prefix: Character, of parameter: String) throws(DynamoDBError) {
        let tokens = Token.all(in: Array(key.utf8))
        guard key.first == prefix, tokens.count == 2, tokens[0].kind == .name || tokens[0].kind == .value else {
            throw .invalid("\(parameter) contains invalid key: Syntax error; key: \"\(key)\"")
        }
        guard key.utf8.count <= 255 else {
            throw .invalid(
                "\(parameter) contains invalid key: The expression attribute map contains a key that is too long; "
                    + "key: \"\(key)\"")
        }
    }

    // MARK: Expressions

    func condition(_ kind: ExpressionKind = .condition) throws(DynamoDBError) -> Condition? {
        try parse(kind) { parser throws(ExpressionError) in try parser.parseCondition() }
    }

    func update() throws(DynamoDBError) -> UpdateExpression? {
        try parse(.update) { parser throws(ExpressionError) in try parser.parseUpdate() }
    }

    func projection() throws(DynamoDBError) -> [AttributePath]? {
        try parse(.projection) { parser throws(ExpressionError) in try parser.parseProjection() }
    }

    func keyCondition() throws(DynamoDBError) -> KeyCondition? {
        guard let condition = try condition(.keyCondition) else { return nil }
        try ExpressionRules.check(condition, .keyCondition)
        do throws(ExpressionError) {
            return try KeyCondition(condition)
        } catch {
            throw error.inside(.keyCondition)
        }
    }

    /// Refuses placeholders that no expression used. To be called when all have been read.
    func finish() throws(DynamoDBError) {
        try substitutions.checkAllUsed()
    }

    private func parse<Tree>(
        _ kind: ExpressionKind, _ read: (inout ExpressionParser) throws(ExpressionError) -> Tree
    ) throws(DynamoDBError) -> Tree? {
        guard let text = try object.string(kind.rawValue) else { return nil }
        do throws(ExpressionError) {
            var parser = try ExpressionParser(text, substitutions: substitutions)
            return try read(&parser)
        } catch {
            throw error.inside(kind)
        }
    }
}
