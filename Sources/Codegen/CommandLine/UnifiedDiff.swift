/// The difference between two texts as `diff -u` shows it.
enum UnifiedDiff {
    private static let context = 3

    /// One line of a comparison.
    private enum Line {
        case same(Substring)
        case removed(Substring)
        case added(Substring)

        var text: String {
            switch self {
            case .same(let text): " " + text
            case .removed(let text): "-" + text
            case .added(let text): "+" + text
            }
        }

        var isSame: Bool { if case .same = self { true } else { false } }
        var isOld: Bool { if case .added = self { false } else { true } }
        var isNew: Bool { if case .removed = self { false } else { true } }
    }

    /// The difference, with three lines of context; empty where there is none.
    ///
    /// - Parameters:
    ///   - old: Nil for a file that is not there.
    ///   - new: Nil for a file that should not be there.
    static func text(from old: String?, to new: String?, path: String) -> String {
        let lines = compare(split(old), split(new))
        let hunks = hunks(of: lines)
        guard !hunks.isEmpty else { return "" }
        var result = [
            "--- \(old == nil ? "/dev/null" : "a/\(path)")", "+++ \(new == nil ? "/dev/null" : "b/\(path)")",
        ]
        var oldLine = 1
        var newLine = 1
        var position = 0
        for hunk in hunks {
            for line in lines[position..<hunk.lowerBound] where line.isSame {
                (oldLine, newLine) = (oldLine + 1, newLine + 1)
            }
            let oldCount = lines[hunk].count(where: \.isOld)
            let newCount = lines[hunk].count(where: \.isNew)
            result.append("@@ -\(range(oldLine, oldCount)) +\(range(newLine, newCount)) @@")
            result += lines[hunk].map(\.text)
            (oldLine, newLine, position) = (oldLine + oldCount, newLine + newCount, hunk.upperBound)
        }
        return result.joined(separator: "\n")
    }

    /// A range of lines in a hunk's head: an empty one is named by the line before it.
    private static func range(_ start: Int, _ count: Int) -> String {
        switch count {
        case 0: "\(start - 1),0"
        case 1: "\(start)"
        default: "\(start),\(count)"
        }
    }

    private static func split(_ text: String?) -> [Substring] {
        guard let text, !text.isEmpty else { return [] }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" {
            lines.removeLast()
        } else {
            lines.append("\\ No newline at end of file")
        }
        return lines
    }

    private static func compare(_ old: [Substring], _ new: [Substring]) -> [Line] {
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var lines: [Line] = []
        var (oldIndex, newIndex) = (0, 0)
        while oldIndex < old.count || newIndex < new.count {
            if removed.contains(oldIndex) {
                lines.append(.removed(old[oldIndex]))
                oldIndex += 1
            } else if added.contains(newIndex) {
                lines.append(.added(new[newIndex]))
                newIndex += 1
            } else {
                lines.append(.same(new[newIndex]))
                (oldIndex, newIndex) = (oldIndex + 1, newIndex + 1)
            }
        }
        return lines
    }

    /// The changed lines with those around them, joined where they touch.
    private static func hunks(of lines: [Line]) -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for index in lines.indices where !lines[index].isSame {
            let range = max(0, index - context)..<min(lines.count, index + context + 1)
            if let last = hunks.last, range.lowerBound <= last.upperBound {
                hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                hunks.append(range)
            }
        }
        return hunks
    }
}
