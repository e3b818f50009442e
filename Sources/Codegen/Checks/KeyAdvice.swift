import EntityMacrosLite

/// Keys that work, and will hurt: hot partitions, texts that can grow too long, identifiers without order.
enum KeyAdvice {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        for entity in schema.entities {
            for pattern in entity.accessPatterns where pattern.aliasOf == nil {
                let isLocal = pattern.index.flatMap { schema.table.index($0) }?.isLocal ?? false
                if !isLocal {
                    checkHotPartition(pattern, of: entity, into: &collector)
                    checkSize(pattern.partition, 2048, "partition", pattern, entity, into: &collector)
                }
                checkSize(pattern.sort, 1024, "sort", pattern, entity, into: &collector)
                checkEmptyText(pattern, of: entity, isLocal: isLocal, into: &collector)
                checkRandomOrder(pattern, of: entity, into: &collector)
                checkMovingKey(pattern, of: entity, into: &collector)
            }
        }
    }

    /// One partition takes 1,000 writes and 3,000 reads of 4 KB a second, whatever the table is paid for.
    private static func checkHotPartition(
        _ pattern: AccessPatternModel, of entity: EntityModel, into collector: inout DiagnosticCollector
    ) {
        // An item that is alone in its partition is a constant, not a crowd.
        guard !pattern.sortParts.isEmpty || pattern.index != nil else { return }
        let parts = pattern.partitionParts
        guard parts.allSatisfy({ hasFewValues($0, entity) }) else { return }
        let reason =
            parts.isEmpty
            ? "has one partition for all items"
            : "has few partitions (\(parts.map { "'\($0.attribute)'" }.joined(separator: ", ")) has few values)"
        collector.warning(
            "hot-partition",
            """
            '\(pattern.name)' of \(entity.typeName) \(reason), and one takes 1,000 writes a second at most: begin the partition key \
            with more, or spread it with '\\(shard: …, of: 10)'.
            """, at: pattern.location)
    }

    private static func hasFewValues(_ part: KeyPlaceholderModel, _ entity: EntityModel) -> Bool {
        switch part.encoding {
        case .bool: true
        case .date(let unit): unit != nil
        case .text, .native, .raw: entity.attribute(part.attribute)?.type.finiteTexts.map { $0.count < 100 } ?? false
        case .integer, .decimal, .uuid, .ulid, .custom, .shard, .number: false
        }
    }

    private static func checkSize(
        _ keys: [KeyAttributePatternModel], _ limit: Int, _ side: String, _ pattern: AccessPatternModel,
        _ entity: EntityModel, into collector: inout DiagnosticCollector
    ) {
        for key in keys {
            guard let template = key.template, let size = greatestSize(of: template, entity), size > limit else {
                continue
            }
            collector.warning(
                "key-size",
                """
                The \(side) key of '\(pattern.name)' of \(entity.typeName) can take \(size) bytes, and DynamoDB allows \(limit): \
                lower the '.length' of its parts.
                """, at: pattern.location)
        }
    }

    /// The bytes of the longest text; nil where no length is declared. A character takes four bytes at most, as a rule.
    private static func greatestSize(of template: KeyTemplateModel, _ entity: EntityModel) -> Int? {
        var size = 0
        for segment in template.segments {
            switch segment {
            case .text(let text): size += text.utf8.count
            case .part(let part):
                if let width = part.encoding.width {
                    size += width
                } else if let values = entity.attribute(part.attribute)?.type.finiteTexts {
                    size += values.map { $0.utf8.count * 3 }.max() ?? 0
                } else if let length = entity.attribute(part.attribute)?.length?.maximum {
                    let (bytes, overflow) = length.multipliedReportingOverflow(by: 4)
                    let (sum, isTooLong) = size.addingReportingOverflow(bytes)
                    size = overflow || isTooLong ? Int.max : sum
                    if size == Int.max { return size }
                } else {
                    return nil
                }
            }
        }
        return size
    }

    /// DynamoDB refuses an empty key.
    private static func checkEmptyText(
        _ pattern: AccessPatternModel, of entity: EntityModel, isLocal: Bool, into collector: inout DiagnosticCollector
    ) {
        for key in (isLocal ? [] : pattern.partition) + pattern.sort {
            guard let template = key.template, !template.segments.isEmpty else { continue }
            let canBeEmpty = template.segments.allSatisfy { segment in
                guard case .part(let part) = segment, case .text = part.encoding,
                    let attribute = entity.attribute(part.attribute), attribute.type == .string
                else { return false }
                return (attribute.length?.minimum ?? 0) == 0
            }
            guard canBeEmpty, let part = template.parts.first else { continue }
            collector.warning(
                "key-empty",
                """
                '\(key.keyAttribute)' of \(entity.typeName) is empty when '\(part.attribute)' is, and DynamoDB refuses such an item: \
                add '.length(1...)' to '\(part.attribute)', or text to the key.
                """, at: part.location)
        }
    }

    private static func checkRandomOrder(
        _ pattern: AccessPatternModel, of entity: EntityModel, into collector: inout DiagnosticCollector
    ) {
        guard let part = pattern.sortParts.first, let attribute = entity.attribute(part.attribute),
            attribute.type == .uuid, attribute.role == .generated
        else { return }
        collector.note(
            "random-order",
            """
            '\(pattern.name)' of \(entity.typeName) is sorted by '\(attribute.name)', a random UUID: items come in no order; an \
            'Attribute<ULID>(.generated)' sorts by time.
            """, at: part.location)
    }

    /// An index entry whose key changes is deleted and written again.
    private static func checkMovingKey(
        _ pattern: AccessPatternModel, of entity: EntityModel, into collector: inout DiagnosticCollector
    ) {
        guard pattern.index != nil else { return }
        for part in pattern.parts {
            guard let attribute = entity.attribute(part.attribute),
                [.updatedAt, .counter, .version].contains(attribute.role)
            else { continue }
            collector.note(
                "moving-key",
                """
                '\(attribute.name)' changes with every write, so '\(pattern.name)' of \(entity.typeName) costs two index writes each \
                time.
                """, at: part.location)
        }
    }
}

extension KeyPlaceholderEncoding {
    /// The greatest number of bytes that it writes, where that does not depend on the value.
    fileprivate var width: Int? {
        switch self {
        case .text, .custom, .native, .raw, .number: nil
        case .integer(let width, let isSigned): width + (isSigned ? 1 : 0)
        case .decimal(let width, let scale): width + scale + 2
        case .bool: 5
        case .date(let unit):
            switch unit {
            case .year: 4
            case .month: 7
            case .week: 8
            case .day: 10
            case .hour: 13
            case nil: 24
            }
        case .uuid: 36
        case .ulid: 26
        case .shard(let count, _): count.shardDigits
        }
    }
}
