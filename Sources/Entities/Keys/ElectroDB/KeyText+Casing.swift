// JavaScript's toLowerCase and toUpperCase: Unicode's full mappings without locale, SpecialCasing.txt included
// (https://tc39.es/ecma262/#sec-string.prototype.tolowercase).

extension KeyText {
    /// The text in small letters, as JavaScript's `toLowerCase` writes it. Swift's `lowercased()` differs: it knows no final sigma.
    ///
    /// - Complexity: O(n); ASCII text is copied only where it has capitals.
    public func lowercased() -> KeyText {
        if let ascii = mapped(UInt8(ascii: "A")...UInt8(ascii: "Z")) { return ascii }
        let scalars = Array(text.unicodeScalars)
        var result = KeyText(utf8: [], problem: problem)
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
    /// - Complexity: O(n); ASCII text is copied only where it has small letters.
    public func uppercased() -> KeyText {
        if let ascii = mapped(UInt8(ascii: "a")...UInt8(ascii: "z")) { return ascii }
        var result = KeyText(utf8: [], problem: problem)
        result.utf8.reserveCapacity(utf8.count + 8)
        for scalar in text.unicodeScalars { result.append(literal: scalar.properties.uppercaseMapping) }
        return result
    }

    /// The key in small letters; called by generated code.
    public static func lowercased(_ key: KeyText) -> KeyText { key.lowercased() }

    /// The key in capitals; called by generated code.
    public static func uppercased(_ key: KeyText) -> KeyText { key.uppercased() }

    /// The text with the case of these letters changed; `nil` if it is not ASCII throughout.
    private func mapped(_ letters: ClosedRange<UInt8>) -> KeyText? {
        // Without early exit, so that the compiler looks at many bytes at once.
        var (all, found): (UInt8, UInt8) = (0, 0)
        for byte in utf8 {
            all |= byte
            found |= letters.contains(byte) ? 1 : 0
        }
        if all >= 0x80 { return nil }
        if found == 0 { return self }
        let first = letters.lowerBound
        return KeyText(utf8: utf8.map { $0 &- first < 26 ? $0 ^ 0x20 : $0 }, problem: problem)
    }

    /// SpecialCasing.txt's Final_Sigma: a cased letter before, none after, and only case-ignorable characters between.
    private static func isFinal(_ position: Int, in scalars: [Unicode.Scalar]) -> Bool {
        func isCased(_ scalar: Unicode.Scalar?) -> Bool { scalar?.properties.isCased ?? false }
        func isIgnorable(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isCaseIgnorable }
        return isCased(scalars[..<position].last { !isIgnorable($0) })
            && !isCased(scalars[(position + 1)...].first { !isIgnorable($0) })
    }
}
