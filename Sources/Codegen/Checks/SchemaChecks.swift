import EntityMacrosLite

/// All checks of a schema, as pure functions of it.
public enum SchemaChecks {
    /// Everything that is wrong with a schema. Warnings are only worth reading once nothing is: see ``advice(for:)``.
    public static func diagnostics(for schema: ServiceSchema) -> [Diagnostic] {
        var collector = DiagnosticCollector()
        TableChecks.check(schema, into: &collector)
        NameChecks.check(schema, into: &collector)
        AttributeChecks.check(schema, into: &collector)
        CounterChecks.check(schema, into: &collector)
        StoredNameChecks.check(schema, into: &collector)
        TimeToLiveChecks.check(schema, into: &collector)
        ReservationChecks.check(schema, into: &collector)
        DerivedChecks.check(schema, into: &collector)
        StateChecks.check(schema, into: &collector)
        LeaseChecks.check(schema, into: &collector)
        StoredFormChecks.check(schema, into: &collector)
        MapChecks.check(schema, into: &collector)
        KeyChecks.check(schema, into: &collector)
        ConditionChecks.check(schema, into: &collector)
        IndexKeyChecks.check(schema, into: &collector)
        TenancyChecks.check(schema, into: &collector)
        HistoryChecks.check(schema, into: &collector)
        OverlapChecks.check(schema, into: &collector)
        CollectionChecks.check(schema, into: &collector)
        return Diagnostic.sorted(collector.diagnostics)
    }

    /// What is legal and will be regretted: hot partitions, keys that can grow too long, indexes that nothing uses.
    public static func advice(for schema: ServiceSchema) -> [Diagnostic] {
        var collector = DiagnosticCollector()
        KeyAdvice.check(schema, into: &collector)
        IndexAdvice.check(schema, into: &collector)
        OnceAdvice.check(schema, into: &collector)
        ElectroDBAdvice.check(schema, into: &collector)
        return Diagnostic.sorted(collector.diagnostics)
    }
}
