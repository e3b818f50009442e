import Entities

// What the guides' definitions leave to code.

extension Ticket {
    public static func normalize(subject: String) -> String {
        subject.split(separator: " ").joined(separator: " ")
    }
    public static func computeSlug(subject: String) -> String {
        subject.lowercased().split(separator: " ").joined(separator: "-")
    }
    public static func validate(phone: String) throws {
        if !phone.hasPrefix("+") { throw Objection("has no country code") }
    }
    public static func present(rating: Int) -> Int { rating * 20 }

    /// What ElectroDB calls a virtual attribute: a property, which is not stored.
    public var isOverdue: Bool { status != .closed && (dueAt ?? .max) < 1_763_700_000 }
}

/// What is wrong with a value.
struct Objection: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

extension Pokemon {
    public static func computeLevelPlus(level: Int) -> Int { level + 1 }
}

extension Cat {
    public static func validate(age: Int) throws {
        if age < 0 { throw Objection("is below zero") }
    }
    public static func normalize(nickname: String) -> String { nickname.lowercased() }
}
