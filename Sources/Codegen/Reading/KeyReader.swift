import Entities
import EntityMacrosLite

/// Resolves key templates: attributes by their identity, values by their type, composites by the key format.
struct KeyReader {
    let entity: EntityModel
    let attributes: [ReadAttribute]
    let composites: CompositeKeys
    private(set) var problems: [Diagnostic] = []
    /// The keys that were read, by their attribute: an index that reuses one reuses how it is made.
    private var contexts: [String: (context: CompositeKeys.Context, casing: KeyTextCasing?)] = [:]

    init(entity: EntityModel, attributes: [ReadAttribute], service: ServiceSchema) {
        self.entity = entity
        self.attributes = attributes
        composites = CompositeKeys(
            format: service.keyFormat, serviceName: service.name, entityName: entity.name,
            entityVersion: entity.version)
    }

    mutating func problem(_ code: String, _ message: String, at location: SourceLocation) {
        problems.append(Diagnostic(.error, code, message, at: location))
    }

    /// The name of an attribute of this entity; nil for any other.
    func name(of attribute: (any AnyAttribute)?) -> String? {
        guard let attribute else { return nil }
        return attributes.first { $0.identity === attribute.identity }?.model.name
    }

    /// The text of a key; nil where a placeholder could not be resolved, which has been reported then.
    mutating func template(
        _ template: KeyTemplate, as keyAttribute: String, in context: CompositeKeys.Context,
        of pattern: AccessPatternDefinition
    ) -> KeyTemplateModel? {
        let before = problems.count
        var context = context
        var casing = template.casing ?? composites.casing
        if composites.format.isElectroDB, let known = contexts[keyAttribute] { (context, casing) = known }
        contexts[keyAttribute] = contexts[keyAttribute] ?? (context, casing)
        if template.casing != nil, !composites.format.isElectroDB { electroOnly("casing", pattern) }
        var segments: [KeySegment] = []
        switch template.content {
        case .composite(let parts):
            let resolved = parts.compactMap { part -> CompositeKeys.Part? in
                placeholder(part, in: pattern.name, at: pattern.location).map {
                    CompositeKeys.Part(label: label(of: $0.attribute), placeholder: $0)
                }
            }
            segments = composites.segments(of: resolved, in: context)
        case .number:
            problem(
                "key-number",
                "'\(pattern.name)' of \(entity.typeName): a numeric key is the whole key: write '.number(…)' alone.",
                at: pattern.location)
        case .text(let written):
            for segment in written {
                switch segment {
                case .text(let text): segments.append(.text(text))
                case .part(let part, let location):
                    if let part = placeholder(part, in: pattern.name, at: location) { segments.append(.part(part)) }
                case .misplacedComposite(let location):
                    problem(
                        "key-composite-nested",
                        """
                        '\(pattern.name)' of \(entity.typeName): a list of attributes cannot stand inside of a key's text: write \
                        it as text, as in "\\(status)#\\(publishedAt)".
                        """, at: location)
                }
            }
        }
        guard problems.count == before else { return nil }
        var isComposite = false
        if case .composite = template.content { isComposite = true }
        var model = KeyTemplateModel(segments: segments, isComposite: isComposite, casing: casing)
        if isComposite { model.entityPrefix = composites.entityPrefix(in: context) }
        return model.resolvingDelimiters(types)
    }

    /// A key attribute that is a number of its own.
    mutating func number(
        _ part: KeyPlaceholder, of pattern: AccessPatternDefinition
    ) -> KeyPlaceholderModel? {
        guard let attribute = resolve(part, in: pattern.name, at: pattern.location) else { return nil }
        guard attribute.model.type == .bool || attribute.model.type.keyAttributeType == .number else {
            problem(
                "key-number",
                """
                '\(attribute.model.name)' of \(entity.typeName) is no number, so it cannot be the numeric key of '\(pattern.name)': use \
                a number or a Bool, or a text as the key.
                """, at: pattern.location)
            return nil
        }
        guard part.form == .whole else {
            problem(
                "native-key-form",
                """
                '\(pattern.name)' of \(entity.typeName): '\(attribute.model.name)' is a numeric key as it is, so it cannot have another \
                form there.
                """, at: pattern.location)
            return nil
        }
        var placeholder = KeyPlaceholderModel(
            attribute: attribute.model.name, encoding: .number, allowsRange: attribute.model.type.isOrdered)
        placeholder.location = pattern.location
        return placeholder
    }

