/// What a `SET` action assigns.
public enum SetValue: Hashable, Sendable {
    /// A path or a value. `size(…)` is not allowed here and is refused when the request is made.
    case operand(Operand)
    /// `if_not_exists(path, value)`.
    indirect case ifNotExists(AttributePath, SetValue)
    /// `list_append(first, second)`.
    indirect case listAppend(SetValue, SetValue)
    /// `left + right`, numbers.
    indirect case plus(SetValue, SetValue)
    /// `left - right`, numbers.
    indirect case minus(SetValue, SetValue)
}

/// The changes of an UpdateItem, as a value: DynamoDB's grammar for update expressions.
///
/// All actions see the item as it was before the update. Two actions must not touch overlapping paths.
/// The grammar is at https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html
public struct UpdateExpression: Hashable, Sendable {
    /// `SET path = value`.
    public struct SetAction: Hashable, Sendable {
        public var path: AttributePath
        public var value: SetValue

        public init(_ path: AttributePath, _ value: SetValue) {
            self.path = path
            self.value = value
        }
    }

    /// `ADD path value` or `DELETE path value`.
    public struct ValueAction: Hashable, Sendable {
        public var path: AttributePath
        public var value: Operand

        public init(_ path: AttributePath, _ value: Operand) {
            self.path = path
            self.value = value
        }
    }

    /// Assignments.
    public var set: [SetAction]
    /// Attributes, map members or list elements to remove.
    public var remove: [AttributePath]
    /// Numbers to add, or set members to insert.
    public var add: [ValueAction]
    /// Set members to remove.
    public var delete: [ValueAction]

    public init(
        set: [SetAction] = [], remove: [AttributePath] = [], add: [ValueAction] = [], delete: [ValueAction] = []
    ) {
        self.set = set
        self.remove = remove
        self.add = add
        self.delete = delete
    }

    /// Whether there is no action at all.
    public var isEmpty: Bool { self.set.isEmpty && remove.isEmpty && add.isEmpty && delete.isEmpty }
}
