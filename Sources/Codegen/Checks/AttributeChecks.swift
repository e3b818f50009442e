import EntityMacrosLite

import struct Foundation.Decimal

/// That an attribute's options agree with its type and with each other.
enum AttributeChecks {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        let owners =
            schema.entities.map { ($0.typeName, $0.attributes) } + schema.maps.map { ($0.typeName, $0.attributes) }
        for (owner, attributes) in owners {
            for attribute in attributes { check(attribute, of: owner, into: &collector) }
        }
        for entity in schema.entities {
            checkRoles(of: entity, into: &collector)
            checkPadding(of: entity, schema.keyFormat, into: &collector)
            checkUniqueness(of: entity, schema.table, into: &collector)
        }
    }

    private static func check(
        _ attribute: AttributeModel, of owner: String, into collector: inout DiagnosticCollector
    ) {
        func error(_ code: String, _ message: String) {
            collector.error(code, "'\(attribute.name)' of \(owner) " + message, at: attribute.location)
        }
        if let choice = attribute.type.choice {
            if choice.cases.isEmpty {
                error("choice-empty", "has no values: list them, as in 'Attribute<Choice>(\"draft\", \"published\")'.")
            }
            if attribute.isOptional,
                let name = choice.cases.map(\.name).first(where: { ["none", "some"].contains($0) })
            {
                error(
                    "choice-name",
                    """
                    is optional, and has the case '.\(name)', which Swift takes for Optional's: make it required, or use an enum \
                    of your own.
                    """)
            }
        }
        if let length = attribute.length {
            if (length.minimum ?? 0) < 0 || (length.maximum ?? 0) < 0 {
                error("length", "has a negative length: give 0 or more.")
            }
            if case .set = attribute.type, length.minimum ?? 0 > 0, !attribute.isOptional {
                error(
                    "length",
                    """
                    has to have elements, but a set that is left out starts empty: make it optional, or take the lower bound away.
                    """)
            }
        }
        if let typical = attribute.typicalLength, typical < 1 || !(attribute.length?.allows(typical) ?? true) {
            error(
                "length", "is typically \(typical) long, which is none of its lengths: give one that a value can have.")
        }
        guard let value = attribute.defaultValue else { return }
        switch (attribute.type, value) {
        case (.choice(let choice), .string(let text)):
            if !choice.cases.contains(where: { $0.rawValue == text }) {
                let known = choice.cases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
                error("default-value", "has the default \"\(text)\", which is none of its values (\(known)).")
            }
        case (.string, .string(let text)):
            if let length = attribute.length, !length.allows(text.count) {
                error(
                    "default-value",
                    "has the default \"\(text)\", whose length is \(text.count), and not \(length.text).")
            }
        case (_, .integer(let digits)), (_, .number(let digits)):
            guard let number = Decimal(string: digits), !number.isNaN else {
                error("default-value", "has the default \(digits), which DynamoDB cannot store.")
                break
            }
            if let range = attribute.range, !range.allows(number) {
                error("default-value", "has the default \(digits), which is not in its range \(range.text).")
            }
        case (_, .enumCase(let name)):
            if !attribute.type.hasCase(name) {
                error(
                    "default-value",
                    "has a default that calls itself '\(name)', so that generated code cannot name it: use '.computed'."
                )
            }
        default: break
        }
    }

    private static func checkPadding(
        of entity: EntityModel, _ format: KeyFormatName, into collector: inout DiagnosticCollector
    ) {
        for attribute in entity.attributes {
            guard let padding = attribute.padding else { continue }
            if !format.isElectroDB {
                collector.error(
                    "padding",
                    """
                    '\(attribute.name)' of \(entity.typeName) is .padded, which only the key format .electroDB knows: take it away; native \
                    keys write numbers with a fixed width, and with another where the key says so, '\\(\(attribute.name), width: 6)'.
                    """, at: attribute.location)
            } else if padding.length < 1 || padding.fill.isEmpty {
                collector.error(
                    "padding",
                    """
                    '\(attribute.name)' of \(entity.typeName) is padded to \(padding.length) with "\(padding.fill)": give a length from 1 and \
                    a text that is not empty.
                    """, at: attribute.location)
            }
        }
    }

    private static func checkRoles(of entity: EntityModel, into collector: inout DiagnosticCollector) {
        for role in [AttributeRole.version, .timeToLive, .tenant, .createdAt, .updatedAt] {
            let holders = entity.attributes.filter { $0.role == role }
            for extra in holders.dropFirst() {
                collector.error(
                    "attribute-role-repeated",
                    "\(entity.typeName) has .\(role.rawValue) on '\(holders[0].name)' and on '\(extra.name)': choose one.",
                    at: extra.location)
            }
        }
    }

    private static func checkUniqueness(
        of entity: EntityModel, _ table: TableModel, into collector: inout DiagnosticCollector
    ) {
        for attribute in entity.attributes {
            guard let uniqueness = attribute.uniqueness else { continue }
            for name in uniqueness.scope where entity.attribute(name)?.isOptional ?? false {
                collector.error(
                    "unique-scope-optional",
                    """
                    '\(attribute.name)' of \(entity.typeName) is unique within '\(name)', which is optional: make that required, \
                    or two items without it could share a value.
                    """, at: attribute.location)
            }
            if uniqueness.scope.contains(attribute.name) {
                collector.error(
                    "unique-scope-unknown",
                    "'\(attribute.name)' of \(entity.typeName) is unique within itself: name another attribute, or use '.unique'.",
                    at: attribute.location)
            }
            if Set(uniqueness.scope).count != uniqueness.scope.count {
                collector.error(
                    "unique-scope-unknown",
                    "'\(attribute.name)' of \(entity.typeName) is unique within the same attribute twice: take one away.",
                    at: attribute.location)
            }
            if [.counter, .version, .updatedAt].contains(attribute.role) {
                collector.error(
                    "unique-type",
                    "'\(attribute.name)' of \(entity.typeName) changes with every write, so it cannot be unique.",
                    at: attribute.location)
            }
            if let key = (table.partition + table.sort).first(where: \.isNative) {
                collector.error(
                    "unique-table",
                    """
                    '\(attribute.name)' of \(entity.typeName) cannot be unique: its values are claimed by items of their own, and \
                    '\(key.name)' of the table '\(table.name)' has no room for their keys: declare the table's keys with \
                    'partitionKey:' and 'sortKey:'.
                    """, at: attribute.location)
            }
        }
    }
}

extension LengthModel {
    func allows(_ length: Int) -> Bool { length >= minimum ?? 0 && length <= maximum ?? .max }

    /// As it was written: `1...200`.
    var text: String { "\(minimum.map(String.init) ?? "")...\(maximum.map(String.init) ?? "")" }
}

extension NumberRangeModel {
    func allows(_ number: Decimal) -> Bool {
        if let minimum = minimum.flatMap({ Decimal(string: $0.description) }), number < minimum { return false }
        if let maximum = maximum.flatMap({ Decimal(string: $0.description) }), number > maximum { return false }
        return true
    }

    /// As it was written: `0...5`.
    var text: String { "\(minimum?.description ?? "")...\(maximum?.description ?? "")" }
}

extension AttributeTypeModel {
    /// Whether a case's name, as reflection tells it, is one that generated code can use. An enum that describes itself hides it.
    func hasCase(_ name: String) -> Bool {
        let prefix = swiftName(owner: "") + "."
        return name.hasPrefix(prefix) && SwiftName.isIdentifier(String(name.dropFirst(prefix.count)))
    }
}
