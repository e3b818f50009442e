import EntityMacrosLite

/// Keys and conditions for people to read, much as definitions write them.
enum KeyNotation {
    /// `TENANT#{tenantID}#SLUG#{slug}`
    static func text(_ template: KeyTemplateModel) -> String { text(template.segments) }

    /// - Parameter bound: What the values are in a range: `from`, `to`.
    static func text(_ segments: some Sequence<KeySegment>, bound: String? = nil) -> String {
        segments.map { segment in
            switch segment {
            case .text(let text): text
            case .part(let part): self.part(part, bound: bound)
            }
        }.joined()
    }

    /// `{tenantID}`, `{placedAt, .day}`
    ///
    /// - Parameter bound: What the value is in a range: `from`, `to`.
    static func part(_ part: KeyPlaceholderModel, bound: String? = nil) -> String {
        let name = bound.map { "\(part.parameter) \($0)" } ?? part.parameter
        return switch part.encoding {
        case .text(lowercased: true): "{\(name), .lowercased}"
        case .date(let unit?): "{\(name), .\(unit.rawValue)}"
        case .decimal(let width, let scale): "{\(name), width: \(width), scale: \(scale)}"
        case .shard(let count, _): "{\(name) of \(count)}"
        case .integer, .text(lowercased: false), .bool, .date(unit: nil), .uuid, .ulid, .custom, .native, .raw, .number:
            "{\(name)}"
        }
    }

    /// The partition keys of a counter's items.
    static func text(_ counter: ShardedCounterModel) -> String {
        "\(text(counter.template))#{shard of \(counter.shards)}"
    }

    /// What a key attribute holds: a text, or an attribute itself.
    static func text(_ key: KeyAttributePatternModel) -> String {
        switch key {
        case .text(_, let template): text(template)
        case .native(_, let part), .number(_, let part): self.part(part)
        }
    }

    /// `status == "published"`
    static func text(_ condition: IndexConditionModel) -> String { text(condition, isInner: false) }

    private static func text(_ condition: IndexConditionModel, isInner: Bool) -> String {
        switch condition {
        case .equals(let name, let value): return "\(name) == \(value)"
        case .isPresent(let name): return "\(name).isPresent"
        case .not(.equals(let name, let value)): return "\(name) != \(value)"
        case .not(let inner): return "!\(text(inner, isInner: true))"
        case .all(let inner): return joined(inner, " && ", isInner)
        case .any(let inner): return joined(inner, " || ", isInner)
        }
    }

    private static func joined(_ conditions: [IndexConditionModel], _ operation: String, _ isInner: Bool) -> String {
        let text = conditions.map { self.text($0, isInner: true) }.joined(separator: operation)
        return isInner ? "(\(text))" : text
    }
}
