extension Character {
    /// How many columns of a terminal the character takes: 2 for East Asian wide characters and emoji, 0 for marks
    /// alone.
    var displayWidth: Int {
        guard let first = unicodeScalars.first else { return 0 }
        // The emoji presentation of a character that is text otherwise, such as a heart.
        if unicodeScalars.contains("\u{FE0F}") { return 2 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        if first.properties.isEmojiPresentation { return 2 }
        return Self.wide.contains { $0.contains(first.value) } ? 2 : 1
    }

    /// Blocks of East Asian Width W and F (Unicode Standard Annex 11), in the main.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
        0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]
}

extension StringProtocol {
    /// How many columns of a terminal the text takes.
    var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

    /// The text in exactly `width` columns: filled with spaces, or cut with an ellipsis.
    func fitted(to width: Int, alignedRight: Bool = false) -> String {
        let own = displayWidth
        if own <= width {
            let spaces = String(repeating: " ", count: width - own)
            return alignedRight ? spaces + self : self + spaces
        }
        var cut = ""
        var used = 0
        for character in self {
            guard used + character.displayWidth < width else { break }
            cut.append(character)
            used += character.displayWidth
        }
        return cut + "…" + String(repeating: " ", count: Swift.max(0, width - used - 1))
    }
}
