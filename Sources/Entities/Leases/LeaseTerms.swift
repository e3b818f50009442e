/// What somebody wants of a lease: how they are called, and for how long. The time and the acquisition's name are taken when it is built, so
/// that the same request is the same acquisition.
struct LeaseTerms: Hashable, Sendable {
    let owner: String
    let duration: Duration
    let date: Date
    let until: Date
    let acquisition: ULID

    init(_ owner: String, _ duration: Duration) {
        self.owner = owner
        self.duration = duration
        date = Generators.current.now()
        until = date.adding(duration)
        acquisition = Generators.current.ulid()
    }

    /// The lease that somebody has with these terms.
    /// - Throws: `invalidRequest` for one that would be over when it begins.
    func lease(after former: Lease?) throws(DynamoDBError) -> Lease {
        try Self.check(duration)
        let (token, isTooLarge) = (former?.token ?? 0).addingReportingOverflow(1)
        guard !isTooLarge else { throw DynamoDBError(.invalidRequest, "nothing was sent: the lease has no token left") }
        return Lease(owner: owner, until: until, token: token, acquisition: acquisition)
    }

    static func check(_ duration: Duration) throws(DynamoDBError) {
        guard duration >= .milliseconds(1) else {
            throw DynamoDBError(
                .invalidRequest, "nothing was sent: a lease lasts a millisecond or more, and not \(duration)")
        }
    }
}
