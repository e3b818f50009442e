/// A value of a shared file, and where it stands.
struct SharedProperty: Hashable, Sendable {
    /// Lines that continue the value are separated by `\n`.
    var value: String
    /// The properties below one that has no value itself: `dynamodb =`, then indented `endpoint_url = …`.
    var nested: [String: SharedProperty] = [:]
    /// File and line: `/home/ada/.aws/config:12`.
    var origin: String
}

/// What stands below a header of a shared file.
struct SharedSection: Hashable, Sendable {
    /// What is between the brackets, without white space around it: `profile dev`.
    var header: String
    var origin: String
    var properties: [String: SharedProperty] = [:]
}
