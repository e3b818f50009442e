import Entities

// What the definitions leave to code of the user's.

extension Article {
    public static func validate(title: String) throws {
        if title.allSatisfy(\.isWhitespace) { throw Objection("is blank") }
    }
}

extension Author {
    public static func computeHandle(for draft: Draft) -> String {
        draft.name.lowercased().split(separator: " ").joined(separator: "-")
    }
}

extension Order {
    public static func computeNote(for draft: Draft) -> String? {
        draft.lines.isEmpty ? "empty" : nil
    }
}

extension Line {
    public static func validate(label: String) throws {
        if label.count > 20 { throw Objection("has more than 20 characters") }
    }
}

struct Objection: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

extension Visitor {
    public static func normalize(domain: String) -> String { domain.lowercased() }
    public static func normalize(email: String) -> String { email.lowercased() }
    public static func normalize(city: String) -> String { city.lowercased() }
    public static func normalize(discount: Int) -> Int { discount / 5 * 5 }
    public static func present(score: Int) -> Int { score * 10 }
    public static func present(motto: String) -> String { "“\(motto)”" }
    public static func validateElement(notes: String) throws {
        if notes.isEmpty { throw Objection("is empty") }
    }

    /// Is not stored: a property of the record like any other.
    public var isLocal: Bool { city == "vienna" }
}

extension Badge {
    public static func normalize(colour: String) -> String { colour.lowercased() }
    public static func present(rank: Int) -> Int { -rank }
}

extension Painting {
    public static func normalize(title: String) -> String {
        title.split(separator: " ").joined(separator: " ")
    }
    public static func computeSlug(title: String, artist: String) -> String {
        "\(artist) \(title)".lowercased().split(separator: " ").joined(separator: "-")
    }
    public static func computePlace(slug: String, hall: String, year: Int?) -> String? {
        year.map { "\(hall)/\($0)/\(slug)" }
    }
    public static func computeInitial(artist: String) -> String { String(artist.prefix(1)) }

    /// Is not stored, and what is computed can be used like what is.
    public var address: String { "/\(slug)" }
}

extension Session {
    public static func normalize(hint: String) -> String { hint.lowercased() }
}

extension Tour {
    public static func computeCode(title: String, guide: String) -> String { "\(title)-\(guide)" }
    public static func normalize(code: String) -> String { code.lowercased() }
}

extension Crate {
    public static func normalize(hall: String) -> String { hall.lowercased() }
}

extension Chore {
    public static func normalize(slug: String) -> String { slug.lowercased() }
    public static func present(slug: String) -> String { slug.uppercased() }
    public static func computeHandle(slug: String?) -> String? { slug.map { "@" + $0 } }
    public static func computeToken(for draft: Draft) -> String? { nil }
    public static func validate(token: String) throws {
        if token.isEmpty { throw Objection("is empty") }
    }
}

extension Ticket {
    public static func computeBanner(state: State) -> String { state == .open ? "Waiting" : "Done" }
}
