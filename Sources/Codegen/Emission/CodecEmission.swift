/// Writes the reading and writing of attributes.
enum CodecEmission {
    /// The writing of one attribute of the stored item.
    struct Write {
        /// The stored name: writes are put in the byte order of these.
        var name: String
        var statements: [StatementSyntax]
    }

    /// `try item.write("title", title)`
    static func write(_ attribute: AttributeModel, to item: String) -> Write {
        let arguments = [
            ArgumentSyntax(nil, .string(attribute.storedName)), ArgumentSyntax(nil, .name(attribute.propertyName)),
        ]
        return Write(
            name: attribute.storedName,
            statements: [.expression(.try(call(item, "write", arguments + attribute.recordCodingArguments)))])
    }

    /// `try item.write("pk", Article.pk(tenantID))`
    static func write(_ name: String, _ value: ExpressionSyntax, to item: String) -> Write {
        let arguments = [ArgumentSyntax(nil, .string(name)), ArgumentSyntax(nil, value)]
        return Write(name: name, statements: [.expression(.try(call(item, "write", arguments)))])
    }

    /// `item.write("_entity", string: "Article")`
    static func write(_ name: String, constant text: String, to item: String) -> Write {
        let arguments = [ArgumentSyntax(nil, .string(name)), ArgumentSyntax("string", .string(text))]
        return Write(name: name, statements: [.expression(call(item, "write", arguments))])
    }

    /// `title = try item.read("title")`
    static func read(_ attribute: AttributeModel, from item: String) -> StatementSyntax {
        if attribute.isHidden { return .assignment(.name(attribute.propertyName), .member(nil, "unread")) }
        let mayBeAbsent = attribute.isOptional || attribute.isBackfilled
        let function = mayBeAbsent && !attribute.recordCodingArguments.isEmpty ? "readIfPresent" : "read"
        let arguments = [ArgumentSyntax(nil, .string(attribute.storedName))] + attribute.recordCodingArguments
        var value = call(item, function, arguments)
        if attribute.isBackfilled { value = .infix(value, "??", backfill(for: attribute)) }
        return .assignment(.name(attribute.propertyName), .try(value))
    }

    /// What an item has that was stored before there was the attribute.
    private static func backfill(for attribute: AttributeModel) -> ExpressionSyntax {
        if let value = attribute.defaultValue { return value.expression(as: attribute.type) }
        if attribute.role == .counter { return attribute.counterStart?.expression(as: attribute.type) ?? .literal("0") }
        if case .dictionary = attribute.type { return .dictionary([]) }
        return .array([])
    }

    private static func call(_ item: String, _ function: String, _ arguments: [ArgumentSyntax]) -> ExpressionSyntax {
        .call(.member(.name(item), function), arguments)
    }

    /// The initializer that reads attributes in the byte order of their stored names.
    static func reader(_ attributes: [AttributeModel], access: AccessLevel, item: String) -> FunctionSyntax {
        let ordered = attributes.sorted { $0.storedName.utf8.lexicographicallyPrecedes($1.storedName.utf8) }
        return reader(access: access, item: item, body: ordered.map { read($0, from: item) })
    }

    /// The initializer that reads an item.
    static func reader(access: AccessLevel, item: String, body: [StatementSyntax]) -> FunctionSyntax {
        FunctionSyntax(
            modifiers: access.modifiers, kind: .initializer,
            parameters: [ParameterSyntax(label: "from", name: item, type: "inout Entities.ItemReader")],
            effects: "throws(Entities.AttributeError)", body: body)
    }

    /// The function that writes an item.
    static func writer(access: AccessLevel, item: String, body: [StatementSyntax]) -> FunctionSyntax {
        FunctionSyntax(
            modifiers: access.modifiers, kind: .function("write"),
            parameters: [ParameterSyntax(label: "to", name: item, type: "inout Entities.ItemWriter")],
            effects: "throws(Entities.AttributeError)", body: body)
    }
}
