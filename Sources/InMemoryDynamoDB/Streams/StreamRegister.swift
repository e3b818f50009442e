import Entities
import Synchronization

/// All streams: those that are on, and those that have been off for less than 24 hours, whether or not their table is still there.
final class StreamRegister: Sendable {
    private let streams = Mutex<[String: ChangeStream]>([:])

    /// Makes a stream for a table.
    func add(
        to table: TableLayout, arn tableARN: String, viewType: StreamViewType, at date: Date,
        options: InMemoryDynamoDB.Options.Streams
    ) -> ChangeStream {
        streams.withLock { streams in
            // A stream is told from others by its label, so two of one table cannot be made in the same millisecond.
            var date = date
            while streams["\(tableARN)/stream/\(ChangeStream.label(date))"] != nil {
                date = date.addingTimeInterval(0.001)
            }
            let stream = ChangeStream(
                tableName: table.name, tableARN: tableARN, label: ChangeStream.label(date), keys: table.keys,
                viewType: viewType, creationDate: date, options: options)
            streams[stream.arn] = stream
            return stream
        }
    }

    func stream(_ arn: String, at date: Date) -> ChangeStream? {
        streams.withLock { streams in
            guard let stream = streams[arn] else { return nil }
            guard !stream.isGone(at: date) else {
                streams[arn] = nil
                return nil
            }
            return stream
        }
    }

    /// All streams in the order of their names, which stays the same when others come.
    func list(at date: Date) -> [ChangeStream] {
        streams.withLock { streams in
            streams = streams.filter { !$0.value.isGone(at: date) }
            return Array(streams.values)
        }.sorted { $0.arn.utf8.lexicographicallyPrecedes($1.arn.utf8) }
    }
}

extension ChangeStream {
    /// The time of creation as streams are labelled: `2026-11-21T03:00:00.000`.
    static func label(_ date: Date) -> String {
        String(date.formatted(.iso8601.year().month().day().time(includingFractionalSeconds: true)).prefix(23))
    }
}
