import EntityMacrosLite

import struct Foundation.Decimal

/// That values which are not stored, read or shown as they are given stay findable, and that patterns can be matched.
enum StoredFormChecks {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        for entity in schema.entities {
            for attribute in entity.attributes {
                check(attribute, of: entity.typeName, into: &collector)
                guard attribute.isPresented || attribute.isHidden else { continue }
                guard let use = use(of: attribute.name, in: entity) else { continue }
                collector.error(
                    attribute.isHidden ? "hidden-key" : "presented-key",
                    """
                    '\(attribute.name)' of \(entity.typeName) is \(use), and records \
                    \(attribute.isHidden ? "that were read do not have it" : "show another value"): take \
                    \(attribute.isHidden ? ".hidden" : ".presented") away.
                    """, at: attribute.location)
            }
        }
        for map in schema.maps {
            for attribute in map.attributes { check(attribute, of: map.typeName, into: &collector) }
        }
    }

    /// What an entity needs the attribute for, of which records have to have the value that is stored.
    private static func use(of name: String, in entity: EntityModel) -> String? {
        if entity.accessPatterns.contains(where: { $0.parts.contains { $0.attribute == name } }) {
            return "part of a key"
        }
        if entity.accessPatterns.contains(where: { $0.condition?.attributes.contains(name) ?? false }) {
            return "what an index's condition is about"
        }
        let claims = entity.attributes.filter {
            $0.uniqueness != nil && ($0.name == name || $0.uniqueness?.scope.contains(name) == true)
        }
        return claims.isEmpty ? nil : "what a unique value is claimed by"
    }

    private static func check(
        _ attribute: AttributeModel, of owner: String, into collector: inout DiagnosticCollector
    ) {
        func error(_ code: String, _ message: String) {
            collector.error(code, "'\(attribute.name)' of \(owner) " + message, at: attribute.location)
        }
        if attribute.normalizedForm != nil, !attribute.type.hasValueForm || attribute.role != .plain {
            error(
                "normalized-type",
                """
                cannot be normalized: only single values that a draft or an update gives are, and dates and maps have a form of \
                their own.
                """)
        }
        if attribute.isHidden, attribute.type.coding != nil || attribute.role != .plain {
            error("hidden-type", "cannot be hidden: only values that a draft gives are, in the form of their type.")
        }
        if attribute.isPresented, [.version, .timeToLive].contains(attribute.role) {
            error(
                "presented-role", "cannot be presented: the library reads .\(attribute.role.rawValue) as it is stored.")
        }
        if attribute.isBackfilled, attribute.isOptional {
            error("backfilled-default", "is optional, so that an item without it has no value: take .backfilled away.")
        } else if attribute.isBackfilled, !attribute.hasBackfill {
            error(
                "backfilled-default",
                "is .backfilled without a value for items that do not have it: give a '.default' as well.")
        }
        for pattern in [attribute.pattern, attribute.elementRules?.pattern].compactMap({ $0 }) {
            do {
                _ = try Regex(pattern)
            } catch let problem {
                error("pattern", "has the pattern \(pattern), which is no regular expression: \(problem).")
            }
        }
        if let start = attribute.counterStart.flatMap({ Decimal(string: $0.description) }), let range = attribute.range,
            !range.allows(start)
        {
            error("default-value", "starts at \(start), which is not in its range \(range.text).")
        }
    }
}

extension AttributeTypeModel {
    /// Whether it is one value, in the form of its type.
    fileprivate var hasValueForm: Bool {
        switch self {
        case .list, .set, .dictionary, .map, .any, .date: false
        default: true
        }
    }
}

extension AttributeModel {
    /// Whether there is a value for an item that was stored before there was the attribute.
    fileprivate var hasBackfill: Bool {
        switch type {
        case .list, .dictionary: true
        default: defaultValue != nil || role == .counter
        }
    }
}
