// JavaScript's toLowerCase and toUpperCase: Unicode's full mappings without locale, SpecialCasing.txt included
// (https://tc39.es/ecma262/#sec-string.prototype.tolowercase).

extension KeyText {
    /// The text in small letters, as JavaScript's `toLowerCase` writes it. Swift's `lowercased()` differs: it knows no final sigma.
    ///
    /// - Complexity: O(n); ASCII text is changed where it stands.
    public consuming func lowercased() -> KeyText {
        if mapASCII(UInt8(ascii: "A")) { return self }
        let scalars = Array(text.unicodeScalars)
        var result = KeyText(problem: problem)
        result.utf8.reserveCapacity(utf8.count + 8)
        for (position, scalar) in scalars.enumerated() {
            if scalar == "Σ", Self.isFinal(position, in: scalars) {
                result.append(literal: "ς")
            } else {
                result.append(literal: scalar.properties.lowercaseMapping)
            }
        }
        return result
    }

    /// The text in capitals, as JavaScript's `toUpperCase` writes it.
    ///
    /// - Complexity: O(n); ASCII text is changed where it stands.
    public consuming func uppercased() -> KeyText {
        if mapASCII(UInt8(ascii: "a")) { return self }
        var result = KeyText(problem: problem)
        result.utf8.reserveCapacity(utf8.count + 8)
        for scalar in text.unicodeScalars { result.append(literal: scalar.properties.uppercaseMapping) }
        return result
    }

    /// The key in small letters; called by generated code.
    public static func lowercased(_ key: consuming KeyText) -> KeyText { key.lowercased() }

    /// The key in capitals; called by generated code.
    public static func uppercased(_ key: consuming KeyText) -> KeyText { key.uppercased() }

    /// Changes the case of the 26 letters from `first` on; returns `false`, and changes nothing, if the text is not ASCII throughout.
    private mutating func mapASCII(_ first: UInt8) -> Bool {
        // Without early exits, so that the compiler looks at many bytes at once.
        var (all, found): (UInt8, UInt8) = (0, 0)
        utf8.withBytes { bytes in
            for byte in bytes {
                all |= byte
                found |= byte &- first < 26 ? 1 : 0
            }
        }
        if all >= 0x80 { return false }
        if found == 0 { return true }
        utf8.withMutableBytes { bytes in
            for index in bytes.indices { bytes[index] ^= bytes[index] &- first < 26 ? 0x20 : 0 }
        }
        return true
    }

    /// SpecialCasing.txt's Final_Sigma: a cased letter before, none after, and only case-ignorable characters between.
    private static func isFinal(_ position: Int, in scalars: [Unicode.Scalar]) -> Bool {
        func isCased(_ scalar: Unicode.Scalar?) -> Bool { scalar?.properties.isCased ?? false }
        func isIgnorable(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isCaseIgnorable }
        return isCased(scalars[..<position].last { !isIgnorable($0) })
            && !isCased(scalars[(position + 1)...].first { !isIgnorable($0) })
    }
}
