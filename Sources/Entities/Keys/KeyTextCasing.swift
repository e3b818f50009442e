/// What becomes of the letters of a whole key text, literal text and values alike: ElectroDB's `casing`.
public enum KeyTextCasing: String, Hashable, Sendable, Codable, CaseIterable {
    case lowercased
    case uppercased
    case asWritten
}
