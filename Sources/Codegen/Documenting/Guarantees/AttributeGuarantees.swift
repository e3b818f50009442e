// What the options of single attributes promise.

extension GuaranteeSource {
    static let unique = GuaranteeSource { entity, _ in
        entity.attributes.compactMap { attribute in
            guard let uniqueness = attribute.uniqueness else { return nil }
            let scope = uniqueness.scope.map { "`\($0)`" }.joined(separator: " and ")
            let within = scope.isEmpty ? "No two" : "Within one \(scope), no two"
            return Guarantee(
                "Unique `\(attribute.name)`",
                """
                \(within) have the same. An item of its own, \(Markdown.code(KeyNotation.text(uniqueness.template))), claims the \
                value, in the transaction that creates, changes or deletes the record.
                """)
        }
    }

    static let version = GuaranteeSource { entity, _ in
        entity.attributes.filter { $0.role == .version }.map {
            Guarantee(
                "Optimistic locking by `\($0.name)`",
                """
                Every update counts up. One that is made from a record that was read fails if somebody else was faster, with the \
                record as it is now.
                """)
        }
    }

    /// Numbers that additions do not take out of their range.
    static let floors = GuaranteeSource { entity, _ in
        entity.attributes.compactMap { attribute in
            guard let range = attribute.range, attribute.isUpdatable, attribute.type.dynamoDBType == .number else {
                return nil
            }
            return Guarantee(
                "`\(attribute.name)` stays within \(range.text)",
                entity.history == nil
                    ? "`add` and `subtract` carry the condition, so that concurrent ones cannot leave the range."
                    : "A record that would leave the range is not written.")
        }
    }

    static let expiry = GuaranteeSource { entity, schema in
        let claims = entity.attributes.contains { $0.uniqueness != nil } ? " and that of its unique values" : ""
        return entity.attributes.filter { $0.role == .timeToLive && schema.table.timeToLiveAttribute == $0.storedName }
            .map {
                Guarantee(
                    "Expiry at `\($0.name)`",
                    """
                    From then on no read shows the record, unless it is told `.includingExpired()`, and `create` takes its place\(claims). \
                    DynamoDB deletes it within a few days.
                    """)
            }
    }

    /// What is set once.
    static let immutable = GuaranteeSource { entity, _ in
        let names = entity.attributes.filter { $0.isReadOnly && !$0.isPrimaryKeyPart }.map { "`\($0.name)`" }
        if names.isEmpty { return [] }
        return [Guarantee("Never changed", "\(names.joined(separator: ", ")): set when the record is created.")]
    }

    static let derived = GuaranteeSource { entity, _ in
        entity.derivedAttributes.map { attribute in
            let sources = (attribute.computedFrom ?? []).map { "`\($0)`" }.joined(separator: ", ")
            return Guarantee(
                "`\(attribute.name)` follows from \(sources)",
                "Whatever sets one of them sets it as well, with every index key that it is part of.")
        }
    }
}
