/// A request that takes a lease, which work can be done under: ``AcquireLease`` or ``LeaseByKey``.
public protocol LeaseRequest<Record>: Sendable {
    associatedtype Record: LeasedEntity
    /// For how long the lease is taken, and renewed.
    var duration: Duration { get }
    /// The record with the lease.
    func run(on db: Database) async throws -> Record
}

extension AcquireLease: LeaseRequest {
    public var duration: Duration { terms.duration }
}

extension LeaseByKey: LeaseRequest {
    public typealias Record = E
    public var duration: Duration { terms.duration }
}
