/// How an attribute of a model is defined in Swift.
struct AttributeImport {
    /// What notes are about: `Author.bio`.
    let subject: String
    let attribute: ElectroDBAttribute
    let name: String
    /// The type that maps of it are nested in the names of: `Author`.
    let owner: String
    /// What only an entity's own attribute has to do with.
    let context: EntityContext?
    private(set) var notes: [ImportNote] = []
    /// The definitions of nested maps.
    private(set) var maps: [TypeSyntax] = []

    /// What an entity says of its attribute.
    struct EntityContext {
        let entity: ImportedEntity
        /// Whether the primary key is made of it, so that no item is without it.
        let isPrimary: Bool
        /// Whether composite keys have it, under its name or label.
        let isLabelled: Bool
        /// Whether key texts have it.
        let isInText: Bool
        /// Whether it is a key by itself that ElectroDB stores in small or capital letters.
        let isCasedKey: Bool
    }

    init(
        _ attribute: ElectroDBAttribute, name: String, owner: String, subject: String, context: EntityContext?
    ) {
        self.attribute = attribute
        self.name = name
        self.owner = owner
        self.subject = subject
        self.context = context
    }

    /// The property that defines it.
    mutating func property(_ names: inout ImportedNames) -> PropertySyntax {
        let (type, values) = type(of: attribute, owner: owner, name: name, &names)
        var options = values.map { ArgumentSyntax(nil, .string($0)) }
        if attribute.storedName != name { options.append(option("storedAs", .string(attribute.storedName))) }
        let initial = initialValue(type, values)
        if let option = initial.option { options.append(option) }
        options += entityOptions(isComputed: initial.isComputed)
        options += rules
        let isOptional = !attribute.isRequired && !(context?.isPrimary ?? false) && !initial.startsEmpty
        return PropertySyntax(
            documentation: isNumber ? ["A number of ElectroDB's: an Int will do if it has no fraction."] : [],
            isConstant: true, name: name,
            content: .stored(.call(.type("Attribute<\(type)\(isOptional ? "?" : "")>"), options)))
    }

    private var isNumber: Bool { if case .number = attribute.type { true } else { false } }

    private func option(_ name: String, _ arguments: ExpressionSyntax...) -> ArgumentSyntax {
        ArgumentSyntax(nil, .call(.member(nil, name), arguments.map { ArgumentSyntax(nil, $0) }))
    }

    private func option(_ name: String) -> ArgumentSyntax { ArgumentSyntax(nil, .member(nil, name)) }

    mutating func note(_ message: String) { notes.append(ImportNote(subject, message)) }

    // MARK: The type

    /// The Swift type, and the values that are listed for its enum.
    private mutating func type(
        of attribute: ElectroDBAttribute, owner: String, name: String, _ names: inout ImportedNames
    ) -> (type: String, values: [String]) {
        switch attribute.type {
        case .string: return ("String", [])
        case .number: return ("Double", [])
        case .boolean: return ("Bool", [])
        case .any: return ("AttributeValue", [])
        case .choice(let values):
            return isEnum(values, isOptional: !attribute.isRequired) ? ("Choice", values) : ("String", [])
        case .list(nil): return ("[AttributeValue]", [])
        case .list(let items?):
            let (element, values) = type(of: items, owner: owner, name: name, &names)
            return ("[\(element)]", values)
        case .set(let items):
            let (element, values) = type(
                of: ElectroDBAttribute(name: name, type: items), owner: owner, name: name, &names)
            return ("Set<\(element)>", values)
        case .map(let properties):
            guard !properties.isEmpty else { return ("[String: AttributeValue]", []) }
            return ("Map<\(map(properties, owner: owner, name: name, &names))>", [])
        }
    }

    /// Whether an enum can have these values. Else the attribute is a string, and a note says so.
    private mutating func isEnum(_ values: [String], isOptional: Bool) -> Bool {
        let cases = values.compactMap(SwiftName.caseName)
        let isTakenByOptional = isOptional && cases.contains { ["none", "some"].contains($0) }
        if !values.isEmpty, Set(cases).count == values.count, !isTakenByOptional, !isRecased(values) { return true }
        note(
            """
            its values (\(values.map { "\"\($0)\"" }.joined(separator: ", "))) cannot be an enum's cases, or not as they are stored: \
            it is a String, and nothing checks that it is one of them.
            """)
        return false
    }

    /// Whether the values are stored in other letters than they are written in.
    private func isRecased(_ values: [String]) -> Bool {
        (context?.isCasedKey ?? false) && values.contains { $0 != $0.lowercased() }
    }

    private mutating func map(
        _ properties: [ElectroDBAttribute], owner: String, name: String, _ names: inout ImportedNames
    ) -> String {
        let typeName = names.type(for: owner + SwiftName.upperFirst(name), otherwise: "Map")
        var members: [DeclarationSyntax] = []
        var memberNames = ImportedNames()
        var inner: [TypeSyntax] = []
        for property in properties {
            let member = memberNames.attribute(
                property, types: names.taken, reserved: GeneratedNames.mapProperties)
            var nested = AttributeImport(
                property, name: member, owner: typeName, subject: "\(subject).\(property.name)", context: nil)
            members.append(.property(nested.property(&names)))
            notes += nested.notes
            inner += nested.maps
        }
        names.avoid(memberNames.choices)
        maps.append(
            TypeSyntax(
                documentation: ["The map \(name) of \(owner)."], keyword: .struct, name: typeName,
                inherited: ["MapDefinition"], members: members))
        maps += inner
        return typeName
    }
}
