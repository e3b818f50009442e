extension Database {
    /// Writes what each element of a sequence leads to, in batches: any number of writes, with as much memory as a few batches take.
    ///
    /// ```swift
    /// try await db.batchWrite(from: Follower.of(authorID: "ada").stream(on: db), concurrency: 8) { follower in
    ///     [FeedEntry.put(.init(readerID: follower.readerID, articleID: article.articleID))]
    /// }
    /// ```
    /// The sequence is read as fast as the batches are written, and not faster. Not atomic. Writes of one key are done in the order of the
    /// sequence, others in any. When the sequence, `writes` or `progress` throws, what was taken before is still written.
    /// - Parameters:
    ///   - concurrency: how many requests are on their way at a time.
    ///   - progress: is told whenever more is done.
    ///   - writes: `put` and `delete` without conditions, of any entities.
    /// - Returns: all that was done.
    /// - Throws: `DynamoDBError`, with what was taken and is not done for all that is known in `unprocessedWrites`, which
    ///   `batchWrite` takes; and what the closures and the sequence throw.
    @discardableResult
    public func batchWrite<Source: AsyncSequence>(
        from source: Source, concurrency: Int = 4, progress: (BatchProgress) async throws -> Void = { _ in },
        _ writes: (Source.Element) async throws -> [any BatchWrite]
    ) async throws -> BatchProgress {
        let result: Result<BatchProgress, any Error> = await withTaskGroup(of: FanOut.Sent.self) { group in
            do {
                return .success(try await write(from: source, concurrency, progress, writes, &group))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private func write<Source: AsyncSequence>(
        from source: Source, _ concurrency: Int, _ progress: (BatchProgress) async throws -> Void,
        _ writes: (Source.Element) async throws -> [any BatchWrite], _ group: inout TaskGroup<FanOut.Sent>
    ) async throws -> BatchProgress {
        var fanOut = try FanOut(on: self, concurrency: concurrency)
        var reported = BatchProgress()
        do {
            for try await element in source {
                try await fanOut.add(try await writes(element), &group)
                let current = fanOut.progress
                if current == reported { continue }
                reported = current
                try await progress(current)
            }
            try await fanOut.finish(&group)
        } catch {
            // What was taken before the sequence ended is written all the same.
            if fanOut.failure == nil { try? await fanOut.finish(&group) }
            if let failure = fanOut.failure { throw await fanOut.abandon(failure, &group) }
            throw error
        }
        if fanOut.progress != reported { try await progress(fanOut.progress) }
        return fanOut.progress
    }
}
