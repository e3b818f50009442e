/// The parameters of a URI, decoded.
struct QueryString {
    private(set) var parameters: [(name: String, value: String)] = []

    init(_ text: some StringProtocol) {
        for part in text.split(separator: "&") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            parameters.append(
                (PercentEncoding.decode(pair[0]), pair.count > 1 ? PercentEncoding.decode(pair[1]) : ""))
        }
    }

    /// The first value of a name; empty where it stands there without one.
    subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

    /// In the order and the spelling in which it is signed. The signature itself cannot be part of it.
    var canonical: String {
        parameters.filter { $0.name != "X-Amz-Signature" }
            .map { (PercentEncoding.encode($0.name), PercentEncoding.encode($0.value)) }
            .sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
            .map { "\($0)=\($1)" }
            .joined(separator: "&")
    }
}
