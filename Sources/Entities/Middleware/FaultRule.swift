/// Which requests a fault happens to.
///
/// ```swift
/// FaultRule(.throttle(), operations: ["PutItem"], tables: ["tbl"], requests: 3...3)      // the third PutItem on tbl
/// FaultRule(.internalServerError, probability: 0.01)                                    // one in a hundred of everything
/// ```
public struct FaultRule: Hashable, Sendable {
    public var fault: Fault
    /// Names of operations as on the wire, `PutItem`; empty for all that the fault can happen to.
    public var operations: Set<String>
    /// Names of tables; empty for all. A batch or transaction matches if one of its tables does.
    public var tables: Set<String>
    /// Which of the requests that match, counted from 1.
    public var requests: ClosedRange<Int>
    /// How likely the fault happens to each of them, from 0 to 1. Which ones it is depends on the plan's seed and on their number only.
    public var probability: Double

    public init(
        _ fault: Fault, operations: Set<String> = [], tables: Set<String> = [],
        requests: ClosedRange<Int> = 1...Int.max, probability: Double = 1
    ) {
        self.fault = fault
        self.operations = operations
        self.tables = tables
        self.requests = requests
        self.probability = probability
    }

    /// Whether a request is one of those that are counted.
    func matches(_ request: DynamoDBRequest) -> Bool {
        guard concerns(operation: request.operationName), fault.canHappen(to: request) else { return false }
        return tables.isEmpty || request.tableNames.contains { tables.contains($0) }
    }

    /// Whether requests of an operation may be counted.
    func concerns(operation: String) -> Bool {
        operations.isEmpty ? fault.operations?.contains(operation) ?? true : operations.contains(operation)
    }

    /// Why the rule makes no sense, or can never do what it says; `nil` if it is fine.
    var problem: String? {
        if let problem = fault.problem { return problem }
        if let unknown = operations.subtracting(DynamoDBRequest.operationNames).min() {
            return "there is no operation \(unknown)"
        }
        if let possible = fault.operations, let other = operations.subtracting(possible).min() {
            return "\(fault.name) cannot happen to \(other), only to \(possible.sorted().joined(separator: ", "))"
        }
        if requests.lowerBound < 1 { return "requests are counted from 1" }
        if !(0...1).contains(probability) { return "a probability is from 0 to 1, not \(probability)" }
        return nil
    }
}
