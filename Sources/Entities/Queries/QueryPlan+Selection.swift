extension QueryPlan {
    /// The same request for some attributes only; for all of them where `nil`.
    func selecting(_ paths: [AttributePath]?) -> QueryPlan {
        guard let paths = paths.map(AttributePath.separate) else { return self }
        var copy = self
        copy.read.projection = paths
        return copy
    }
}

extension AttributePath {
    /// Paths that together hold all of these, in a form that DynamoDB takes: none inside of another, and none into a list, whose
    /// elements it would give back under other numbers.
    static func separate(_ paths: [AttributePath]) -> [AttributePath] {
        var separate: [AttributePath] = []
        for path in paths.map(\.upToList) where !separate.contains(where: { $0.isPrefix(of: path) }) {
            separate.removeAll { path.isPrefix(of: $0) }
            separate.append(path)
        }
        return separate
    }

    private var upToList: AttributePath {
        AttributePath(first: attributeName, rest: rest.prefix { if case .name = $0 { true } else { false } })
    }
}
