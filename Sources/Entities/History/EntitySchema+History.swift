/// How the revisions of an entity are kept.
public struct EntityHistory: Hashable, Sendable {
    /// The key attributes of indexes, which a copy does not have: it is in no index.
    let indexKeys: [String]

    public init(without indexKeys: [String]) {
        self.indexKeys = indexKeys
    }
}

extension EntitySchema {
    /// What the copies carry, so that nobody takes them for records: `Article.revision`.
    var revisionIdentifiers: EntityIdentifiers {
        EntityIdentifiers(
            entity: EntityIdentifier(entityAttribute, name + ".revision"), version: identifiers.version)
    }

    /// The key of a copy.
    /// - Parameter item: the key of the record, or an item with it.
    func revisionKey(of item: EncodedItem, at sortKey: KeyText) throws(AttributeError) -> EncodedItem {
        if let problem = sortKey.problem { throw problem }
        var changes: [String: AttributeValue?] = [:]
        for name in table.keys.sort { changes[name] = .string(sortKey.text) }
        return item.replacing(changes)
    }

    /// The write of a record's copy. It never takes the place of another one, unless that has expired.
    func revisionCopy(
        of item: EncodedItem, at sortKey: KeyText, table: String, now: Int64?
    ) throws(DynamoDBError) -> TransactionAction {
        let origin = RequestOrigin(entity: name, accessPattern: "revision")
        do throws(AttributeError) {
            var changes: [String: AttributeValue?] = [:]
            for name in history?.indexKeys ?? [] { changes.updateValue(nil, forKey: name) }
            for identifier in revisionIdentifiers.all { changes[identifier.attribute] = .string(identifier.value) }
            var request = PutItemRequest(
                tableName: table, item: try revisionKey(of: item, at: sortKey).replacing(changes))
            request.condition = isVacant(at: now)
            return TransactionAction(.put(request), origin: origin, meaning: .revision)
        } catch {
            throw .invalidRequest(error, origin)
        }
    }

    /// Lets no write pass that would write a record without its copy.
    func refuseWithoutCopy(_ write: String) throws(DynamoDBError) {
        guard history != nil else { return }
        throw DynamoDBError(
            .invalidRequest,
            "nothing was sent: \(name) keeps its history, and a write by '\(write)' would write no revision: "
                + "use create, or read the record and revise it")
    }
}
