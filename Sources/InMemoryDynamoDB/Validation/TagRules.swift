import Entities

/// What the service asks of tags.
enum TagRules {
    static func check(_ tags: [String: String], after existing: [String: String] = [:]) throws(DynamoDBError) {
        for (key, value) in tags.sorted(by: { $0.key < $1.key }) {
            try check(key: key)
            guard value.utf16.count <= 256, value.unicodeScalars.allSatisfy(isAllowed) else {
                throw .invalid("The Tag Value provided is invalid, Value: \(value)")
            }
        }
        guard existing.merging(tags, uniquingKeysWith: { $1 }).count <= Limits.tags else {
            throw .invalid("Number of Tags exceed the current limit for the provided ResourceArn")
        }
    }

    static func check(key: String) throws(DynamoDBError) {
        guard (1...128).contains(key.utf16.count), key.unicodeScalars.allSatisfy(isAllowed) else {
            throw .invalid("The Tag Key provided is invalid, Key: \(key)")
        }
        guard !key.lowercased().hasPrefix("aws:") else {
            throw .invalid("Tag Key cannot be prefixed with aws:, Key: \(key)")
        }
    }

    static func duplicate(_ key: String) -> DynamoDBError {
        .invalid("Duplicate Tag Keys provided as input: Duplicate Tag Key found \(key)")
    }

    /// Letters, digits and spaces of all scripts, and `_ . : / = + - @`.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .spaceSeparator, .lineSeparator, .paragraphSeparator:
            true
        default: "_.:/=+-@".unicodeScalars.contains(scalar)
        }
    }
}
