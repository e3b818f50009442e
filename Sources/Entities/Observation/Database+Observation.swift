extension Database {
    /// The same database, with observers that are told of every operation.
    ///
    /// ```swift
    /// let meter = CapacityMeter()
    /// let db = db.observed(by: meter)
    /// ```
    /// - Parameters:
    ///   - measuring: what the service is asked about consumed capacity.
    ///   - clock: what durations are measured with.
    public func observed(
        by observers: any OperationObserver..., measuring: ReturnConsumedCapacity = .indexes,
        clock: some Clock<Duration> = ContinuousClock()
    ) -> Database {
        func observe(_ executor: some DynamoDBExecutor) -> Database {
            Database(
                ObservedExecutor(executor, observers: observers, measuring: measuring, clock: clock), tablesOf: self)
        }
        return observe(executor)
    }
}
