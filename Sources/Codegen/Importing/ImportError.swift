/// Why a text could not be imported: what is wrong, and where.
public struct ImportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The value that is wrong, by its members from the root: `models[2].attributes.price.type`. Empty for the text as a whole.
    public let place: String
    public let reason: String

    package init(_ reason: String, at place: String = "") {
        self.place = place
        self.reason = reason
    }

    public var description: String { place.isEmpty ? reason : "\(place): \(reason)" }
}

/// Something that a person has to know of what was imported, or has to do.
public struct ImportNote: Hashable, Sendable, CustomStringConvertible {
    /// What it is about, by names of the model: `Author.bio`, `Author.byHandle`.
    public let subject: String
    public let message: String

    init(_ subject: String, _ message: String) {
        self.subject = subject
        self.message = message
    }

    public var description: String { "\(subject): \(message)" }
}
