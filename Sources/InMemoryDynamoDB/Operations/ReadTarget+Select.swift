import Entities

extension ReadTarget {
    /// Checks `select` against the other parameters.
    static func check(
        _ select: Select?, projection: [AttributePath]?, indexName: String?, isQuery: Bool
    ) throws(DynamoDBError) {
        switch select {
        case .specificAttributes where projection == nil:
            // Query counts this among the errors of form.
            throw .invalid(
                (isQuery ? "1 validation error detected: " : "")
                    + "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES"
            )
        case .count where projection != nil:
            throw .invalid("Cannot specify the ProjectionExpression when choosing to get only the Count")
        case .allAttributes where projection != nil, .allProjectedAttributes where projection != nil:
            throw .invalid(
                "Cannot specify the ProjectionExpression when choosing to get \(select?.rawValue ?? "")")
        case .allProjectedAttributes where indexName == nil:
            throw .invalid("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName")
        default: break
        }
    }
}
