import Entities

/// What the service asks of the capacity of tables and indexes.
enum CapacityRules {
    /// The warm throughput that everything paid for on demand starts with.
    static let initialReads = 12_000
    static let initialWrites = 4000
    private static let maximum = 1_000_000_000_000

    static func isInBounds(_ throughput: ProvisionedThroughput) -> Bool {
        throughput.read <= maximum && throughput.write <= maximum
    }

    static func checkBounds(_ throughput: ProvisionedThroughput?, of index: String? = nil) throws(DynamoDBError) {
        guard let throughput else { return }
        for (value, name) in [(throughput.read, "ReadCapacityUnits"), (throughput.write, "WriteCapacityUnits")]
        where value > maximum {
            throw .invalid("Given value \(value) for \(name) is out of bounds\(index.map { " for index \($0)" } ?? "")")
        }
    }

    /// - Parameter allowsRemoval: whether -1 takes a limit away.
    static func check(
        _ throughput: OnDemandThroughput?, isOnDemand: Bool, of index: String?, allowsRemoval: Bool = false
    ) throws(DynamoDBError) {
        guard let throughput else { return }
        for (value, name) in [
            (throughput.maxReads, "MaxReadRequestUnits"), (throughput.maxWrites, "MaxWriteRequestUnits"),
        ] {
            guard let value else { continue }
            guard isOnDemand else {
                throw .invalidParameter(
                    index.map {
                        "\(name) for OnDemandThroughput for index: \($0) cannot be specified when table BillingMode is "
                            + "PROVISIONED."
                    } ?? "\(name) for OnDemandThroughput cannot be specified when table BillingMode is PROVISIONED.")
            }
            guard value >= 1 || (allowsRemoval && value == -1) else {
                throw .invalidParameter(
                    "Requested \(name) for OnDemandThroughput for \(index.map { "index : \($0)" } ?? "table") is outside of "
                        + "valid range")
            }
        }
    }

    /// Checks the warm throughput that a table or an index is to start with.
    static func checkInitial(
        _ warm: WarmThroughput?, _ throughput: ProvisionedThroughput?, isOnDemand: Bool, of index: String?
    ) throws(DynamoDBError) {
        let place = index.map { "index \($0)" } ?? "table"
        for (value, name, minimum, capacity) in [
            (warm?.reads, "ReadUnitsPerSecond", throughput?.read ?? initialReads, "ReadCapacityUnits"),
            (warm?.writes, "WriteUnitsPerSecond", throughput?.write ?? initialWrites, "WriteCapacityUnits"),
        ] {
            guard let value, value < minimum else { continue }
            throw .invalidParameter(
                "Requested \(name) for WarmThroughput for \(place) is lower than "
                    + (isOnDemand
                        ? "initial throughput for OnDemand. See: https://docs.aws.amazon.com/amazondynamodb/latest/"
                            + "developerguide/warm-throughput.html"
                        : "\(capacity) of ProvisionedThroughput"))
        }
    }

    /// Warm throughput is never lowered.
    static func checkRaise(
        _ warm: WarmThroughput?, from current: WarmLevel, of index: String?
    ) throws(DynamoDBError) {
        for (value, name, minimum) in [
            (warm?.reads, "ReadUnitsPerSecond", current.reads), (warm?.writes, "WriteUnitsPerSecond", current.writes),
        ] {
            guard let value, value < minimum else { continue }
            throw .invalidParameter(
                "Requested \(name) for WarmThroughput for \(index.map { "index \($0)" } ?? "table") is lower than current "
                    + "WarmThroughput, decreasing WarmThroughput is not supported")
        }
    }

    static func unchanged(
        _ throughput: ProvisionedThroughput, requested: ProvisionedThroughput, of place: String
    ) -> DynamoDBError {
        .invalid(
            "The provisioned throughput for the \(place) will not change. The requested value equals the current value. "
                + "Current ReadCapacityUnits provisioned for the \(place): \(throughput.read). "
                + "Requested ReadCapacityUnits: \(requested.read). "
                + "Current WriteCapacityUnits provisioned for the \(place): \(throughput.write). "
                + "Requested WriteCapacityUnits: \(requested.write). "
                + "Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.")
    }
}

/// The units per second that a table or an index can take at once.
struct WarmLevel {
    private(set) var reads: Int
    private(set) var writes: Int

    init(_ throughput: ProvisionedThroughput?) {
        reads = throughput?.read ?? CapacityRules.initialReads
        writes = throughput?.write ?? CapacityRules.initialWrites
    }

    mutating func raise(reads: Int?, writes: Int?) {
        self.reads = max(self.reads, reads ?? 0)
        self.writes = max(self.writes, writes ?? 0)
    }

    var description: WarmThroughput { WarmThroughput(reads: reads, writes: writes) }
}
