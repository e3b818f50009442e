import Entities

/// What a table is set to, as far as its items do not depend on it. Changed while the table is locked.
struct TableSettings {
    var billingMode: BillingMode
    var deletionProtection: Bool
    /// The attribute with the time of expiry, while that is turned on.
    var timeToLiveAttribute: String?
    var pointInTimeRecovery = false

    init(_ request: CreateTableRequest) {
        billingMode = request.billingMode
        deletionProtection = request.deletionProtection
    }
}
