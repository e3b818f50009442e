import Entities

extension TableSettings {
    func describe(in description: inout TableDescription, at now: Date, isAnswer: Bool) {
        description.billingMode = billingMode
        description.lastOnDemandDate = lastOnDemandDate
        description.throughputHistory = throughputHistory.description(at: now)
        description.onDemandThroughput = onDemandThroughput
        description.warmThroughput = warm.description
        description.warmThroughputStatus = isGoingOn(warmUntil, at: now, isAnswer) ? .updating : .active
        description.encryption = encryption.map { encryption in
            TableDescription.Encryption(
                status: isGoingOn(encryption.until, at: now, isAnswer) ? "UPDATING" : "ENABLED", type: "KMS",
                keyARN: encryption.keyARN)
        }
        description.tableClass = tableClass
        description.tableClassDate = tableClassDate
        description.deletionProtection = deletionProtection
    }
}

extension IndexSettings {
    func describe(in description: inout TableDescription.Index, at now: Date, isAnswer: Bool) {
        description.description.throughput = throughput
        description.throughputHistory = throughputHistory.description(at: now)
        description.description.onDemandThroughput = onDemandThroughput
        guard isWarmSet else { return }
        description.description.warmThroughput = warm.description
        description.warmThroughputStatus = isGoingOn(warmUntil, at: now, isAnswer) ? .updating : .active
    }
}

/// Whether something that ends then is still going on; an answer to a change says so of what ends at once.
private func isGoingOn(_ end: Date?, at now: Date, _ isAnswer: Bool) -> Bool {
    guard let end else { return false }
    return isAnswer ? end >= now : end > now
}
