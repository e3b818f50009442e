extension AttributeTypeModel {
    /// The type as generated code spells it.
    ///
    /// - Parameter owner: What to qualify a generated enum by; nil inside of the record that it is nested in.
    func spelled(choicesIn owner: String?) -> String {
        switch self {
        case .choice(let choice): owner.map { "\($0).\(choice.typeName)" } ?? choice.typeName
        case .list(let element): "[\(element.spelled(choicesIn: owner))]"
        case .set(let element): "Swift.Set<\(element.spelled(choicesIn: owner))>"
        case .dictionary(let value): "[Swift.String: \(value.spelled(choicesIn: owner))]"
        default: swiftName(owner: "")
        }
    }

    /// The encoding that it is stored in, where that is not the type's own.
    var coding: String? {
        switch self {
        case .date(.epochSeconds): "Entities.EpochSeconds"
        case .date(.epochMilliseconds): "Entities.EpochMilliseconds"
        default: nil
        }
    }

    /// What it is a list, a set or a dictionary of.
    var element: AttributeTypeModel? {
        switch self {
        case .list(let element), .set(let element), .dictionary(let element): element
        default: nil
        }
    }

    /// The map that it is.
    var nestedMap: String? {
        if case .map(let definition) = self { definition } else { nil }
    }

    /// The map that it is a list of.
    var listedMap: String? {
        if case .list(.map(let definition)) = self { definition } else { nil }
    }

    /// The map that it holds, however deep.
    var heldMap: String? {
        switch self {
        case .map(let definition): definition
        case .list(let element), .dictionary(let element): element.heldMap
        default: nil
        }
    }
}

extension AttributeModel {
    /// The type in the record: `Swift.String?`
    func recordType(choicesIn owner: String? = nil) -> String {
        valueType(choicesIn: owner) + (isOptional ? "?" : "")
    }

    /// The type of a value that is there.
    func valueType(choicesIn owner: String? = nil) -> String { type.spelled(choicesIn: owner) }

    /// The encoding that it is stored in, where that is not its type's own.
    var coding: String? { normalizedForm.map { "Entities.Normalized<\($0)>" } ?? recordCoding }

    /// The encoding of what a record keeps, which is normalized already.
    private var recordCoding: String? { storedText == nil ? type.coding : storedTextName }

    /// The type inside of the record that says how its text is stored.
    var storedTextName: String { SwiftName.upperFirst(name) + "Coding" }

    /// `as: Entities.EpochSeconds.self`, where the attribute has an encoding of its own.
    var codingArguments: [ArgumentSyntax] { Self.arguments(coding) }

    /// The same for what a record keeps.
    var recordCodingArguments: [ArgumentSyntax] { Self.arguments(recordCoding) }

    private static func arguments(_ coding: String?) -> [ArgumentSyntax] {
        coding.map { [ArgumentSyntax("as", .type("\($0).self"))] } ?? []
    }

    /// Whether its values have to satisfy a rule.
    var hasRule: Bool { length != nil || range != nil || isValidated || pattern != nil || elementRules != nil }

    /// The static member that holds the rule.
    var ruleName: String { name + "Rule" }
}
