import Entities

/// The first kind of check that the service makes: each parameter by itself, with all complaints in one message.
///
/// `2 validation errors detected: Value 'a' at 'tableName' failed to satisfy constraint: …; Value …`
struct Constraints {
    private var complaints: [String] = []

    mutating func require(
        _ condition: Bool, _ value: @autoclosure () -> String, at place: @autoclosure () -> String,
        _ constraint: @autoclosure () -> String
    ) {
        guard !condition else { return }
        complaints.append("Value \(value()) at '\(place())' failed to satisfy constraint: \(constraint())")
    }

    /// A constraint in the words of 2026: the parameter's name as it is sent, without its value.
    mutating func requireReworded(
        _ condition: Bool, at place: @autoclosure () -> String, _ constraint: @autoclosure () -> String
    ) {
        guard !condition else { return }
        complaints.append("Value at '\(place())' failed to satisfy constraint: \(constraint())")
    }

    /// The name of a table that is to be used, or its ARN.
    mutating func requireTableName(_ name: String, at place: @autoclosure () -> String = "tableName") {
        guard !name.hasPrefix("arn:") else { return }
        require(!name.isEmpty, "''", at: place(), "Member must have length greater than or equal to 1")
        require(
            name.utf8.allSatisfy(Self.isNameByte), "'\(name)'", at: place(),
            "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+")
        require(
            name.utf8.count <= Limits.tableNameLength.upperBound, "'\(name)'", at: place(),
            "Member must have length less than or equal to 255")
    }

    /// The name of a table that is to be made, or of an index.
    mutating func requireNewName(_ name: String, at place: @autoclosure () -> String) {
        require(
            !name.isEmpty && name.utf8.allSatisfy(Self.isNameByte), "'\(name)'", at: place(),
            "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+")
        require(
            name.utf8.count >= Limits.tableNameLength.lowerBound, "'\(name)'", at: place(),
            "Member must have length greater than or equal to 3")
        require(
            name.utf8.count <= Limits.tableNameLength.upperBound, "'\(name)'", at: place(),
            "Member must have length less than or equal to 255")
    }

    mutating func requireAtLeast(_ minimum: Int, _ value: Int?, at place: @autoclosure () -> String) {
        guard let value else { return }
        require(
            value >= minimum, "'\(value)'", at: place(),
            "Member must have value greater than or equal to \(minimum)")
    }

    mutating func requireAtMost(_ maximum: Int, _ value: Int?, at place: @autoclosure () -> String) {
        guard let value else { return }
        require(
            value <= maximum, "'\(value)'", at: place(), "Member must have value less than or equal to \(maximum)")
    }

    /// The number of elements of a list. Its content is not repeated in the message.
    mutating func requireCount(_ count: Int, in range: ClosedRange<Int>, at place: @autoclosure () -> String) {
        require(
            count >= range.lowerBound, "'[]'", at: place(),
            "Member must have length greater than or equal to \(range.lowerBound)")
        require(
            count <= range.upperBound, "'[\(count) elements]'", at: place(),
            "Member must have length less than or equal to \(range.upperBound)")
    }

    /// Throws what was found, up to ten complaints.
    func check() throws(DynamoDBError) {
        guard !complaints.isEmpty else { return }
        let shown = complaints.prefix(10)
        throw DynamoDBError(
            .validation,
            "\(shown.count) validation error\(shown.count == 1 ? "" : "s") detected: \(shown.joined(separator: "; "))")
    }

    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

extension DynamoDBError {
    /// A parameter that is not valid, in the service's words.
    static func invalid(_ message: String) -> DynamoDBError { DynamoDBError(.validation, message) }

    /// `One or more parameter values were invalid: …`
    static func invalidParameter(_ message: String) -> DynamoDBError {
        DynamoDBError(.validation, "One or more parameter values were invalid: \(message)")
    }
}
