/// Reads the pages of a request one after the other, and if told so some of them ahead.
struct PageReader<Element: Sendable>: Sendable {
    let paging: Paging<Element>
    let db: Database
    private let limit: Int?
    private let prefetch: Int
    private var state: State
    /// The pages that come next, in order. Their tasks are cancelled when the reader is dropped.
    private var ahead: [PrefetchedPage<Element>] = []

    private enum State {
        case atCursor(Cursor?)
        case after(EncodedItem?)
        case done
    }

    init(_ paging: Paging<Element>, on db: Database, limit: Int? = nil, from cursor: Cursor? = nil, prefetch: Int = 0) {
        self.paging = paging
        self.db = db
        self.limit = limit
        self.prefetch = prefetch
        state = .atCursor(cursor)
    }

    /// The next page; `nil` after the last one, and after an error.
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
            guard prefetch >= 0 else {
                throw DynamoDBError(.invalidRequest, "no less than no page can be read ahead, not \(prefetch)")
                    .at(paging.plan.operationName, table: paging.plan.table.name, origin: paging.plan.origin)
            }
            return try await paging.read(on: db, limit: limit, from: paging.start(at: cursor, on: db))
        case .after(let start):
            guard let first = ahead.first else { return try await paging.read(on: db, limit: limit, from: start) }
            try DynamoDBError.checkCancellation()
            // It stays in the array until it is there: dropped, it would be cancelled.
            let page = try await first.page()
            ahead.removeFirst()
            return page
        }
    }

    private mutating func readAhead(after start: EncodedItem) {
        state = .after(start)
        while ahead.count < prefetch {
            ahead.append(PrefetchedPage(of: paging, on: db, limit: limit, after: ahead.last, or: start))
        }
    }
}
