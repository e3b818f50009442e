/// What a server has to know before it lets a request in.
extension InMemoryDynamoDB {
    /// Whether a value of the header `X-Amz-Target` names an operation.
    public static func isOperation(target: String) -> Bool {
        WireOperation.all[target] != nil
    }

    /// How many tables there are.
    public var tableCount: Int { engine.tableNames.count }
}
