import Entities

/// What the service asks of an `ExclusiveStartKey`, which need not be the key of an item that is still there.
struct StartKey {
    private let key: EncodedItem
    private let target: ReadTarget

    static let invalid = DynamoDBError.invalid("The provided starting key is invalid")
    private static let reasonPrefix = "The provided starting key is invalid: "
    private static let mismatch = "The provided key element does not match the schema"

    /// It must have as many attributes as the keys of table and index together.
    /// - Parameter isScan: a Scan of a table says more than the other reads.
    init?(_ key: EncodedItem?, _ target: ReadTarget, isScan: Bool = false) throws(DynamoDBError) {
        guard let key else { return nil }
        self.key = key
        self.target = target
        guard key.count == target.startKeyNames.count else {
            throw isScan && target.index == nil ? .invalid(Self.reasonPrefix + Self.mismatch) : Self.invalid
        }
    }

    /// Checks an attribute of the key that is read by.
    func check(_ component: KeyLayout.Component) throws(DynamoDBError) {
        let type = key.withPacked { $0[component.name]?.type }
        guard let type else { throw Self.invalid }
        guard type.rawValue == component.type.rawValue else { throw .invalid(Self.mismatch) }
    }

    /// Checks the table's key.
    func checkTableKey() throws(DynamoDBError) {
        let tableKey = target.index == nil ? key : key.keeping(Set(target.schema.keys.names))
        do throws(DynamoDBError) {
            _ = try KeyRules.key(tableKey, of: target.schema)
        } catch {
            throw .invalid(Self.reasonPrefix + error.message)
        }
    }

    /// Where the page goes on.
    func place() throws(DynamoDBError) -> ItemKey {
        guard let place = target.layout.key(of: key) else { throw Self.invalid }
        return place
    }
}
