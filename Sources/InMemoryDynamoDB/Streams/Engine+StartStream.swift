import Entities

extension Engine {
    /// Starts a new stream of a table that has none, where there is to be one. `TableContents.endStream` ends it.
    ///
    /// Its view type cannot be changed: it has to be turned off, and on again.
    func startStream(_ viewType: StreamViewType?, of schema: TableLayout, in contents: TableContents) {
        guard let viewType else { return }
        contents.start(
            streams.add(
                to: schema, arn: account.arn(ofTable: schema.name), viewType: viewType, at: clock(),
                options: options.streams))
    }
}
