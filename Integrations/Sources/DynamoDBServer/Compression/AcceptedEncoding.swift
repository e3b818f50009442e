/// What a client's `Accept-Encoding` asks for, read as the service reads it.
///
/// Qualities above 1 count as 1, and unreadable ones too; `identity` has no weight of its own; `*` stands for whatever is not named,
/// gzip first. Of equals the one named first wins.
enum AcceptedEncoding {
    static func best(_ header: String) -> Compression? {
        var named: [(compression: Compression, quality: Double)] = []
        var wildcard: Double?
        for entry in header.split(separator: ",") {
            let parts = entry.split(separator: ";", omittingEmptySubsequences: false)
            let name = trimmed(parts.first ?? "").lowercased()
            let quality = quality(parts.dropFirst())
            if name == "*" {
                wildcard = wildcard ?? quality
            } else if let compression = Compression(rawValue: name) {
                named.append((compression, quality))
            }
        }
        var candidates = named
        if let wildcard {
            for compression in Compression.allCases where !named.contains(where: { $0.compression == compression }) {
                candidates.append((compression, wildcard))
            }
        }
        var best: (compression: Compression, quality: Double)?
        for candidate in candidates where candidate.quality > (best?.quality ?? 0) { best = candidate }
        return best?.compression
    }

    /// The first parameter `q` counts.
    private static func quality(_ parameters: ArraySlice<Substring>) -> Double {
        for parameter in parameters {
            let pair = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, trimmed(pair[0]).lowercased() == "q" else { continue }
            var text = trimmed(pair[1])
            if text.hasSuffix(".") { text = text.dropLast() }
            return Double(text).map { min($0, 1) } ?? 1
        }
        return 1
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let first = text.first, first == " " || first == "\t" { text = text.dropFirst() }
        while let last = text.last, last == " " || last == "\t" { text = text.dropLast() }
        return text
    }
}
