/// What GitHub calls the headings of a page in links. Of several with the same letters all but the first have a number.
struct Anchors {
    private var anchors: [String: String] = [:]

    init(_ lines: [String]) {
        var counts: [String: Int] = [:]
        var part = ""
        for line in lines where line.hasPrefix("#") {
            let title = String(line.drop { $0 == "#" }.dropFirst())
            if line.hasPrefix("## ") { part = title }
            let plain = Self.plain(title)
            let count = counts[plain, default: 0]
            counts[plain] = count + 1
            let key = Self.key(title, part)
            anchors[key] = anchors[key] ?? (count == 0 ? plain : "\(plain)-\(count)")
        }
    }

    /// The link to a heading in the part of the page that begins with another one.
    func link(to title: String, under part: String) -> String {
        "#\(anchors[Self.key(title, part)] ?? Self.plain(title))"
    }

    private static func key(_ title: String, _ part: String) -> String { "\(part)\n\(title)" }

    private static func plain(_ heading: String) -> String {
        var anchor = ""
        for character in heading.lowercased() {
            if character == " " || character == "-" { anchor += "-" }
            if character.isLetter || character.isNumber || character == "_" { anchor.append(character) }
        }
        return anchor
    }
}
