/// Sends elements in batches, several at a time, and sends again what comes back, until nothing is left or something fails.
struct BatchRun<Element: Hashable & Sendable, Output: Sendable> {
    /// What came of one batch.
    struct Answer: Sendable {
        var outputs: [Output] = []
        /// Those of the batch that have to be sent again.
        var unprocessed: [Element]
    }

    /// What came of all.
    struct Done: Sendable {
        var outputs: [Output] = []
        /// What is not done, or not for all that is known; empty without an error.
        var rest: [Element] = []
        var error: DynamoDBError?
    }

    private let batchSize: Int
    private let concurrency: Int
    private let backoff: Backoff

    /// - Throws: `invalidRequest` for a concurrency below 1.
    init(origin: RequestOrigin, batchSize: Int, concurrency: Int, backoff: Backoff) throws(DynamoDBError) {
        try DynamoDBError.check(concurrency: concurrency, origin)
        self.batchSize = batchSize
        self.concurrency = concurrency
        self.backoff = backoff
    }

    /// Sends the elements in lanes, each of which sends one batch after the other. The first error ends all of them.
    func send(
        _ elements: [Element], _ send: @escaping @Sendable ([Element]) async throws(DynamoDBError) -> Answer
    ) async -> Done {
        var done = await lanes(elements, send)
        if let error = done.error, error.code == .unprocessed {
            done.error?.message = "\(done.rest.count) items are not done, since \(error.message)"
        }
        return done
    }

    private func lanes(
        _ elements: [Element], _ send: @escaping @Sendable ([Element]) async throws(DynamoDBError) -> Answer
    ) async -> Done {
        let lanes = lanes(of: elements)
        guard lanes.count > 1 else { return await lane(elements, send) }
        return await withTaskGroup { group in
            for (number, elements) in lanes.enumerated() {
                group.addTask { (number, await self.lane(elements, send)) }
            }
            var done = Done()
            var rests = [[Element]](repeating: [], count: lanes.count)
            for await (number, lane) in group {
                done.outputs += lane.outputs
                rests[number] = lane.rest
                if let error = lane.error, done.error == nil {
                    done.error = error
                    group.cancelAll()
                }
            }
            done.rest = rests.flatMap { $0 }
            return done
        }
    }

    /// The elements in as many parts as there are requests at a time, each of whole batches but for the last.
    private func lanes(of elements: [Element]) -> [[Element]] {
        let batches = (elements.count + batchSize - 1) / batchSize
        let count = max(1, min(concurrency, batches))
        var rest = elements[...]
        return (0..<count).map { lane in
            let share = (batches / count + (lane < batches % count ? 1 : 0)) * batchSize
            defer { rest = rest.dropFirst(share) }
            return Array(rest.prefix(share))
        }
    }

    private func lane(
        _ elements: [Element], _ send: @Sendable ([Element]) async throws(DynamoDBError) -> Answer
    ) async -> Done {
        var done = Done()
        var queue = BatchQueue(elements, batchSize: batchSize)
        while let batch = queue.next() {
            let answer: Answer
            do throws(DynamoDBError) {
                try DynamoDBError.checkCancellation()
                answer = try await send(batch)
            } catch {
                queue.putBack(batch)
                done.error = error
                break
            }
            done.outputs += answer.outputs
            do throws(DynamoDBError) {
                try await queue.putBack(answer.unprocessed, of: batch, backoff)
            } catch {
                done.error = error
                break
            }
        }
        done.rest = queue.left
        return done
    }
}
