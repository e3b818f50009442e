import Entities

extension ExpressionParser {
    /// The most steps of a path; the service nests no deeper.
    static let maximumPathLength = 32

    /// Reads the value behind a `:placeholder`, which is next.
    mutating func parseValue() -> Operand {
        let placeholder = text(of: advance())
        guard let value = substitutions.value(placeholder) else {
            let message =
                "An expression attribute value used in expression is not defined; attribute value: \(placeholder)"
            note(.undefinedValue, message)
            note(.undefined, message)
            return .value(.null)
        }
        return .value(value)
    }

    /// Reads `name`, `#name`, `a.b[3].c`.
    mutating func parsePath() throws(ExpressionError) -> AttributePath {
        try parsePathSteps(after: AttributePath(try parseName()))
    }

    /// Reads what may follow the beginning of a path.
    mutating func parsePathSteps(after start: AttributePath) throws(ExpressionError) -> AttributePath {
        var path = start
        while true {
            if take(.dot) {
                path = path.appending(try parseName())
            } else if take(.openBracket) {
                guard next.kind == .number else { throw syntaxError() }
                let digits = text(of: advance())
                try expect(.closeBracket)
                guard let index = Int32(digits) else {
                    throw ExpressionError("List index is not within the allowable range; index: [\(digits)]")
                }
                path = path.appending(index: Int(index))
            } else {
                break
            }
        }
        guard path.elements.count <= Self.maximumPathLength else {
            throw ExpressionError(
                "The document path has too many nesting levels; nesting levels: \(path.elements.count)")
        }
        return path
    }

    /// Reads one name of a path.
    private mutating func parseName() throws(ExpressionError) -> String {
        switch next.kind {
        case .name:
            let placeholder = text(of: advance())
            guard let name = substitutions.name(placeholder) else {
                let message =
                    "An expression attribute name used in the document path is not defined; "
                    + "attribute name: \(placeholder)"
                note(.undefinedName, message)
                note(.undefined, message)
                return placeholder
            }
            return name
        case .word:
            let name = text(of: advance())
            if ReservedWords.contains(name[...].utf8) {
                note(.reservedWord, "Attribute name is a reserved keyword; reserved keyword: \(name)")
            }
            return name
        default: throw syntaxError()
        }
    }

    /// Reads all of a projection: paths with commas between.
    mutating func parseProjection() throws(ExpressionError) -> [AttributePath] {
        var paths = [try parsePath()]
        while take(.comma) { paths.append(try parsePath()) }
        try finish(.reservedWord, .undefinedName)
        return paths
    }
}
