import Entities
import MarketplaceModel

/// What happened while everybody traded.
struct Tally {
    /// What became of an activity.
    struct Count {
        var done = 0
        var refused = 0
        /// Given up: the database failed again and again, or with something that nobody expects.
        var failed = 0
        var duration = Duration.zero
    }

    var counts: [Activity: Count] = [:]
    var refusals: [Refusal: Int] = [:]
    /// What no actor expects of the database.
    var surprises: [String] = []
    /// What was promised: each of these has to be there, once.
    var created: [Kind: Int] = [:]
    /// What may or may not be there: nobody knows.
    var unknown: [Kind: Int] = [:]

    static func += (tally: inout Tally, other: Tally) {
        tally.counts.merge(other.counts) { left, right in
            Count(
                done: left.done + right.done, refused: left.refused + right.refused,
                failed: left.failed + right.failed, duration: left.duration + right.duration)
        }
        tally.refusals.merge(other.refusals, uniquingKeysWith: +)
        tally.surprises += other.surprises
        tally.created.merge(other.created, uniquingKeysWith: +)
        tally.unknown.merge(other.unknown, uniquingKeysWith: +)
    }
}
