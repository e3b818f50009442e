/// A projection expression that the service gives back with unprocessed keys, read into paths again.
enum ProjectionText {
    /// The paths of a text such as `#a, #b.c[0]`.
    /// - Throws: `malformed` for anything else.
    static func paths(_ text: String, names: [String: String]) throws(AttributeError) -> [AttributePath] {
        var paths: [AttributePath] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let path = path(part.drop { $0 == " " }, names) else {
                throw AttributeError(
                    .malformed, path: "ProjectionExpression", reason: "\"\(text.prefix(200))\" is no projection")
            }
            paths.append(path)
        }
        return paths
    }

    private static func path(_ text: Substring, _ names: [String: String]) -> AttributePath? {
        var path: AttributePath?
        for step in text.split(separator: ".", omittingEmptySubsequences: false) {
            let parts = step.split(separator: "[", omittingEmptySubsequences: false)
            guard let token = parts.first.map(String.init), !token.isEmpty else { return nil }
            guard let name = token.hasPrefix("#") ? names[token] : token else { return nil }
            var extended = path?.appending(name) ?? AttributePath(name)
            for part in parts.dropFirst() {
                guard part.last == "]", let index = Int(part.dropLast()), index >= 0 else { return nil }
                extended = extended.appending(index: index)
            }
            path = extended
        }
        return path
    }
}
