import Entities

/// Finds out what is wrong with the form of a request.
enum ShapeCheck {
    /// What the service says before it looks at the meaning of a request: that the text is no JSON, that something has the wrong
    /// type, or all that violates a constraint. `nil` where it would go on.
    static func problem(in body: [UInt8], _ shape: Shape, _ wording: Wording = .older) -> DynamoDBError? {
        let tree: JSONTree
        do throws(AttributeError) { tree = try JSONTree(body) } catch { return DynamoDBError(.serialization, "") }
        if let message = typeProblem(of: tree, shape, in: .field) { return DynamoDBError(.serialization, message) }
        return constraintProblem(of: tree, shape, wording)
    }

    /// What contains a value; the service's words depend on it.
    enum Container { case field, list, map }

    // MARK: Types

    /// The first thing in the text that has the wrong type.
    static func typeProblem(of tree: JSONTree, _ shape: Shape, in container: Container) -> String? {
        switch (shape, tree) {
        case (_, .null): nil
        case (.string, .string): nil
        case (.boolean, .bool): nil
        case (.boolean, .string(let text)): boolean(text) != nil ? nil : "Unexpected token received from parser"
        case (.integer, .number), (.long, .number), (.double, .number), (.timestamp, .number): nil
        case (.blob, .string(let text)): Base64Check.problem(of: text)
        case (.list(let element, _), .array(let elements)):
            elements.lazy.compactMap { typeProblem(of: $0, element, in: .list) }.first
        case (.map(let value, _, _), .object(let members)):
            members.lazy.compactMap { typeProblem(of: $0.value, value, in: .map) }.first
        case (.structure(_, let known), .object(let members)): typeProblem(of: members, known)
        case (.attributeValue, .object(let members)): typeProblem(of: members, Shape.attributeValueMembers)
        default: mismatch(of: tree, shape, in: container)
        }
    }

    private static func typeProblem(
        of members: [(name: String, value: JSONTree)], _ known: [Shape.Member]
    ) -> String? {
        for (name, value) in members {
            // What nobody knows is ignored.
            guard let member = known.first(where: { $0.name == name }) else { continue }
            if let problem = typeProblem(of: value, member.shape, in: .field) { return problem }
        }
        return nil
    }

    /// The words that the service takes for a boolean.
    static func boolean(_ text: String) -> Bool? {
        switch text.uppercased() {
        case "TRUE", "YES", "1": true
        case "FALSE", "NO", "0": false
        default: nil
        }
    }

    private static func mismatch(of tree: JSONTree, _ shape: Shape, in container: Container) -> String {
        switch (tree, shape) {
        case (.object, _): "Start of structure or map found where not expected"
        case (.array, .map(_, let valueType, _)):
            "Unrecognized collection type java.util.Map<java.lang.String, \(javaName(valueType))>"
        case (.array, _): "Unrecognized collection type class \(javaClass(of: shape))"
        case (_, .blob): "only base-64-encoded strings are convertible to bytes"
        case (_, .list), (_, .map): container == .map ? parameterized : "Unexpected field type"
        case (_, .structure), (_, .attributeValue):
            container == .field ? "Unexpected field type" : "Unexpected value type in payload"
        default: "\(token(of: tree)) cannot be converted to \(simpleName(of: shape))"
        }
    }

    private static let parameterized =
        "class sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl cannot be cast to class java.lang.Class "
        + "(sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl and java.lang.Class are in module java.base "
        + "of loader 'bootstrap')"

    private static func token(of tree: JSONTree) -> String {
        switch tree {
        case .null: "NULL_VALUE"
        case .bool(let value): value ? "TRUE_VALUE" : "FALSE_VALUE"
        case .number(let text): text.contains { ".eE".contains($0) } ? "DECIMAL_VALUE" : "NUMBER_VALUE"
        case .string: "STRING_VALUE"
        case .array, .object: "START_OBJECT"
        }
    }

    private static func simpleName(of shape: Shape) -> String {
        switch shape {
        case .string: "String"
        case .boolean: "Boolean"
        case .integer: "Integer"
        case .long: "Long"
        case .double: "Double"
        case .timestamp: "Date"
        case .blob: "ByteBuffer"
        case .list: "List"
        case .map: "Map"
        case .structure(let name, _): name
        case .attributeValue: "AttributeValue"
        }
    }

    private static func javaClass(of shape: Shape) -> String {
        switch shape {
        case .string, .boolean, .integer, .long, .double: "java.lang.\(simpleName(of: shape))"
        case .timestamp: "java.util.Date"
        case .blob: "java.nio.ByteBuffer"
        case .list, .map: "java.util.\(simpleName(of: shape))"
        case .structure(let name, _): javaName(name)
        case .attributeValue: javaName("AttributeValue")
        }
    }

    private static func javaName(_ type: String) -> String {
        type.contains(".") ? type : "com.amazonaws.dynamodb.v20120810.\(type)"
    }
}
