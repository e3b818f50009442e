/// How the letters of a key in ElectroDB's format are written: of the whole key, its prefix included.
public enum KeyTextCasing: String, Hashable, Sendable, Codable, CaseIterable {
    /// In small letters, which is what ElectroDB does by default: `ID` and `id` are the same key.
    case lowercased
    /// In capitals.
    case uppercased
    /// As the template and the values say.
    case asWritten
}

extension KeyText {
    /// The text in small letters, in capitals or as it is.
    public consuming func cased(_ casing: KeyTextCasing) -> KeyText {
        switch casing {
        case .lowercased: lowercased()
        case .uppercased: uppercased()
        case .asWritten: self
        }
    }
}
