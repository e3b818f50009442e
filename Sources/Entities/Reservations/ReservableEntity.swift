/// An entity whose records are reserved: held until their time to live, by what its `.holder` says. Made by the generator.
///
/// ```swift
/// let held = try await Seat.reserve([.init(showID: "hamlet", seatID: "12", holderID: "ada", heldUntil: soon)]).run(on: db)
/// let mine = try await held[0].confirm().run(on: db)          // for good, if it is still hers
/// try await mine.release().run(on: db)                        // or given back
/// ```
/// Whoever reserves a record that is there, and has not expired, is refused. A hold is told from later ones of the same record by its holder,
/// its end, and its version where it has one.
public protocol ReservableEntity: ExpiringEntity {
    /// The changes that let a record last, if its index keys and unique values are still what they were.
    static func confirmation(of record: Self) -> [Change]
}

extension ReservableEntity {
    /// Holds all of these records, or none: up to 100, of which unique values count as well.
    ///
    /// The end of each hold, its time to live, is in the future; a draft without one is reserved for good.
    public static func reserve(_ drafts: [Draft]) -> Reserve<Self> { Reserve(drafts.map(Self.init)) }

    /// Lets the hold last for good, if it is still this one and has not expired.
    public func confirm() -> Confirm<Self> { Confirm(self) }

    /// Lets all of these holds last for good, or none: up to 100, of which unique values count as well.
    public static func confirm(_ records: [Self]) -> GroupConfirmation<Self> { GroupConfirmation(records) }

    /// Gives back what is held or confirmed, if it is still this one.
    public func release() -> Release<Self> { Release(self) }
}

extension EntitySchema {
    /// The condition that a record is the same hold as an item: has its holder, its end and its version.
    func isHold(_ item: EncodedItem) -> Condition? {
        let names = [holderAttribute, expiry?.name, versionAttribute].compactMap { $0 }
        return Condition.all(
            names.map { name in
                let path = Operand.path(AttributePath(name))
                return item[name].map { .compare(path, .equal, .value($0)) } ?? .notExists(path)
            })
    }

    /// Whether what is stored is a reservation that its holder has confirmed already.
    func isConfirmed(_ stored: EncodedItem, asHeldBy item: EncodedItem) -> Bool {
        guard let expiry, let holderAttribute, let holder = item[holderAttribute] else { return false }
        return owns(stored) && stored[holderAttribute] == holder && stored[expiry.name] == nil
    }
}

extension DynamoDBError.Code {
    /// What was to be reserved is reserved already. The error has the records: `conflicts(as:)`.
    public static let alreadyReserved = Self(rawValue: "AlreadyReserved")
    /// What was to be confirmed or given back has expired, was given back, or is another's now.
    public static let reservationLost = Self(rawValue: "ReservationLost")
}

extension DynamoDBError {
    /// The stored records of an entity that conditions failed on: those in the way of a reservation, for instance.
    ///
    /// ```swift
    /// catch let error as DynamoDBError where error.code == .alreadyReserved {
    ///     let taken = try error.conflicts(as: Seat.self).map(\.seatID)
    /// ```
    /// - Throws: `DynamoDBError` for an item that is not what the definition says.
    public func conflicts<E: Entity>(as type: E.Type) throws -> [E] {
        let items = [item].compactMap { $0 } + cancellationReasons.filter(\.isFailure).compactMap(\.item)
        return try items.filter(E.schema.owns).map { (item) throws(DynamoDBError) in
            try DynamoDBError.decoding(origin) { () throws(AttributeError) in try item.decode(as: E.self) }
        }
    }
}
