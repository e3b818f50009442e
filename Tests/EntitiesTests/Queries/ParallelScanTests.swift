import Testing

@testable import Entities

@Suite("Scans of several segments at a time", .timeLimit(.minutes(1)))
struct ParallelScanTests {
    /// Answers each segment with its own number, in two pages.
    private func segments(_ request: DynamoDBRequest) -> DynamoDBResponse {
        guard case .scan(let scan) = request, let segment = scan.segment else { return .scan(.empty) }
        let id = "\(segment).\(scan.exclusiveStartKey == nil ? 0 : 1)"
        let item = try? EncodedItem(Note(.init(noteID: id)))
        return .scan(
            PageOutput(
                items: scan.select == .count ? [] : [item].compactMap { $0 }, count: 1, scannedCount: 1,
                lastEvaluatedKey: scan.exclusiveStartKey == nil ? ["pk": "T#t", "sk": .string(id)] : nil))
    }

    private func dynamoDB(answers count: Int) -> ScriptedDynamoDB {
        ScriptedDynamoDB(answers: Array(repeating: .by(segments), count: count))
    }

    @Test("Every segment is read to its end", arguments: [1, 2, 7])
    func all(count: Int) async throws {
        let scan = Note.scan().parallel(segments: count)
        let expected = Set((0..<count).flatMap { ["\($0).0", "\($0).1"] })
        let all = try await scan.all(on: dynamoDB(answers: 2 * count).database)
        #expect(all.count == 2 * count)
        #expect(Set(all.map(\.noteID)) == expected)
        #expect(try await scan.count(on: dynamoDB(answers: 2 * count).database) == 2 * count)
        var streamed: [String] = []
        for try await note in scan.stream(pageSize: 3, on: dynamoDB(answers: 2 * count).database) {
            streamed.append(note.noteID)
        }
        #expect(streamed.count == 2 * count)
        #expect(Set(streamed) == expected)
    }

    @Test("The segments ask at the same time, each for one page")
    func concurrency() async throws {
        let gate = GatedDynamoDB(dynamoDB(answers: 6), free: 0)
        var arrivals = gate.arrivals.makeAsyncIterator()
        async let first = Note.scan().parallel(segments: 3).stream(on: gate.database).first { _ in true }
        var numbers: Set<Int> = []
        for _ in 0..<3 { numbers.insert(try #require(await arrivals.next())) }
        #expect(numbers == [0, 1, 2])
        gate.open(1)
        #expect(try await first != nil)
        // The stream is dropped: what is in flight is cancelled, the next page of the segment that answered among it.
        var cancellations = gate.cancellations.makeAsyncIterator()
        var cancelled: Set<Int> = []
        for _ in 0..<2 { cancelled.insert(try #require(await cancellations.next())) }
        #expect(cancelled.count == 2)
    }

    @Test("An error ends all segments", arguments: ["all", "count", "stream"])
    func errors(function: String) async throws {
        let failing = ScriptedDynamoDB(.error(DynamoDBError(.provisionedThroughputExceeded, "slow down")))
        let gate = GatedDynamoDB(failing, free: 0)
        let scan = Note.scan().parallel(segments: 3)
        async let thrown = failure {
            switch function {
            case "all": _ = try await scan.all(on: gate.database)
            case "count": _ = try await scan.count(on: gate.database)
            default: for try await _ in scan.stream(on: gate.database) {}
            }
        }
        var arrivals = gate.arrivals.makeAsyncIterator()
        for _ in 0..<3 { _ = await arrivals.next() }
        gate.open(2)
        #expect(try await thrown.code == .provisionedThroughputExceeded)
        var cancellations = gate.cancellations.makeAsyncIterator()
        var cancelled: Set<Int> = []
        for _ in 0..<2 { cancelled.insert(try #require(await cancellations.next())) }
        #expect(cancelled == [0, 1])
    }

    @Test("A cancelled task ends all segments")
    func cancellation() async throws {
        let gate = GatedDynamoDB(dynamoDB(answers: 6), free: 0)
        let stream = Note.scan().parallel(segments: 2).stream(on: gate.database)
        let task = Task { try await failure { for try await _ in stream {} } }
        var arrivals = gate.arrivals.makeAsyncIterator()
        for _ in 0..<2 { _ = await arrivals.next() }
        task.cancel()
        #expect(try await task.value.code == .cancelled)
        var cancellations = gate.cancellations.makeAsyncIterator()
        for _ in 0..<2 { #expect(await cancellations.next() != nil) }
    }

    @Test(
        "Segments that cannot be are refused, and nothing is sent",
        arguments: [
            (0, 0, "a table is read in 1 to 1000000 segments, not in 0"),
            (0, 1_000_001, "a table is read in 1 to 1000000 segments, not in 1000001"),
            (0, -1, "a table is read in 1 to 1000000 segments, not in -1"),
            (4, 4, "there is no segment 4 of 4: they are numbered from 0 to 3"),
            (-1, 4, "there is no segment -1 of 4: they are numbered from 0 to 3"),
        ])
    func nonsense(number: Int, count: Int, message: String) async throws {
        let dynamoDB = ScriptedDynamoDB()
        let db = dynamoDB.database
        let scan = Note.scan().segment(number, of: count)
        var errors = [
            try await failure { try await scan.all(on: db) }, try await failure { try await scan.count(on: db) },
            try await failure { try await scan.page(on: db) },
            try await failure { for try await _ in scan.stream(on: db) {} },
        ]
        if number == 0 {
            let parallel = Note.scan().parallel(segments: count)
            errors.append(try await failure { try await parallel.all(on: db) })
            errors.append(try await failure { try await parallel.count(on: db) })
            errors.append(try await failure { for try await _ in parallel.stream(on: db) {} })
        }
        for error in errors {
            #expect(error.code == .invalidRequest)
            #expect(error.message == message)
            #expect(error.operation == "Scan")
        }
        #expect(dynamoDB.requests.isEmpty)
    }

    @Test("A segment is not cut again")
    func segmentOfSegment() async throws {
        let error = try await failure {
            try await Note.scan().segment(0, of: 2).parallel(segments: 2).all(on: ScriptedDynamoDB().database)
        }
        #expect(error.code == .invalidRequest)
    }
}

extension PageOutput<EncodedItem> {
    fileprivate static var empty: Self { Self(items: [], count: 0, scannedCount: 0, lastEvaluatedKey: nil) }
}
