/// The form of a part of a request, as the service's own model has it: its type, and what its deserialiser and validator ask.
///
/// Shapes only explain what is wrong with a request that has been refused. What is accepted is decided by the readers and the
/// engine's rules, which are at least as strict.
indirect enum Shape: Sendable {
    case string
    case boolean
    case integer
    case long
    case double
    case blob
    case timestamp
    case list(Shape, [Constraint] = [])
    /// - Parameter valueType: the Java type of the values, as messages name it.
    case map(Shape, valueType: String, [Constraint] = [])
    /// - Parameter type: the name of the service's class, without its package.
    case structure(String, [Member])
    /// A typed value, `{"S":"…"}`, which may contain more of them.
    case attributeValue

    /// A member of a structure. The order of members is that in which the service complains about them.
    struct Member: Sendable {
        let name: String
        let shape: Shape
        let constraints: [Constraint]

        init(_ name: String, _ shape: Shape, _ constraints: Constraint...) {
            self.name = name
            self.shape = shape
            self.constraints = constraints
        }
    }
}

/// What the service's validator asks of a parameter by itself. All complaints of a request are reported together.
enum Constraint: Sendable {
    case notNull
    case atLeast(Int)
    case atMost(Int)
    /// At least 1. Only of a Query's limit the service has other words where nothing else is wrong.
    case queryLimit
    /// Characters of a text, elements of a list, members of a map.
    case minimumLength(Int)
    case maximumLength(Int)
    /// All characters are of `A-Z a-z 0-9 _ . -`.
    case namePattern
    /// The words in the order in which messages list them.
    case oneOf([String])
    /// A table's name where one is to exist already: 1 to 255 characters, or the table's ARN.
    case tableName
    /// A table's name without which nothing else is looked at.
    case requiredName
    /// A table's name of 3 to 255 characters, which is looked at before anything else, or the table's ARN.
    case managedName
    /// Of all keys of a map.
    case keys([Constraint])
    /// Of all values of a map.
    case values([Constraint])
    /// A constraint that the service has reworded in 2026: it names the parameter as it is sent, and does not repeat its value.
    indirect case reworded(Constraint)
    /// A constraint whose violation is reported alone, unless something is missing that is required.
    indirect case decisive(Constraint)
    /// Another pattern, spelt as messages spell it.
    case pattern(String, @Sendable (String) -> Bool)
}

extension Shape {
    /// `{"pk":{"S":"…"}}`
    static let item = Shape.map(.attributeValue, valueType: "AttributeValue")
    static let names = Shape.map(.string, valueType: "java.lang.String")

    /// The members of a typed value.
    static let attributeValueMembers: [Member] = [
        Member("S", .string), Member("N", .string), Member("B", .blob), Member("SS", .list(.string)),
        Member("NS", .list(.string)), Member("BS", .list(.blob)), Member("M", .item),
        Member("L", .list(.attributeValue)),
        Member("NULL", .boolean), Member("BOOL", .boolean),
    ]
}
