extension QueryPlan {
    /// DynamoDB's limit of segments of a scan.
    private static let mostSegments = 1_000_000

    /// Reads one of so many segments of the table; a query has none.
    mutating func cut(_ number: Int, of count: Int) {
        guard case .scan(var request) = read else { return }
        request.segment = number
        request.totalSegments = count
        read = .scan(request)
    }

    /// - Throws: `invalidRequest` for a segment that cannot be.
    func checkSegment() throws(DynamoDBError) {
        guard case .scan(let request) = read, let number = request.segment, let count = request.totalSegments else {
            return
        }
        let problem: String
        if !(1...Self.mostSegments).contains(count) {
            problem = "a table is read in 1 to \(Self.mostSegments) segments, not in \(count)"
        } else if !(0..<count).contains(number) {
            problem = "there is no segment \(number) of \(count): they are numbered from 0 to \(count - 1)"
        } else {
            return
        }
        throw DynamoDBError(.invalidRequest, problem).at(operationName, table: table.name, origin: origin)
    }
}
