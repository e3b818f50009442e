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
            guard name.utf8.count <= Limits.attributeNameSize else {
                throw .invalid(
                    "ExpressionAttributeNames contains invalid value: \(ItemRules.nameTooLong) for key \(key)")
            }
            names[key] = name
        }
        return names
    }

    private static func values(_ object: WireObject?) throws(DynamoDBError) -> [String: AttributeValue] {
        guard let object else { return [:] }
        guard !object.names.isEmpty else { throw .invalid("ExpressionAttributeValues must not be empty") }
        for key in object.names { try check(key, prefix: ":", of: "ExpressionAttributeValues") }
        var values: [String: AttributeValue] = [:]
        for key in object.names {
            do throws(DynamoDBError) {
                values[key] = try object.value(key)
            } catch {
                guard error.code == .validation, object.wording == .older else { throw error }
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
        try parse(.update) { parser throws(ExpressionError) in
            let update = try parser.parseUpdate()
            try parser.checkUpdatedPaths()
            return update
        }
    }

    func projection() throws(DynamoDBError) -> [AttributePath]? {
        try parse(.projection) { parser throws(ExpressionError) in try parser.parseProjection() }
    }

    /// The key condition as a condition, which may still be none that a key can be found by.
    func keyCondition() throws(DynamoDBError) -> Condition? {
        guard let condition = try condition(.keyCondition) else { return nil }
        try ExpressionRules.check(condition, .keyCondition)
        return condition
    }

    /// Refuses placeholders that no expression used. To be called when all have been read.
    func finish() throws(DynamoDBError) {
        do throws(DynamoDBError) { try substitutions.checkAllUsed() } catch { throw problem() ?? error }
    }

    /// What is wrong with the expressions that come before one of them, or with any.
    ///
    /// The engine checks trees later, since they need not come from text. The service checks each expression as a whole, and unused
    /// placeholders last, which matters once there are several things to complain about.
    func problem(before kind: ExpressionKind? = nil) -> DynamoDBError? {
        for earlier in [ExpressionKind.update, .condition, .keyCondition, .filter, .projection] {
            if earlier == kind { break }
            if let problem = problem(with: earlier) { return problem }
        }
        return nil
    }

    private func problem(with kind: ExpressionKind) -> DynamoDBError? {
        do throws(DynamoDBError) {
            switch kind {
            case .update: if let update = try update() { try ExpressionRules.check(update) }
            case .projection: try ExpressionRules.check(projection: try projection())
            case .condition, .keyCondition, .filter:
                if let condition = try condition(kind) { try ExpressionRules.check(condition, kind) }
            }
            return nil
        } catch {
            return error
        }
    }

    private func parse<Tree>(
        _ kind: ExpressionKind, _ read: (inout ExpressionParser) throws(ExpressionError) -> Tree
    ) throws(DynamoDBError) -> Tree? {
        guard let text = try object.string(kind.rawValue) else { return nil }
        do throws(ExpressionError) {
            var parser = try ExpressionParser(text, substitutions: substitutions)
            return try read(&parser)
        } catch {
            throw problem(before: kind) ?? error.inside(kind)
        }
    }
}
