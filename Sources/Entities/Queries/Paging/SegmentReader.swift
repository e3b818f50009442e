/// Reads the segments of a scan at the same time, and gives out their pages as they come. A segment has one page in flight or
/// waiting to be taken, so memory holds no more pages than there are segments, and the one that was taken.
struct SegmentReader<Element: Sendable>: PageSource {
    private typealias Arrival = (segment: Int, page: Result<FetchedPage<Element>, DynamoDBError>)

    private let segments: [Paging<Element>]
    private let db: Database
    private let limit: Int?
    /// The request of each segment that is not at its end. They are cancelled when the reader is dropped.
    private var inFlight: [Int: OwnedTask<Void>] = [:]
    private var isStarted = false
    private var arrivals: AsyncStream<Arrival>.Iterator
    private let arrival: AsyncStream<Arrival>.Continuation

    init(_ segments: [Paging<Element>], on db: Database, limit: Int?) {
        self.segments = segments
        self.db = db
        self.limit = limit
        let (stream, continuation) = AsyncStream.makeStream(of: Arrival.self)
        arrivals = stream.makeAsyncIterator()
        arrival = continuation
    }

    mutating func next() async throws(DynamoDBError) -> FetchedPage<Element>? {
        if !isStarted {
            isStarted = true
            for segment in segments.indices { read(segment, from: nil) }
        }
        if inFlight.isEmpty { return nil }
        guard !Task.isCancelled, let (segment, result) = await arrivals.next(isolation: #isolation) else {
            inFlight = [:]
            throw .cancelled
        }
        switch result {
        case .success(let page):
            inFlight[segment] = nil
            if let next = page.next { read(segment, from: next) }
            return page
        case .failure(let error):
            inFlight = [:]
            throw error
        }
    }

    private mutating func read(_ segment: Int, from start: PageStart?) {
        let (paging, db, limit, arrival) = (segments[segment], db, limit, arrival)
        inFlight[segment] = OwnedTask { () throws(DynamoDBError) in
            do throws(DynamoDBError) {
                arrival.yield((segment, .success(try await paging.read(on: db, limit: limit, from: start))))
            } catch {
                arrival.yield((segment, .failure(error)))
            }
        }
    }
}
