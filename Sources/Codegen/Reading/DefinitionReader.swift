import EntityMacrosLite

/// An attribute that was found in a definition, and what it became.
struct ReadAttribute {
    var identity: AttributeIdentity
    var model: AttributeModel
    /// What `.unique(within:)` names, before it is resolved.
    var scope: [AnyKeyPath]?
    /// What `.computed(from:)` names, before it is resolved.
    var sources: [AnyKeyPath]?
    /// Of how many items it is made, where it is a sharded counter.
    var counterShards: Int?
    /// Whether the attribute's type is one that a key's text can hold by a conformance of the user's.
    var valueType: Any.Type
}

/// Reads the attributes that a definition holds as stored properties.
struct DefinitionReader {
    /// The name of the record that is generated.
    let owner: String
    let sources: DocumentationReader
    let isMap: Bool
    var types: TypeReader
    var collector: DiagnosticCollector

    mutating func read(_ definition: Any) -> [ReadAttribute] {
        var attributes: [ReadAttribute] = []
        for (label, attribute) in Self.properties(of: definition) {
            if let first = attributes.first(where: { $0.identity === attribute.identity }) {
                collector.error(
                    "attribute-shared",
                    """
                    '\(label)' and '\(first.model.name)' of \(owner) are one attribute under two names: give each its own \
                    'Attribute<…>(…)'
                    """, at: attribute.location)
                continue
            }
            if let read = read(label, attribute) { attributes.append(read) }
        }
        return attributes
    }

    /// The attributes among a value's stored properties, those that it inherits first.
    static func properties(of definition: Any) -> [(String, any AnyAttribute)] {
        var mirrors: [Mirror] = []
        var next: Mirror? = Mirror(reflecting: definition)
        while let mirror = next {
            mirrors.insert(mirror, at: 0)
            next = mirror.superclassMirror
        }
        return mirrors.flatMap { mirror in
            mirror.children.compactMap { child in
                guard let label = child.label, let attribute = child.value as? any AnyAttribute else { return nil }
                // A raw identifier comes with its backticks, and with spaces that do not break.
                return (String(label.filter { $0 != "`" }.map { $0 == "\u{A0}" ? " " : $0 }), attribute)
            }
        }
    }

    private mutating func read(_ name: String, _ attribute: any AnyAttribute) -> ReadAttribute? {
        var options = AttributeOptions(name: name, owner: owner, attribute, isMap: isMap)
        options.read(attribute.options)
        collector.add(options.problems)

        var valueType = attribute.valueType
        var isOptional = false
        if let structured = valueType as? any StructuredType.Type, case .optional(let wrapped) = structured.structure {
            valueType = wrapped
            isOptional = true
        }
        let (choice, choiceProblems) = ChoiceReader.read(
            options.choices, name: name, owner: owner, location: attribute.location)
        collector.add(choiceProblems)
        let context = TypeReader.Context(
            owner: owner, choice: choice, dates: options.dates, module: attribute.location.module)
        let type: AttributeTypeModel
        do throws(TypeReader.Problem) {
            type = try types.read(valueType, context)
        } catch {
            switch error {
            case .unsupported(let reason):
                collector.error(
                    "attribute-type", "'\(name)' of \(owner) is of type \(reason).", at: attribute.location)
            }
            return nil
        }
        let swiftType = type.swiftName(owner: owner) + (isOptional ? "?" : "")
        var model = AttributeModel(
            name: name, storedName: options.storedName, type: type, isOptional: isOptional, swiftType: swiftType)
        model.role = !isMap && valueType == Lease.self ? .lease : options.role
        model.defaultValue = options.defaultValue
        model.length = options.length
        model.typicalLength = options.typicalLength
        model.range = options.range
        model.isComputed = options.isComputed
        model.isValidated = options.isValidated
        model.isReadOnly = options.isReadOnly
        model.isHolder = options.isHolder
        model.label = options.label
        model.padding = options.padding
        model.normalizedForm = options.isNormalized ? "\(owner).\(SwiftName.upperFirst(name))Form" : nil
        model.isPresented = options.isPresented
        model.isHidden = options.isHidden
        model.isBackfilled = options.isBackfilled
        model.counterStart = options.counterStart
        model.shardCount = options.shardCount
        model.pattern = options.pattern
        model.elementRules = options.elementRules
        model.transitions = options.transitions
        model.location = attribute.location
        let comment = sources.property(at: attribute.location)
        model.documentation = comment.isEmpty ? options.description : comment
        return ReadAttribute(
            identity: attribute.identity, model: model, scope: options.uniqueScope, sources: options.sources,
            counterShards: options.counterShards, valueType: valueType)
    }
}
