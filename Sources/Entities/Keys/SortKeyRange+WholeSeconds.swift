extension SortKeyRange<Date> {
    /// The range of whole seconds that holds the same ones: for attributes that are stored in seconds, whose bounds would be rounded
    /// down otherwise.
    public var inWholeSeconds: SortKeyRange<Date> {
        func up(_ date: Date) -> Date { Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.up)) }
        return SortKeyRange(
            lower: lower.map { includesLower ? up($0) : $0.roundedDownToSeconds },
            upper: upper.map { includesUpper ? $0.roundedDownToSeconds : up($0) },
            includesLower: includesLower, includesUpper: includesUpper)
    }
}
