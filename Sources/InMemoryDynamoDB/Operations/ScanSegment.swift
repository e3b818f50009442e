import Entities

/// The part of a table that one of several scans reads.
struct ScanSegment {
    let number: Int
    let total: Int

    /// Both parameters are given, or neither.
    init?(_ number: Int?, of total: Int?) throws(DynamoDBError) {
        guard number != nil || total != nil else { return nil }
        guard let total else {
            throw .invalid(
                "The TotalSegments parameter is required but was not present in the request when Segment parameter is "
                    + "present")
        }
        guard let number else {
            throw .invalid(
                "The Segment parameter is required but was not present in the request when parameter TotalSegments is "
                    + "present")
        }
        guard number < total else {
            throw .invalid(
                "The Segment parameter is zero-based and must be less than parameter TotalSegments: "
                    + "Segment: \(number) is not less than TotalSegments: \(total)")
        }
        self.number = number
        self.total = total
    }

    /// The hashes of the partitions that belong to it: as good as equal parts, in order.
    var hashes: ClosedRange<UInt64> {
        func start(_ number: Int) -> UInt128 { (UInt128(number) << 64) / UInt128(total) }
        return UInt64(start(number))...UInt64(start(number + 1) - 1)
    }

    /// A page goes on in the segment in which it ended.
    func check(_ start: ItemKey) throws(DynamoDBError) {
        guard !hashes.contains(start.partitionHash) else { return }
        throw .invalid(
            "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with "
                + "correct Segment. TotalSegments: \(total) Segment: \(number)")
    }
}
