/// Who can use what is generated.
public enum AccessLevel: String, Hashable, Sendable, CaseIterable {
    case `public`
    case package
    case `internal`

    /// The modifier, where one has to be written.
    var modifiers: [String] { self == .internal ? [] : [rawValue] }
}
