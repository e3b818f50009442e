import Entities

/// What a table is set to, as far as its items do not depend on it. Changed while the table is locked.
struct TableSettings {
    var billingMode: BillingMode
    /// When the table last became one that is paid for on demand.
    var lastOnDemandDate: Date?
    var throughputHistory = ThroughputHistory()
    var onDemandThroughput: OnDemandThroughput?
    var warm: WarmLevel
    /// Until when the warm throughput is being raised.
    var warmUntil: Date?
    var encryption: EncryptionSetting?
    /// `nil` until it is set.
    var tableClass: TableClass?
    var tableClassDate: Date?
    var deletionProtection: Bool
    var tags: [String: String]
    /// Kept for whoever asks; the engine lets everybody in.
    var resourcePolicy: String?
    /// The attribute with the time of expiry, while that is turned on.
    var timeToLiveAttribute: String?
    /// `nil` while it is turned off.
    var pointInTimeRecovery: PointInTimeRecovery?

    init(_ request: CreateTableRequest, encryption: EncryptionSetting?, at date: Date) {
        self.encryption = encryption
        billingMode = request.billingMode
        if request.billingMode == .onDemand { lastOnDemandDate = date }
        onDemandThroughput = request.onDemandThroughput
        warm = WarmLevel(request.billingMode.provisioned)
        warm.raise(reads: request.warmThroughput?.reads, writes: request.warmThroughput?.writes)
        tableClass = request.tableClass
        deletionProtection = request.deletionProtection
        tags = request.tags
        resourcePolicy = request.resourcePolicy
    }
}

/// What an index is set to.
struct IndexSettings {
    /// Global indexes of provisioned tables only.
    var throughput: ProvisionedThroughput?
    var throughputHistory = ThroughputHistory()
    var onDemandThroughput: OnDemandThroughput?
    var warm: WarmLevel
    /// Whether anybody has ever asked for a warm throughput.
    var isWarmSet: Bool
    /// Until when the warm throughput is being raised.
    var warmUntil: Date?

    /// - Parameter billingMode: of the table.
    init(_ index: IndexDescription, billingMode: BillingMode) {
        throughput = index.isLocal ? nil : billingMode.provisioned.map { index.throughput ?? $0 }
        onDemandThroughput = index.onDemandThroughput
        warm = WarmLevel(throughput)
        warm.raise(reads: index.warmThroughput?.reads, writes: index.warmThroughput?.writes)
        isWarmSet = index.warmThroughput != nil
    }
}

/// When capacity was changed.
struct ThroughputHistory {
    private(set) var lastIncrease: Date?
    private(set) var lastDecrease: Date?
    private var decreases = 0

    /// Notes when a change is asked for, and again when it is done.
    mutating func note(from old: ProvisionedThroughput?, to new: ProvisionedThroughput?, at date: Date, isDone: Bool) {
        guard let old else { return }
        let (read, write) = (new?.read ?? 0, new?.write ?? 0)
        if read > old.read || write > old.write {
            lastIncrease = date
        }
        if read < old.read || write < old.write {
            if isDone { decreases = decreasesToday(at: date) + 1 }
            lastDecrease = date
        }
    }

    /// Days begin at midnight UTC.
    private func decreasesToday(at date: Date) -> Int {
        guard let lastDecrease else { return 0 }
        func day(_ date: Date) -> Double { (date.timeIntervalSince1970 / 86_400).rounded(.down) }
        return day(lastDecrease) == day(date) ? decreases : 0
    }

    func description(at date: Date) -> TableDescription.ThroughputHistory {
        var history = TableDescription.ThroughputHistory()
        history.lastIncrease = lastIncrease
        history.lastDecrease = lastDecrease
        history.decreasesToday = decreasesToday(at: date)
        return history
    }
}

/// Encryption with a key of the key management service.
struct EncryptionSetting {
    var keyARN: String
    /// Until when items are encrypted anew.
    var until: Date?
}

/// Point-in-time recovery that is turned on. There are no backups: the engine keeps nothing but the present.
struct PointInTimeRecovery {
    var since: Date
    var days: Int
}
