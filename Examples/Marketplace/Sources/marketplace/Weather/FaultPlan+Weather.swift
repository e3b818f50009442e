import Entities

extension FaultPlan {
    /// What a bad day has in store for every operation: throttling, conflicts, answers that are lost before or after the request is
    /// carried out, batches that come back half done.
    /// - Parameter probability: how likely something goes wrong with a request, up to 0.5.
    static func weather(_ probability: Double, seed: UInt64) throws(FaultPlanError) -> FaultPlan {
        let shares: [(Fault, Double)] = [
            (.throttle(.throttling), 0.2), (.throttle(.provisionedThroughput), 0.1), (.internalServerError, 0.1),
            (.transactionConflict(), 0.2), (.connectionLost(isCarriedOut: true), 0.2),
            (.connectionLost(isCarriedOut: false), 0.1), (.timeOut(isCarriedOut: true), 0.1),
            (.cutBatch(share: 0.5), 0.5),
        ]
        return try FaultPlan(
            shares.map { FaultRule($0.0, probability: $0.1 * probability) }, seed: seed)
    }
}
