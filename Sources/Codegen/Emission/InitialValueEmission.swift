/// Writes what an attribute of a new record is set to.
struct InitialValueEmission {
    let typeName: String
    /// The draft's name.
    let draft: String
    /// The name of the time at which the record is made.
    let now: String

    func value(of attribute: AttributeModel) -> ExpressionSyntax {
        if attribute.isState, let state = attribute.defaultValue { return state.expression(as: attribute.type) }
        return switch attribute.role {
        case .counter: attribute.counterStart?.expression(as: attribute.type) ?? .literal("0")
        case .version: .literal("1")
        case .lease: .nil
        case .createdAt, .updatedAt: Self.rounded(.name(now), now: attribute.type)
        case .plain, .generated, .timeToLive, .tenant: fromDraft(attribute)
        }
    }

    private func fromDraft(_ attribute: AttributeModel) -> ExpressionSyntax {
        let given = ExpressionSyntax.member(.name(draft), attribute.name)
        let form = StoredForm(owner: typeName)
        if attribute.storedText != nil {
            let value = substitute(for: attribute).map { ExpressionSyntax.infix(given, "??", $0) } ?? given
            return ExpressionSyntax.type(attribute.storedTextName).calling("stored", value)
        }
        guard let substitute = substitute(for: attribute) else { return form.kept(given, attribute) }
        let value = ExpressionSyntax.infix(given, "??", substitute)
        return form.kept(form.changesInChain(attribute) ? .parenthesized(value) : value, attribute)
    }

    /// What stands in for a value that the draft leaves out.
    private func substitute(for attribute: AttributeModel) -> ExpressionSyntax? {
        if let value = attribute.defaultValue {
            let owner = attribute.isOptional ? typeName : nil
            return value.expression(as: attribute.type, choicesIn: owner)
        }
        if attribute.isComputed {
            let function = ExpressionSyntax.type(typeName).member("compute" + SwiftName.upperFirst(attribute.name))
            return .call(function, [ArgumentSyntax("for", .name(draft))])
        }
        if let count = attribute.shardCount {
            return .call(
                .type("Entities.Generators.current").member("shard"), [ArgumentSyntax("of", .literal("\(count)"))])
        }
        return attribute.role == .generated ? Self.generated(attribute.type) : nil
    }

    /// A new identifier.
    static func generated(_ type: AttributeTypeModel) -> ExpressionSyntax {
        .type("Entities.Generators.current").calling(type == .uuid ? "uuid" : "ulid")
    }

    // MARK: What is stored of a value

    /// The value as it will be read back: dates to the precision that is stored, an empty optional set as `nil`.
    static func stored(_ value: ExpressionSyntax, _ type: AttributeTypeModel, isOptional: Bool) -> ExpressionSyntax {
        let wrapped = isOptional ? ExpressionSyntax.optionalChain(value) : value
        switch type {
        case .date(let storage): return wrapped.member(storage.roundedDate)
        case .list(let element) where changes(element):
            return .callWithClosure(wrapped.member("map"), [], closure: stored(.name("$0"), element, isOptional: false))
        case .dictionary(let element) where changes(element):
            return .callWithClosure(
                wrapped.member("mapValues"), [], closure: stored(.name("$0"), element, isOptional: false))
        case .set(let element):
            return stored(value, setOf: element, isOptional: isOptional)
        default: return value
        }
    }

    private static func stored(
        _ value: ExpressionSyntax, setOf element: AttributeTypeModel, isOptional: Bool
    ) -> ExpressionSyntax {
        let isRounded = changes(element)
        func rounded(_ set: ExpressionSyntax) -> ExpressionSyntax {
            guard isRounded else { return set }
            let values = ExpressionSyntax.callWithClosure(
                set.member("map"), [], closure: stored(.name("$0"), element, isOptional: false))
            return .call(.type("Swift.Set"), [ArgumentSyntax(nil, values)])
        }
        guard isOptional else { return rounded(value) }
        let elements = rounded(.name("$0"))
        return .callWithClosure(
            value.member("flatMap"), [],
            closure: .infix(.infix(.name("$0").member("isEmpty"), "?", .nil), ":", elements))
    }

    private static func rounded(_ now: ExpressionSyntax, now type: AttributeTypeModel) -> ExpressionSyntax {
        // The clock has whole milliseconds.
        if case .date(.epochSeconds) = type { stored(now, type, isOptional: false) } else { now }
    }

    /// Whether storing a value of the type changes it.
    static func changes(_ type: AttributeTypeModel) -> Bool {
        switch type {
        case .date: true
        case .list(let element), .set(let element), .dictionary(let element): changes(element)
        default: false
        }
    }
}

extension DateStorage {
    /// The property of `Date` that is the date as it is stored.
    var roundedDate: String {
        switch self {
        case .iso8601, .epochMilliseconds: "roundedToMilliseconds"
        case .epochSeconds: "roundedDownToSeconds"
        }
    }
}
