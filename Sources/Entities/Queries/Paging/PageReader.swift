/// Reads the pages of a request one after the other, and if told so some of them ahead.
struct PageReader<Element: Sendable>: PageSource, Sendable {
    let paging: Paging<Element>
    let db: Database
    private let limit: Int?
    private let prefetch: Int
    private var state: State
    /// The pages that come next, in order; `nil` behind the last one. They are cancelled when the reader is dropped.
    private var ahead: [OwnedTask<FetchedPage<Element>?>] = []

    /// What is read ahead is kept, up to 1 MB a page.
    private static var mostAhead: Int { 100 }

    private enum State {
        case atCursor(Cursor?)
        case after(PageStart)
        case done
    }

    init(_ paging: Paging<Element>, on db: Database, limit: Int? = nil, from cursor: Cursor? = nil, prefetch: Int = 0) {
        self.paging = paging
        self.db = db
        self.limit = limit
        self.prefetch = prefetch
        state = .atCursor(cursor)
    }

    mutating func next() async throws(DynamoDBError) -> FetchedPage<Element>? {
        do throws(DynamoDBError) {
            guard let page = try await fetch() else { return nil }
            if let next = page.next { readAhead(after: next) } else { state = .done }
            return page
        } catch {
            state = .done
            ahead = []
            throw error
        }
    }

    private mutating func fetch() async throws(DynamoDBError) -> FetchedPage<Element>? {
        switch state {
        case .done: return nil
        case .atCursor(let cursor):
            guard (0...Self.mostAhead).contains(prefetch) else {
                throw DynamoDBError(.invalidRequest, "0 to \(Self.mostAhead) pages can be read ahead, not \(prefetch)")
                    .at(paging.plan.operationName, table: paging.plan.table.name, origin: paging.plan.origin)
            }
            return try await paging.read(on: db, limit: limit, from: paging.start(at: cursor, on: db))
        case .after(let start):
            guard let first = ahead.first else { return try await paging.read(on: db, limit: limit, from: start) }
            try DynamoDBError.checkCancellation()
            // It stays in the array until it is there: dropped, it would be cancelled.
            let page = try await first.value()
            ahead.removeFirst()
            return page
        }
    }

    private mutating func readAhead(after start: PageStart) {
        state = .after(start)
        while ahead.count < prefetch {
            // One page has to be there before the next one can be asked for.
            let previous = ahead.last?.task
            ahead.append(
                OwnedTask { [paging, db, limit] () throws(DynamoDBError) in
                    var start: PageStart? = start
                    if let previous { start = try await previous.value.get()?.next }
                    guard let start else { return nil }
                    return try await paging.read(on: db, limit: limit, from: start)
                })
        }
    }
}
