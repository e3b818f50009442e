/// What a write takes for granted of the stored record: what a failed condition means then.
struct Expectation: Sendable {
    enum Presence: Sendable { case unknown, absent, present }
    var presence = Presence.unknown
    /// The version, and the attribute that has it.
    var version: (attribute: String, version: Int)?
    /// The changes of state.
    var transitions: [StateTransition] = []
    /// What is demanded of the record's lease.
    var lease: LeaseDemand?
    /// That it has not expired at this time.
    var life: (attribute: ExpiryAttribute, now: Int64)?
    /// What it is called when it is not so, where that is not the usual name.
    var refusal: DynamoDBError.Code?

    /// Whether an item is there no more but for DynamoDB's not having deleted it.
    func isExpired(_ item: EncodedItem) -> Bool {
        life.map { $0.attribute.isOver(item, at: $0.now) } ?? false
    }

    /// Whether an item is not the version that was expected.
    func isOtherVersion(_ item: EncodedItem) -> Bool {
        guard let version else { return false }
        return item[version.attribute] != .number(Number(version.version))
    }

    /// What it means that a condition failed on an item; `nil` where it is the caller's own.
    ///
    /// Who has lost the lease has lost the record, whatever else became of it. Who changed it may have moved its state.
    func failure(on item: EncodedItem, of name: String) -> DynamoDBError.Meaning? {
        if let failure = lease?.failure(on: item, of: name) { return failure }
        if let (attribute, version) = version, isOtherVersion(item) {
            return (
                .versionConflict,
                "someone else changed the \(name): version \(version) was expected, "
                    + "\(item[attribute]?.description ?? "none") is stored (see `item` for the current state)"
            )
        }
        return transitions.first { $0.isIllegal(for: item) }.map {
            (.illegalTransition, $0.message(for: item, of: name))
        }
    }
}

extension EntitySchema {
    /// The condition that a record has the version that is expected, if one is.
    func isVersion(_ version: Int?) -> Condition? {
        guard let version, let versionAttribute else { return nil }
        return .compare(.path(AttributePath(versionAttribute)), .equal, .value(.number(Number(version))))
    }
}

extension EntitySchema {
    /// The condition that a record has not expired at this time, where it is demanded.
    func isAlive(at now: Int64?) -> Condition? {
        guard let now, let expiry else { return nil }
        return expiry.isAlive(at: now)
    }

    /// What is taken for granted of a record that has this version, if one is given, and has not expired by this time.
    func expectation(
        _ presence: Expectation.Presence, version: Int? = nil, aliveAt now: Int64? = nil
    ) -> Expectation {
        var expectation = Expectation(presence: presence)
        if let version, let versionAttribute { expectation.version = (versionAttribute, version) }
        if let now, let expiry { expectation.life = (expiry, now) }
        return expectation
    }
}

extension DynamoDBError {
    /// What a failed condition is told as.
    typealias Meaning = (code: Code, message: String)

    /// A condition that did not hold since there is no record.
    static var missing: DynamoDBError { DynamoDBError(.conditionalCheckFailed, "The conditional request failed") }
}

extension RecordWrite {
    /// A failed condition told as what it means: there is no record, or one, or it has another version.
    func explaining(_ error: DynamoDBError, _ expectation: Expectation) -> DynamoDBError {
        guard error.code == .conditionalCheckFailed else { return error }
        var error = error
        let name = Record.schema.name
        if let refusal = expectation.refusal { error.code = refusal }
        if let item = error.item, expectation.isExpired(item) {
            error.item = nil
            error.message = "there is no \(name) with this key any more, it has expired: \(key)"
            return error
        }
        switch (error.item, expectation.presence) {
        case (nil, .present): error.message = "there is no \(name) with this key: \(key)"
        case (nil, _): error.message = "a condition does not hold where there is no \(name) with this key: \(key)"
        case (_?, .absent): error.message = "there is a \(name) with this key already (see `item`): \(key)"
        case (let item?, _):
            error.message = "a condition does not hold for the \(name) that is stored (see `item`)"
            guard let failure = expectation.failure(on: item, of: name) else { break }
            (error.code, error.message) = failure
        }
        return error
    }
}
