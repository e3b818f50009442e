import Testing

@testable import Entities

@Suite("Reading pages ahead", .timeLimit(.minutes(1)))
struct PrefetchTests {
    private let query = Note.due(tenantID: "t")

    /// Pages of one note each.
    private func dynamoDB(pages ids: String...) throws -> ScriptedDynamoDB {
        ScriptedDynamoDB(
            answers: try ids.enumerated().map { index, id in
                try QueryTests.page(
                    [Note(.init(noteID: id))],
                    next: index + 1 < ids.count
                        ? ["pk": "T#t", "sk": .string(id), "gsi1pk": "T#t", "gsi1sk": "x"] : nil)
            })
    }

    @Test("All items come in order, however many pages are read ahead", arguments: 0...6)
    func order(prefetch: Int) async throws {
        let dynamoDB = try dynamoDB(pages: "a", "b", "c", "d")
        var seen = ""
        for try await note in query.stream(pageSize: 1, prefetch: prefetch, on: dynamoDB.database) {
            seen += note.noteID
        }
        #expect(seen == "abcd")
        #expect(dynamoDB.requests.count == 4)
    }

    @Test("The next page is read while the caller works on the present one")
    func overlap() async throws {
        let gate = GatedDynamoDB(try dynamoDB(pages: "a", "b"), free: 1)
        var arrivals = gate.arrivals.makeAsyncIterator()
        var seen = ""
        for try await note in query.stream(prefetch: 1, on: gate.database) {
            seen += note.noteID
            // Held, since the caller has not come for it: without prefetch it would not come before the loop goes on.
            if seen == "a" { gate.open(try #require(await arrivals.next())) }
        }
        #expect(seen == "ab")
    }

    @Test("No more pages are read ahead than it says")
    func bound() async throws {
        let gate = GatedDynamoDB(try dynamoDB(pages: "a", "b", "c", "d"), free: 1)
        var arrivals = gate.arrivals.makeAsyncIterator()
        var iterator = query.stream(prefetch: 2, on: gate.database).makeAsyncIterator()
        _ = try await iterator.next()
        for number in 1...2 {
            #expect(await arrivals.next() == number)
            gate.open(number)
        }
        // The fourth page is only asked for when the second has been taken.
        #expect(try await iterator.next()?.noteID == "b")
        #expect(await arrivals.next() == 3)
    }

    @Test("Leaving the loop cancels what is being read ahead")
    func leaving() async throws {
        let gate = GatedDynamoDB(try dynamoDB(pages: "a", "b"), free: 1)
        var arrivals = gate.arrivals.makeAsyncIterator()
        for try await _ in query.stream(prefetch: 1, on: gate.database) {
            _ = await arrivals.next()
            break
        }
        var cancellations = gate.cancellations.makeAsyncIterator()
        #expect(await cancellations.next() == 1)
    }

    @Test("Cancelling the task cancels the request that it waits for", arguments: 0...2)
    func cancellation(prefetch: Int) async throws {
        let gate = GatedDynamoDB(try dynamoDB(pages: "a", "b"), free: 1)
        let stream = query.stream(prefetch: prefetch, on: gate.database)
        let task = Task {
            var seen = ""
            do {
                for try await note in stream { seen += note.noteID }
            } catch {
                return (seen, (error as? DynamoDBError)?.code)
            }
            return (seen, nil)
        }
        var arrivals = gate.arrivals.makeAsyncIterator()
        _ = await arrivals.next()
        task.cancel()
        let (seen, code) = await task.value
        #expect(seen == "a")
        #expect(code == .cancelled)
        var cancellations = gate.cancellations.makeAsyncIterator()
        #expect(await cancellations.next() == 1)
    }

    @Test("An error comes after the items before it, and ends the stream", arguments: 0...3)
    func errors(prefetch: Int) async throws {
        let next: EncodedItem = ["pk": "T#t", "sk": "x"]
        let dynamoDB = ScriptedDynamoDB(
            try QueryTests.page([Note(.init(noteID: "a"))], next: next),
            try QueryTests.page([Note(.init(noteID: "b"))], next: next),
            .error(DynamoDBError(.internalServerError, "broken")), try QueryTests.page([Note(.init(noteID: "c"))]))
        var iterator = query.stream(prefetch: prefetch, on: dynamoDB.database).makeAsyncIterator()
        #expect(try await iterator.next()?.noteID == "a")
        #expect(try await iterator.next()?.noteID == "b")
        do {
            _ = try await iterator.next()
            Issue.record("the error is lost")
        } catch {
            #expect((error as? DynamoDBError)?.code == .internalServerError)
        }
        #expect(try await iterator.next() == nil)
        // Without the page before, the last one cannot be asked for.
        #expect(dynamoDB.requests.count == 3)
    }

    @Test("Pages carry the cursor that goes on behind them", arguments: 0...1)
    func pages(prefetch: Int) async throws {
        let dynamoDB = try dynamoDB(pages: "a", "b", "c")
        var cursors: [Cursor?] = []
        for try await page in query.pages(limit: 1, prefetch: prefetch, on: dynamoDB.database) {
            #expect(page.items.count == 1)
            cursors.append(page.cursor)
        }
        #expect(cursors.count == 3)
        #expect(cursors.last == .some(nil))
        let rest = try self.dynamoDB(pages: "c")
        for try await page in query.pages(from: cursors[1], prefetch: prefetch, on: rest.database) {
            #expect(page.items.map(\.noteID) == ["c"])
        }
        guard case .query(let request) = try #require(rest.requests.first) else { return }
        #expect(request.exclusiveStartKey == ["pk": "T#t", "sk": "b", "gsi1pk": "T#t", "gsi1sk": "x"])
    }

    @Test("Nonsense is refused when the first page is asked for, and nothing is sent")
    func nonsense() async throws {
        let dynamoDB = ScriptedDynamoDB()
        for stream in [
            query.stream(prefetch: -1, on: dynamoDB.database), query.stream(prefetch: 101, on: dynamoDB.database),
            query.stream(pageSize: 0, on: dynamoDB.database),
        ] {
            let error = try await failure { for try await _ in stream {} }
            #expect(error.code == .invalidRequest)
            #expect(error.tableName == "notes")
        }
        let error = try await failure {
            for try await _ in query.pages(from: Cursor("x"), on: dynamoDB.database) {}
        }
        #expect(error.code == .invalidCursor)
        #expect(error.origin == RequestOrigin(entity: "Note", accessPattern: "due"))
        #expect(dynamoDB.requests.isEmpty)
    }
}
