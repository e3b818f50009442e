extension QueryPlan {
    /// DynamoDB's limit of segments of a scan.
    private static let mostSegments = 1_000_000

    /// Reads one of so many segments of the table; a query has none.
    mutating func cut(_ number: Int, of count: Int) {
        read.cut(Read.Segment(number: number, count: count))
    }

    /// - Throws: `invalidRequest` for a segment that cannot be.
    func checkSegment() throws(DynamoDBError) {
        guard let segment = read.segment else { return }
        let (number, count) = (segment.number, segment.count)
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
