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
