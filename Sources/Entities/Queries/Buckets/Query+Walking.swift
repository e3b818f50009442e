extension Query {
    /// The same in all buckets that a span touches, one after the other; called by generated code.
    public func walking(
        _ span: DateSpan, _ unit: DateBucket, of keyName: String, between prefix: KeyText, _ suffix: KeyText
    ) -> Self {
        var copy = self
        copy.plan = plan.walking(span, unit, of: keyName, between: prefix, suffix)
        return copy
    }

    /// Only the items whose date is in a span; called by generated code, where the sort key does not tell it.
    public func cut<Field: AttributeField>(_ span: DateSpan, by field: Field) -> Self where Field.Value == Date {
        var copy = self
        copy.plan.filter(field.isIn(span))
        return copy
    }
}

extension LookupQuery {
    /// The same in all buckets that a span touches, one after the other; called by generated code.
    public func walking(
        _ span: DateSpan, _ unit: DateBucket, of keyName: String, between prefix: KeyText, _ suffix: KeyText
    ) -> Self {
        Self(plan: plan.walking(span, unit, of: keyName, between: prefix, suffix), isShared: isShared)
    }

    /// Only the entries whose date, which the index holds, is in a span; called by generated code, where the sort key does not tell it.
    public func cut<Field: AttributeField>(_ span: DateSpan, by field: Field) -> Self where Field.Value == Date {
        var plan = plan
        plan.filter(field.isIn(span))
        return Self(plan: plan, isShared: isShared)
    }
}

extension AttributeField where Value == Date {
    /// Whether the date is in a span.
    public func isIn(_ span: DateSpan) -> Condition {
        .and(self >= span.start, span.includesEnd ? self <= span.end : self < span.end)
    }
}
