import Entities
import Foundation
import GeneratedModel
import TestExecutors
import Testing

@Suite("Queries over time buckets")
struct BucketQueryTests {
    /// 2026-12-20T00:00:00Z, a Sunday, so that weeks, months and years change behind it.
    private static let start = Date(timeIntervalSince1970: 1_797_724_800)
    private static let hour = 3600.0
    private static let day = 24 * hour

    /// Visits over 30 days, none on every fifth; some at midnight to the millisecond, some at the last millisecond of a day.
    private static let visits: [PageView] = (0..<120).compactMap { number in
        let (day, part) = (number / 4, number % 4)
        guard day % 5 != 3 else { return nil }
        let time = [0, 9 * hour, 17 * hour + 0.5, 24 * hour - 0.001][part]
        return Generators.$current.withValue(.fixed(now: start, seed: UInt64(number))) {
            PageView(
                PageView.Draft(
                    page: "home", at: start.addingTimeInterval(Double(day) * Self.day + time),
                    seconds: number * 7 % 5))
        }
    }

    private static func database(_ executor: TestExecutor = .standard) async throws -> Database {
        let db = try executor.database(Spread.table)
        try await db.createTables()
        _ = try await db.batchWrite(visits.map { PageView.put($0) })
        return db
    }

    private static func date(_ days: Double) -> Date { start.addingTimeInterval(days * day).roundedToMilliseconds }

    private static func holds(_ span: DateSpan, _ date: Date) -> Bool {
        date >= span.start && (span.includesEnd ? date <= span.end : date < span.end)
    }

    private static func week(_ date: Date) -> Int {
        // Weeks since the Monday 1969-12-29.
        Int(((date.timeIntervalSince1970 / day + 3) / 7).rounded(.down))
    }

    /// Spans whose ends are inside of buckets, at their edges, at visits, and beyond all visits.
    static let spans: [DateSpan] = {
        let points = [-3, 0, 0.375, 1, 2.5, 3.2, 7, 7.999_999_988_426, 11, 12, 29.9, 40].map(date)
        return points.enumerated().flatMap { index, from in
            points[index...].flatMap { to in [from...to, from..<to] as [DateSpan] }
        }
    }()

    private func check<Request: PagedRequest<PageView>>(
        _ request: Request, on db: Database, holds expected: [PageView],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        #expect(try await request.all(on: db) == expected, sourceLocation: sourceLocation)
        for size in [1, 5] {
            var (resumed, full): ([PageView], [PageView]) = ([], [])
            var cursor: Cursor?
            repeat {
                let page = try await request.page(limit: size, from: cursor.map { Cursor($0.text) }, on: db)
                resumed += page.items
                cursor = page.cursor
            } while cursor != nil
            #expect(resumed == expected, sourceLocation: sourceLocation)
            repeat {
                let page = try await request.page(of: size, from: cursor.map { Cursor($0.text) }, on: db)
                #expect(page.items.count == size || page.cursor == nil, sourceLocation: sourceLocation)
                full += page.items
                cursor = page.cursor
            } while cursor != nil
            #expect(full == expected, sourceLocation: sourceLocation)
        }
    }

