/// Derives the text of a composite key: the one place that knows the service's key format.
struct CompositeKeys {
    /// Which of the two keys a composite is.
    enum Side: String {
        case partition
        case sort
    }

    let format: KeyFormatName
    let serviceName: String
    let entityName: String

    /// The segments of a composite, texts not yet joined. A segment's parts are given by index.
    func segments(of parts: [KeyPlaceholderModel], _ side: Side) -> [KeySegment] {
        switch (format, side) {
        case (.native, .partition):
            guard !parts.isEmpty else { return [.text(serviceName)] }
            return parts.enumerated().flatMap { index, part in
                [.text((index == 0 ? "" : "#") + part.attribute + "#"), .part(part)]
            }
        case (.native, .sort):
            return [.text(entityName)] + parts.flatMap { [.text("#"), .part($0)] }
        }
    }
}
