/// What takes part in a row: ours, or a peer.
package struct Work {
    /// What a round measures, when it should last so many seconds: seconds per operation, or the figure itself where the row's unit is none of time.
    package let measure: (_ seconds: Double) async throws -> Double
    package var allocations: () async throws -> AllocationCount? = { nil }
    /// Whether it runs in a process of its own, with `--without-peers` not at all.
    package var isElsewhere = false

    package init(_ measure: @escaping (_ seconds: Double) async throws -> Double) { self.measure = measure }

    /// Something that is done again and again.
    package static func repeated(_ once: @escaping (_ number: Int) async throws -> Void) -> Work {
        repeated(Repetition { numbers in for number in numbers { try await once(number) } })
    }

    /// Something that is done again and again, and waits for nothing.
    package static func called(_ once: @escaping (_ number: Int) throws -> Void) -> Work {
        repeated(Repetition { numbers in for number in numbers { try once(number) } })
    }

    private static func repeated(_ repetition: Repetition) -> Work {
        var work = Work { try await repetition.round(lasting: $0) }
        work.allocations = { try await repetition.allocations() }
        return work
    }

    /// What another process measures of itself.
    package static func asked(_ worker: Worker, _ name: String) -> Work {
        var work = Work { try worker.secondsPerOperation(of: name, lasting: $0) }
        work.isElsewhere = true
        return work
    }
}