    private func label(of attribute: String) -> String {
        attributes.first { $0.model.name == attribute }?.model.label ?? attribute
    }

    /// Something was asked for that only ElectroDB's key formats have.
    private mutating func electroOnly(_ what: String, _ pattern: AccessPatternDefinition) {
        problem(
            "key-format",
            """
            '\(pattern.name)' of \(entity.typeName) has a \(what), which only the key format .electroDB has: leave it away, or add \
            'let keyFormat = KeyFormat.electroDB' to the service.
            """, at: pattern.location)
    }

    /// The key of the item that claims a unique value: `UNIQUE#Article#slug#acme#hello`. A tenant's begins as all of its keys:
    /// `TENANT#acme#UNIQUE#Article#slug#hello`.
    mutating func claim(of members: [String], at location: SourceLocation) -> KeyTemplateModel? {
        guard let unique = members.last else { return nil }
        let owner = entity.typeName
        return ownItem("UNIQUE#\(entity.name)#\(unique)", members, "unique-type", at: location) { name in
            "'\(name)' of \(owner) cannot be unique, or what something is unique within"
        }
    }

    /// What the keys of a sharded counter's items begin with: `COUNTER#Listing#views#4711`, or `TENANT#acme#COUNTER#Listing#views#4711`.
    mutating func counter(_ counter: String, of members: [String], at location: SourceLocation) -> KeyTemplateModel? {
        let owner = entity.typeName
        return ownItem("COUNTER#\(entity.name)#\(counter)", members, "counter-key", at: location) { name in
            "'\(counter)' of \(owner) is counted by '\(name)', which cannot be in the keys of its items"
        }
    }

    /// The key of an item beside the records: a text, and the values of attributes. A tenant's begins as all of its keys.
    private mutating func ownItem(
        _ prefix: String, _ members: [String], _ code: String, at location: SourceLocation, _ what: (String) -> String
    ) -> KeyTemplateModel? {
        var segments: [KeySegment] = [.text(prefix)]
        var members = members
        if let tenantPrefix = entity.tenantPrefix, let tenant = entity.tenant, members.contains(tenant.name) {
            segments = tenantPrefix + [.text("#\(prefix)")]
            members.removeAll { $0 == tenant.name }
        }
        for name in members {
            guard let attribute = attributes.first(where: { $0.model.name == name }) else { return nil }
            do throws(KeyPlaceholderEncoding.Problem) {
                let encoding = try KeyPlaceholderEncoding(attribute, .whole)
                segments += [.text("#"), .part(KeyPlaceholderModel(attribute: name, encoding: encoding))]
            } catch {
                problem(code, "\(what(name)): \(error.reason)", at: location)
                return nil
            }
        }
        return KeyTemplateModel(segments: segments).resolvingDelimiters(types)
    }

    /// What is stored of an attribute that is a key by itself and has a text with more to it: `"INV-\(inviteCode)"`, or cased.
    mutating func storedText(
        _ template: KeyTemplate, for element: KeyElementModel, of pattern: AccessPatternDefinition, _ place: String
    ) -> (attribute: String, text: StoredTextModel, placeholder: KeyPlaceholderModel)? {
        let written: [KeyTemplate.Segment]
        switch template.content {
        case .composite(let parts): written = parts.map { .part($0, pattern.location) }
        case .text(let segments): written = segments
        case .number: return nil
        }
        var texts = ["", ""]
        var part: KeyPlaceholder?
        for segment in written {
            switch segment {
            case .text(let text): texts[part == nil ? 0 : 1] += text
            case .part(let found, _) where part == nil: part = found
            case .part, .misplacedComposite: return nil
            }
        }
        guard let part, let placeholder = native(part, for: element, of: pattern, place) else { return nil }
        guard attributes.first(where: { $0.model.name == placeholder.attribute })?.model.type == .string else {
            problem(
                "native-key-form",
                """
                '\(pattern.name)' of \(entity.typeName): '\(placeholder.attribute)' is a key as it is stored, and only a String can have \
                a text or a casing there.
                """, at: pattern.location)
            return nil
        }
        if !composites.format.isElectroDB { electroOnly("text around a native key", pattern) }
        let casing = template.casing ?? composites.casing ?? .asWritten
        return (
            placeholder.attribute, StoredTextModel(prefix: texts[0], suffix: texts[1], casing: casing), placeholder
        )
    }

