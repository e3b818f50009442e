import EntityMacrosLite

/// That each key's text is well-formed: no parts that can be missing, change by themselves, or run into each other.
enum KeyChecks {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        for entity in schema.entities {
            for pattern in entity.accessPatterns {
                if pattern.index == nil { checkPrimary(pattern, of: entity, into: &collector) }
                checkRoles(pattern, of: entity, into: &collector)
                checkRepetition(pattern, of: entity, into: &collector)
                for key in ownKeys(pattern, schema.table) {
                    if let template = key.template {
                        checkText(template, pattern, of: entity, into: &collector)
                    }
                }
            }
            guard let history = entity.history else { continue }
            checkRepetition(history, of: entity, into: &collector)
            for case .text(_, let template) in history.sort {
                checkText(template, history, of: entity, into: &collector)
            }
        }
    }

    /// The keys that the pattern says something about: a local index has the table's partition.
    private static func ownKeys(_ pattern: AccessPatternModel, _ table: TableModel) -> [KeyAttributePatternModel] {
        let isLocal = pattern.index.flatMap { table.index($0) }?.isLocal ?? false
        return (isLocal ? [] : pattern.partition) + pattern.sort
    }

    private static func checkPrimary(
        _ pattern: AccessPatternModel, of entity: EntityModel, into collector: inout DiagnosticCollector
    ) {
        for part in pattern.parts {
            guard let attribute = entity.attribute(part.attribute) else { continue }
            if attribute.isOptional {
                collector.error(
                    "key-part-optional",
                    """
                    '\(attribute.name)' is optional, and part of the primary key of \(entity.typeName), which every item needs: make \
                    it required, or use it in an index.
                    """, at: part.location)
            }
            if [.counter, .version, .updatedAt].contains(attribute.role) {
                collector.error(
                    "key-part-changes",
                    """
                    '\(attribute.name)' is .\(attribute.role.rawValue), and part of the primary key of \(entity.typeName), which never \
                    changes: use it in an index.
                    """, at: part.location)
            }
        }
    }

    /// A key's text is written by the client, who does not know what a counter has become.
    private static func checkRoles(
        _ pattern: AccessPatternModel, of entity: EntityModel, into collector: inout DiagnosticCollector
    ) {
        guard pattern.index != nil else { return }
        let primary = Set(entity.primaryKeyAttributes)
        for key in pattern.partition + pattern.sort {
            guard let template = key.template else { continue }
            for part in template.parts {
                guard let attribute = entity.attribute(part.attribute) else { continue }
                switch attribute.role {
                case .counter, .version:
                    collector.error(
                        "key-part-changes",
                        """
                        '\(attribute.name)' is .\(attribute.role.rawValue), which DynamoDB adds to: the text of '\(key.keyAttribute)' \
                        could not follow; declare a key of the index as the attribute itself, with 'sortKeys: \
                        "\(attribute.storedName)"'.
                        """, at: part.location)
                case .updatedAt:
                    let named = template.parts.map(\.attribute) + (pattern.condition?.attributes ?? [])
                    let others = named.filter { $0 != attribute.name && !primary.contains($0) }
                    if let other = others.first {
                        collector.error(
                            "key-part-changes",
                            """
                            '\(attribute.name)' changes with every update, and shares '\(key.keyAttribute)' with '\(other)', which every \
                            update would have to give: use it in a key without attributes beyond the primary key's, nor in its condition.
                            """, at: part.location)
                    }
                default: break
                }
            }
        }
    }

    private static func checkRepetition(
        _ pattern: AccessPatternModel, of entity: EntityModel, into collector: inout DiagnosticCollector
    ) {
        for parts in [pattern.partitionParts, pattern.sortParts] {
            var seen: Set<String> = []
            for part in parts where !seen.insert(part.parameter).inserted {
                collector.error(
                    "key-part-repeated",
                    "'\(pattern.name)' of \(entity.typeName) has '\(part.attribute)' twice in one key: take one away.",
                    at: part.location)
            }
        }
    }

    private static func checkText(
        _ template: KeyTemplateModel, _ pattern: AccessPatternModel, of entity: EntityModel,
        into collector: inout DiagnosticCollector
    ) {
        if template.segments.isEmpty {
            collector.error(
                "key-empty",
                "A key of '\(pattern.name)' of \(entity.typeName) is empty, which DynamoDB does not allow.",
                at: pattern.location)
        }
        for (segment, next) in zip(template.segments, template.segments.dropFirst()) {
            guard case .part(let part) = segment, part.encoding.isVariableWidth else { continue }
            switch next {
            case .part(let following):
                collector.error(
                    "key-parts-adjacent",
                    """
                    '\(part.attribute)' has no fixed width, and '\(following.attribute)' follows it at once, so that two keys could \
                    be equal: put a delimiter between them, as in '#'.
                    """, at: following.location)
            case .text(let text):
                checkDelimiter(text, after: part, into: &collector)
            }
        }
        if template.isUnbounded {
            for case .text(let text) in template.segments where text.unicodeScalars.contains("\u{10FFFF}") {
                collector.error(
                    "key-delimiter", "A key of '\(pattern.name)' holds U+10FFFF, which marks the end of ranges.",
                    at: pattern.location)
            }
        }
    }

    /// A delimiter is escaped inside the value that it follows; its escape must not hold it again.
    private static func checkDelimiter(
        _ text: String, after part: KeyPlaceholderModel, into collector: inout DiagnosticCollector
    ) {
        guard let delimiter = text.unicodeScalars.first else { return }
        if delimiter == "%" || !delimiter.isASCII || ("0"..."9").contains(delimiter) || ("A"..."F").contains(delimiter)
        {
            collector.error(
                "key-delimiter",
                """
                '\(delimiter)' follows '\(part.attribute)', and cannot tell where its text ends: begin what follows with another \
                character, best '#', which keeps the order of the values.
                """, at: part.location)
        }
    }
}

extension KeyTemplateModel {
    /// Whether a text of it can be as long as a value is.
    var isUnbounded: Bool { parts.contains { $0.encoding.isVariableWidth } }
}
