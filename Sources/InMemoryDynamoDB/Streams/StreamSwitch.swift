import Entities

// A table's StreamSpecification, carried out.
extension Engine {
    /// Starts a new stream, where there is to be one.
    func startStream(_ viewType: StreamViewType?, of schema: TableLayout, in contents: TableContents) {
        guard let viewType else { return }
        contents.start(
            streams.add(
                to: schema, arn: account.arn(ofTable: schema.name), viewType: viewType, at: clock(),
                options: options.streams))
    }

    /// Turns a table's stream on: a new one each time.
    func enableStream(_ viewType: StreamViewType, of table: Table) throws(DynamoDBError) {
        try table.locked { contents throws(DynamoDBError) in
            // Its view type cannot be changed either: it has to be turned off, and on again.
            guard contents.stream == nil else {
                throw .invalid("Table already has an enabled stream: TableName: \(table.name)")
            }
            startStream(viewType, of: table.schema, in: contents)
        }
    }

    /// Turns a table's stream off. It stays readable for 24 hours.
    func disableStream(of table: Table) throws(DynamoDBError) {
        try table.locked { contents throws(DynamoDBError) in
            guard contents.stream != nil else {
                throw .invalid("Table has no stream to disable: TableName: \(table.name)")
            }
            contents.endStream()
        }
    }
}