    /// An attribute that is a key by itself.
    mutating func native(
        _ part: KeyPlaceholder, for element: KeyElementModel, of pattern: AccessPatternDefinition, _ place: String
    ) -> KeyPlaceholderModel? {
        guard let attribute = resolve(part, in: pattern.name, at: pattern.location) else { return nil }
        let model = attribute.model
        guard model.storedName == element.name else {
            problem(
                "native-key-parts",
                """
                '\(pattern.name)' of \(entity.typeName): \(place) has the attribute '\(element.name)' here, and '\(model.name)' \
                is stored as '\(model.storedName)': list the attributes in the order in which the table declares them.
                """, at: pattern.location)
            return nil
        }
        guard part.form == .whole else {
            problem(
                "native-key-form",
                """
                '\(pattern.name)' of \(entity.typeName): '\(model.name)' is a key of \(place) as it is stored, so it cannot have \
                another form there.
                """, at: pattern.location)
            return nil
        }
        // ElectroDB compares the texts of an enum.
        var isOrdered = model.type.isOrdered
        if case .choice = model.type, composites.format.isElectroDB { isOrdered = true }
        var placeholder = KeyPlaceholderModel(attribute: model.name, encoding: .native, allowsRange: isOrdered)
        placeholder.location = pattern.location
        return placeholder
    }

    /// Which items an index holds; nil where it names an attribute that this entity does not have.
    mutating func condition(
        _ tree: IndexCondition.Tree, of pattern: AccessPatternDefinition
    ) -> IndexConditionModel? {
        switch tree {
        case .equals(let attribute, let value):
            return conditionName(attribute, pattern).map { .equals(attribute: $0, value: value) }
        case .isPresent(let attribute): return conditionName(attribute, pattern).map { .isPresent(attribute: $0) }
        case .not(let inner): return condition(inner, of: pattern).map { .not($0) }
        case .all(let inner):
            let conditions = inner.compactMap { condition($0, of: pattern) }
            return conditions.count == inner.count ? .all(conditions) : nil
        case .any(let inner):
            let conditions = inner.compactMap { condition($0, of: pattern) }
            return conditions.count == inner.count ? .any(conditions) : nil
        }
    }

    private mutating func conditionName(_ attribute: any AnyAttribute, _ pattern: AccessPatternDefinition) -> String? {
        if let name = name(of: attribute) { return name }
        problem(
            "condition-attribute-unknown",
            """
            The condition of '\(pattern.name)' names an attribute that is no stored property of \(entity.typeName): use one of \
            its own, declared with 'let'.
            """, at: pattern.location)
        return nil
    }

    private var types: [String: AttributeTypeModel] {
        Dictionary(attributes.map { ($0.model.name, $0.model.type) }, uniquingKeysWith: { first, _ in first })
    }

    private mutating func resolve(
        _ part: KeyPlaceholder, in pattern: String, at location: SourceLocation
    ) -> ReadAttribute? {
        if let attribute = attributes.first(where: { $0.identity === part.attribute.identity }) { return attribute }
        problem(
            "key-attribute-unknown",
            """
            A key of '\(pattern)' holds an attribute that is no stored property of \(entity.typeName): it belongs to another \
            definition, or is computed; declare it in \(entity.typeName) with 'let'.
            """, at: location)
        return nil
    }

    private mutating func placeholder(
        _ part: KeyPlaceholder, in pattern: String, at location: SourceLocation
    ) -> KeyPlaceholderModel? {
        guard let attribute = resolve(part, in: pattern, at: location) else { return nil }
        do throws(KeyPlaceholderEncoding.Problem) {
            let encoding =
                composites.format.isElectroDB
                ? try KeyPlaceholderEncoding(raw: attribute, part.form)
                : try KeyPlaceholderEncoding(attribute, part.form)
            var model = KeyPlaceholderModel(attribute: attribute.model.name, encoding: encoding)
            model.location = location
            return model
        } catch {
            problem(
                error.code, "'\(attribute.model.name)' cannot be in a key of '\(pattern)': \(error.reason)",
                at: location)
            return nil
        }
    }
}