    @Test("A span has exactly the records between its ends, in either direction", arguments: TestExecutor.all)
    func spans(_ executor: TestExecutor) async throws {
        let db = try await Self.database(executor)
        for span in TestExecutor.sample(Self.spans) {
            let days = Self.visits.filter { Self.holds(span, $0.at) }.sorted { $0.at < $1.at }
            #expect(try await PageView.byDay(at: span).all(on: db) == days)
            #expect(try await PageView.byDay(at: span).descending().all(on: db) == days.reversed())
            #expect(try await PageView.byMonth(at: span, page: "home").all(on: db) == days)
            let weeks = days.sorted {
                (Self.week($0.at), $0.seconds, $0.at) < (Self.week($1.at), $1.seconds, $1.at)
            }
            #expect(try await PageView.byWeek(page: "home", at: span).all(on: db) == weeks)
            #expect(
                try await PageView.byWeek(page: "home", at: span, seconds: 3).all(on: db)
                    == weeks.filter { $0.seconds == 3 })
        }
    }

    @Test("Whichever way they are read, they are the same", arguments: TestExecutor.all)
    func ways(_ executor: TestExecutor) async throws {
        let db = try await Self.database(executor)
        let span: DateSpan = Self.date(2.5)...Self.date(12)
        let expected = Self.visits.filter { Self.holds(span, $0.at) }
        try await check(PageView.byDay(at: span), on: db, holds: expected)
        try await check(PageView.byDay(at: span).descending(), on: db, holds: expected.reversed())
        try await check(
            PageView.byDay(at: span).where { $0.seconds == 2 }, on: db, holds: expected.filter { $0.seconds == 2 })
        try await check(PageView.byMonth(at: span, page: "home").descending(), on: db, holds: expected.reversed())
        let weeks = expected.sorted {
            (Self.week($0.at), $0.seconds, $0.at) < (Self.week($1.at), $1.seconds, $1.at)
        }
        try await check(PageView.byWeek(page: "home", at: span).descending(), on: db, holds: weeks.reversed())
        #expect(try await PageView.byDay(at: span).count(on: db) == expected.count)
        #expect(try await PageView.byDay(at: span).first(on: db) == expected.first)
        var streamed: [PageView] = []
        for try await visit in PageView.byDay(at: span).stream(pageSize: 3, prefetch: 2, on: db) {
            streamed.append(visit)
        }
        #expect(streamed == expected)
    }

    // MARK: What is sent

    @Test("No more is asked than buckets are touched and pages are read")
    func requests() async throws {
        let base = try await Self.database()
        let recorder = QueryRecorder(base.executor)
        let db = Database(recorder, tablesOf: base)
        let year: DateSpan = Self.start..<Self.date(365)
        _ = try await PageView.byDay(at: year).first(on: db)
        #expect(recorder.requests.count == 1)
        recorder.clear()
        _ = try await PageView.byDay(at: year).page(limit: 9, on: db)
        // Three days of four visits, and a fourth that need not be looked at.
        #expect(recorder.requests.count == 3)
        recorder.clear()
        var pages = 0
        for try await _ in PageView.byDay(at: Self.start..<Self.date(30)).pages(limit: 7, on: db) { pages += 1 }
        #expect(recorder.requests.count <= 30 + pages)
        recorder.clear()
        // The end is not part of the span, nor is its bucket.
        _ = try await PageView.byDay(at: Self.start..<Self.date(1)).all(on: db)
        #expect(recorder.requests.count == 1)
        recorder.clear()
        let empty: [DateSpan] = [Self.start..<Self.start, Self.date(1)...Self.start]
        for span in empty {
            #expect(try await PageView.byDay(at: span).all(on: db).isEmpty)
            #expect(try await PageView.byWeek(page: "home", at: span).count(on: db) == 0)
        }
        #expect(recorder.requests.isEmpty)
    }

    @Test("An explanation shows the first bucket's request, and how far the walk goes")
    func explanation() {
        let explanation = PageView.byDay(at: Self.start..<Self.date(3)).explain()
        #expect(explanation.body.contains(#""DAY#2026-12-20""#))
        #expect(explanation.body.contains("BETWEEN"))
        #expect(explanation.capacity.contains("from 2026-12-20 to 2026-12-22"))
        let weeks = PageView.byWeek(page: "home", at: Self.start...Self.date(20)).explain()
        #expect(weeks.capacity.contains("from 2026-W51 to 2027-W01"))
        #expect(weeks.body.contains("FilterExpression"))
        let back = PageView.byDay(at: Self.start..<Self.date(3)).descending().explain()
        #expect(back.body.contains(#""DAY#2026-12-22""#))
        #expect(back.capacity.contains("from 2026-12-22 to 2026-12-20"))
    }

    @Test("The request that can be had is the one that is sent first")
    func firstRequest() async throws {
        let base = try await Self.database()
        let recorder = QueryRecorder(base.executor)
        let db = Database(recorder, tablesOf: base)
        let query = PageView.byDay(at: Self.start..<Self.date(3))
        for query in [query, query.descending()] {
            recorder.clear()
            _ = try await query.all(on: db)
            #expect(recorder.requests.count == 3)
            #expect(try query.request(on: db) == .query(#require(recorder.requests.first)))
        }
    }

    // MARK: What goes wrong

    @Test("A cursor goes on with its own span and direction alone, and dates have a year")
    func refusals() async throws {
        let db = try await Self.database()
        let query = PageView.byDay(at: Self.start...Self.date(20))
        let cursor = try #require(try await query.page(limit: 5, on: db).cursor)
        #expect(query.owns(cursor, on: db))
        let others = [
            PageView.byDay(at: Self.start...Self.date(21)), PageView.byDay(at: Self.start..<Self.date(20)),
            query.descending(), PageView.byDay(atDay: Self.start),
        ]
        for other in others { #expect(!other.owns(cursor, on: db)) }
        for json in [
            "{}", #"{"bucket":{"S":"2026-12-21"}}"#, #"{"bucket":{"N":"1797724800001"}}"#,
            #"{"bucket":{"N":"1797638400000"}}"#,
            #"{"bucket":{"N":"1797811200000"},"key":{"S":"x"}}"#, #"{"bucket":{"N":"1797811200000"},"key":{"M":{}}}"#,
            #"{"bucket":{"N":"1E100"}}"#,
        ] {
            await #expect { try await query.page(from: cursor.holding(json), on: db) } throws: {
                ($0 as? DynamoDBError)?.code == .invalidCursor
            }
        }
        let next = try await query.page(from: cursor.holding(#"{"bucket":{"N":"1797811200000"}}"#), on: db)
        #expect(next.items.map(\.at) == Self.visits.map(\.at).filter { $0 >= Self.date(1) && $0 < Self.date(2) })
        let far: DateSpan = Self.start...Date(timeIntervalSince1970: 1e12)
        await #expect { try await PageView.byDay(at: far).all(on: db) } throws: {
            ($0 as? DynamoDBError)?.code == .invalidRequest
        }
    }
}
