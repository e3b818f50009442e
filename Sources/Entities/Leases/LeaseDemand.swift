/// What a write demands of the lease that is stored.
struct LeaseDemand: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// Nobody has it, and the last that did had this token; `nil` where nobody ever did.
        case free(after: Int?)
        /// The one with this token still has it.
        case held(Int)
        /// Nobody took it since the one with this token did.
        case last(Int)
        /// It is as it was read, whoever has it.
        case untouched(Lease?)
        /// The record that the write was made from had none.
        case missing
    }

    let attribute: String
    let kind: Kind
    /// The time that decides whether a lease is over.
    let date: Date

    /// `nil` for what cannot be demanded.
    var condition: Condition? {
        let path = AttributePath(attribute)
        func has(_ token: Int) -> Condition {
            .compare(.path(path.appending("token")), .equal, .value(.number(Number(token))))
        }
        switch kind {
        case .free(nil): return .notExists(.path(path))
        case .free(let token?): return .and(has(token), Lease.isFree(path, at: date))
        case .held(let token): return .and(has(token), Lease.isHeld(path, at: date))
        case .last(let token): return has(token)
        case .untouched(nil): return .notExists(.path(path))
        case .untouched(let lease?): return .compare(.path(path), .equal, Operand(converting: lease))
        case .missing: return nil
        }
    }

    /// Why nothing can be sent.
    func problem(of name: String) -> DynamoDBError? {
        guard kind == .missing else { return nil }
        return DynamoDBError(
            .invalidRequest,
            "nothing was sent: the \(name) that this was made from has no lease: use the record that taking one returns"
        )
    }

    /// What it means that the write's condition failed on an item; `nil` where the lease is not the reason.
    func failure(on item: EncodedItem, of name: String) -> DynamoDBError.Meaning? {
        let stored = Lease(in: item, attribute)
        switch kind {
        case .free:
            guard let stored, let until = stored.until, stored.isHeld(at: date) else { return nil }
            let end = DateText.text(of: until) ?? "\(until)"
            return (.leaseHeld, "the \(name) is leased by \(stored.owner) until \(end) (token \(stored.token))")
        case .held(let token):
            if stored?.token == token, stored?.isHeld(at: date) == true { return nil }
            return (.leaseLost, Self.loss(of: token, to: stored, name))
        case .last(let token):
            return stored?.token == token ? nil : (.leaseLost, Self.loss(of: token, to: stored, name))
        case .untouched(let lease):
            guard stored != lease else { return nil }
            let now = stored.map { "\($0.owner) has it, or had it last (token \($0.token))" } ?? "nobody has it"
            return (
                .versionConflict,
                "the lease of the \(name) was taken, renewed or given back since it was read: \(now) (see `item` for the "
                    + "current state)"
            )
        case .missing: return nil
        }
    }

    private static func loss(of token: Int, to stored: Lease?, _ name: String) -> String {
        guard let stored, stored.token != token else {
            return "the lease of the \(name) with the token \(token) is over, or was given back"
        }
        return
            "the lease of the \(name) with the token \(token) is lost: \(stored.owner) has taken it since (token \(stored.token))"
    }
}

extension Lease {
    /// The lease of an item; `nil` where it has none that can be read.
    init?(in item: EncodedItem, _ attribute: String) {
        let lease: Lease? = item.withPacked { map in
            guard let value = map[attribute] else { return nil }
            return try? value.converted()
        }
        guard let lease else { return nil }
        self = lease
    }

    static func isHeld(_ path: AttributePath, at date: Date) -> Condition {
        .compare(.path(path.appending("until")), .greater, Operand(date, as: EpochMilliseconds.self))
    }

    static func isFree(_ path: AttributePath, at date: Date) -> Condition {
        let until = Operand.path(path.appending("until"))
        return .or(.notExists(until), .compare(until, .lessOrEqual, Operand(date, as: EpochMilliseconds.self)))
    }
}
