/// The item that remembers an operation: who runs it or ran it, and what came of it.
struct OnceItem: Sendable {
    /// The attribute of the result.
    static let result = "_result"

    private static let run = "_run"
    private static let input = "_input"
    private static let until = "_until"
    private static let claimedUntil = "_claimedUntil"

    /// The run that wrote the item.
    var run: String
    /// The fingerprint of what the operation was given.
    var input: String?
    /// When it is forgotten.
    var until: Date
    /// Until when the run has it for itself; `nil` as soon as it is done.
    var claimedUntil: Date?
    var result: AttributeValue?

    init(run: String, input: String?, until: Date, claimedUntil: Date? = nil, result: AttributeValue? = nil) {
        self.run = run
        self.input = input
        self.until = until
        self.claimedUntil = claimedUntil
        self.result = result
    }

    init(_ item: EncodedItem) throws(AttributeError) {
        guard case .string(let run)? = item[Self.run], let until = try Self.time(item[Self.until]) else {
            throw AttributeError(
                .missingAttribute, path: Self.run, reason: "is missing: the item is none that remembers an operation")
        }
        self.run = run
        self.until = until
        if case .string(let text)? = item[Self.input] { input = text }
        claimedUntil = try Self.time(item[Self.claimedUntil])
        result = item[Self.result]
    }

    /// The whole item.
    /// - Parameter timeToLive: the attribute by which the table deletes items, if it does.
    func encoded(at key: EncodedItem, timeToLive: String?) -> EncodedItem {
        var attributes = key.attributes
        attributes[Self.run] = .string(run)
        attributes[Self.until] = Self.milliseconds(until)
        attributes[Self.input] = input.map { .string($0) }
        attributes[Self.claimedUntil] = claimedUntil.map(Self.milliseconds)
        attributes[Self.result] = result
        if let timeToLive { attributes[timeToLive] = Self.wholeSeconds(until) }
        return EncodedItem(attributes)
    }

    /// What an update does with a claimed item when its run is done.
    func completion(timeToLive: String?) -> UpdateExpression {
        var update = UpdateExpression(
            set: [.init(AttributePath(Self.until), .operand(.value(Self.milliseconds(until))))],
            remove: [AttributePath(Self.claimedUntil)])
        if let timeToLive {
            update.set.append(.init(AttributePath(timeToLive), .operand(.value(Self.wholeSeconds(until)))))
        }
        if let result { update.set.append(.init(AttributePath(Self.result), .operand(.value(result)))) }
        return update
    }

    /// That the item is the run's, and is not done.
    static func isClaimed(by run: String) -> Condition {
        .compare(.path(AttributePath(Self.run)), .equal, .value(.string(run)))
            && .exists(.path(AttributePath(claimedUntil)))
    }

    /// That the operation was never run, or is forgotten, or that its run has had its time.
    static func isFree(at now: Date) -> Condition {
        .notExists(.path(AttributePath(run))) || isOver(until, now) || isOver(claimedUntil, now)
    }

    private static func isOver(_ name: String, _ now: Date) -> Condition {
        .compare(.path(AttributePath(name)), .lessOrEqual, .value(milliseconds(now)))
    }

    private static func milliseconds(_ date: Date) -> AttributeValue {
        .number(Number(date.millisecondsSince1970 ?? .max))
    }

    /// What a time to live counts in; not earlier than the date.
    private static func wholeSeconds(_ date: Date) -> AttributeValue {
        .number(Number(Int64(min(date.timeIntervalSince1970.rounded(.up), 1e15))))
    }

    private static func time(_ value: AttributeValue?) throws(AttributeError) -> Date? {
        guard let value else { return nil }
        return Date(millisecondsSince1970: try value.converted(to: Int64.self))
    }
}
