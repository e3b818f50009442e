import Entities

// Conditions of the time before expressions, each with the service's checks in its order.
extension WireObject {
    /// The comparisons of `KeyConditions`, `QueryFilter` or `ScanFilter`, in the order of the attributes' names.
    func legacyComparisons(_ name: String) throws(DynamoDBError) -> [LegacyComparison]? {
        guard let attributes = try object(name, at: "") else { return nil }
        var comparisons: [LegacyComparison] = []
        for attribute in attributes.names {
            guard let condition = try attributes.object(attribute, at: "\(name).\(attribute).member.") else { continue }
            let values = try condition.values("AttributeValueList") ?? []
            let comparator: LegacyOperator? = try condition.option("ComparisonOperator")
            comparisons.append(
                try LegacyComparison(attribute, try condition.require("ComparisonOperator", comparator), values))
        }
        return comparisons
    }

    /// `QueryFilter` or `ScanFilter` as a condition.
    func legacyFilter(_ name: String) throws(DynamoDBError) -> Condition? {
        guard let comparisons = try legacyComparisons(name) else { return nil }
        return try combined(comparisons)
    }

    /// `Expected` as a condition.
    func expected() throws(DynamoDBError) -> Condition? {
        guard let attributes = try object("Expected", at: "") else { return nil }
        var comparisons: [LegacyComparison] = []
        for attribute in attributes.names {
            guard let expectation = try attributes.object(attribute, at: "expected.\(attribute).member.") else {
                continue
            }
            comparisons.append(try expectation.expectation(of: attribute))
        }
        return try combined(comparisons)
    }

    /// `ConditionalOperator` between all of them; AND where there is none.
    private func combined(_ comparisons: [LegacyComparison]) throws(DynamoDBError) -> Condition? {
        let isAny = try option("ConditionalOperator", ConditionalOperator.self) == .or
        guard let first = comparisons.first?.condition else { return nil }
        return comparisons.dropFirst().reduce(first) { isAny ? .or($0, $1.condition) : .and($0, $1.condition) }
    }

    /// One attribute of `Expected`: `Value` and `Exists`, or a comparison with `Value` or `AttributeValueList`.
    private func expectation(of attribute: String) throws(DynamoDBError) -> LegacyComparison {
        let exists = try bool("Exists")
        let comparator: LegacyOperator? = try option("ComparisonOperator")
        let (hasValue, hasList) = (has("Value"), has("AttributeValueList"))
        if hasValue, hasList {
            throw .invalidParameter(
                "Value and AttributeValueList cannot be used together for Attribute: \(attribute)")
        }
        guard let comparator else {
            if hasList {
                throw .invalidParameter(
                    "AttributeValueList can only be used with a ComparisonOperator for Attribute: \(attribute)")
            }
            if exists == false {
                guard !hasValue else {
                    throw .invalidParameter("Value cannot be used when Exists is false for Attribute: \(attribute)")
                }
                return try LegacyComparison(attribute, .notExists, [])
            }
            guard let value = try value("Value") else {
                throw .invalidParameter(
                    "Value must be provided when Exists is \(exists == nil ? "null" : "true") for Attribute: \(attribute)"
                )
            }
            return try LegacyComparison(attribute, .equal, [value])
        }
        if exists != nil {
            throw .invalidParameter(
                "Exists and ComparisonOperator cannot be used together for Attribute: \(attribute)")
        }
        if !hasValue, !hasList, comparator.argumentCount != 0...0 {
            throw .invalidParameter(
                "Value or AttributeValueList must be used with ComparisonOperator: \(comparator.rawValue) "
                    + "for Attribute: \(attribute)")
        }
        if let value = try value("Value") { return try LegacyComparison(attribute, comparator, [value]) }
        return try LegacyComparison(attribute, comparator, try values("AttributeValueList") ?? [])
    }
}

/// How several comparisons are combined.
private enum ConditionalOperator: String, CaseIterable {
    case or = "OR"
    case and = "AND"
}
