/// One thing that an update does: made in the closure of an update from the typed changes of the entity.
public struct Change: Hashable, Sendable {
    /// The actions on attributes.
    var update: UpdateExpression
    /// What few changes have, so that the others are smaller to copy.
    private var terms: Shared<Terms>?

    /// What must hold for the change to be right, such as the old value of a unique attribute.
    var condition: Condition? {
        get { terms?.content.condition }
        set { changeTerms { $0.condition = newValue } }
    }
    /// Unique values that are taken, and those that are given back.
    var claims: [UniqueClaim] {
        get { terms?.content.claims ?? [] }
        set { changeTerms { $0.claims = newValue } }
    }
    var releases: [UniqueClaim] {
        get { terms?.content.releases ?? [] }
        set { changeTerms { $0.releases = newValue } }
    }
    /// Unique values that are kept, for as long as the record is there from now on.
    var renewals: [UniqueClaim] {
        get { terms?.content.renewals ?? [] }
        set { changeTerms { $0.renewals = newValue } }
    }
    /// The states that change, each with what it has to be for that; part of the condition.
    var transitions: [StateTransition] {
        get { terms?.content.transitions ?? [] }
        set { changeTerms { $0.transitions = newValue } }
    }
    /// Why the change is refused, if a rule of the definition is broken.
    var problem: AttributeError? {
        get { terms?.content.problem }
        set { changeTerms { $0.problem = newValue } }
    }

    private struct Terms: Hashable, Sendable {
        var condition: Condition?
        var claims: [UniqueClaim] = []
        var releases: [UniqueClaim] = []
        var renewals: [UniqueClaim] = []
        var transitions: [StateTransition] = []
        var problem: AttributeError?
    }

    /// Keeps no terms where nothing is left of them, so that equal changes are equal.
    private mutating func changeTerms(_ change: (inout Terms) -> Void) {
        var changed = terms?.content ?? Terms()
        change(&changed)
        terms = changed == Terms() ? nil : Shared(changed)
    }

    /// A change that no typed field can make. Nothing keeps it from index keys and unique values: it is for attributes that the
    /// definition does not know.
    ///
    /// ```swift
    /// Change(update: UpdateExpression(set: [.init(AttributePath("legacy"), .operand(.value("x")))]))
    /// ```
    public init(update: UpdateExpression) {
        self.update = update
    }

    /// All of these together.
    public init(_ changes: consuming [Change]) {
        // Taken out of the list, so that what is merged with it need not copy it.
        self = changes.isEmpty ? Change(update: UpdateExpression()) : changes.removeFirst()
        for change in changes { merge(change) }
    }

    @usableFromInline
    mutating func merge(_ other: Change) {
        update.set.join(other.update.set)
        update.remove.join(other.update.remove)
        update.add.join(other.update.add)
        update.delete.join(other.update.delete)
        guard let added = other.terms?.content else { return }
        changeTerms {
            $0.condition = Condition.joined($0.condition, added.condition)
            $0.claims += added.claims
            $0.releases += added.releases
            $0.renewals += added.renewals
            $0.transitions += added.transitions
            $0.problem = $0.problem ?? added.problem
        }
    }

    /// Whether there is anything to do with claims of unique values.
    var touchesClaims: Bool { !(claims.isEmpty && releases.isEmpty && renewals.isEmpty) }

    static func set(_ path: AttributePath, _ value: SetValue) -> Change {
        Change(path, UpdateExpression(set: [.init(path, value)]))
    }

    @usableFromInline
    static func set(_ path: AttributePath, _ operand: Operand) -> Change { set(path, .operand(operand)) }

    /// What setting the empty set comes to.
    @usableFromInline
    static func removeEmptySet(_ path: AttributePath) -> Change {
        path.isElement ? .refused(path, "a list holds no empty sets: remove the element instead") : .remove(path)
    }

    /// Adds to a number; one that is absent counts as 0.
    @usableFromInline
    static func add(_ path: AttributePath, _ amount: Operand) -> Change {
        path.isTopLevel
            ? Change(update: UpdateExpression(add: [.init(path, amount)]))
            : .set(path, .plus(.ifNotExists(path, .operand(.value(0))), .operand(amount)))
    }

    @usableFromInline
    static func remove(_ path: AttributePath) -> Change {
        Change(path, UpdateExpression(remove: [path]))
    }

    /// Sets the value that stands at another path, which nobody but the database knows.
    static func copy<Value>(
        _ source: AttributePath, to path: AttributePath, under rule: Rule<Value>?, _ operand: (Value) -> Operand
    ) -> Change {
        var change = Change.set(path, .operand(source.operand))
        // The elements of one collection, and what is in them, are under the same rules.
        guard let rule, !path.isCounterpart(of: source) else { return change }
        guard rule.isRange, let bounds = rule.bounds?() else {
            return .refused(path, "has rules that the database cannot check when it copies a value: set one")
        }
        let least = bounds.least.map { Condition.compare(.path(source), .greaterOrEqual, operand($0)) }
        let greatest = bounds.greatest.map { Condition.compare(.path(source), .lessOrEqual, operand($0)) }
        change.condition = Condition.joined(least, greatest)
        return change
    }

    private init(_ path: AttributePath, _ update: UpdateExpression) {
        self.init(update: update)
        if let problem = path.problem { self.problem = problem }
    }

    @usableFromInline
    static func refused(_ path: AttributePath, _ reason: String) -> Change {
        var change = Change(update: UpdateExpression())
        change.problem = AttributeError(.invalidValue, path: path.description, reason: reason)
        return change
    }
}

// What generated code makes changes of that no single field can.
extension Change {
    /// Sets an attribute; an absent value (`nil`, an empty set) removes it.
    public static func set<Value: AttributeConvertible>(_ name: String, _ value: Value) -> Change {
        let path = AttributePath(name)
        return value.isAbsent ? .remove(path) : .set(path, .operand(Operand(converting: value)))
    }

    /// Sets an attribute whose values have to satisfy a rule.
    public static func set<Value: AttributeConvertible>(
        _ name: String, _ value: Value, _ rule: Rule<Value>
    ) -> Change {
        if let reason = rule.check(value) { return .refused(AttributePath(name), reason) }
        return .set(name, value)
    }

    /// Sets an optional attribute whose values have to satisfy a rule; `nil` removes it.
    public static func set<Value: AttributeConvertible>(
        _ name: String, _ value: Value?, _ rule: Rule<Value>
    ) -> Change {
        guard let value else { return .remove(AttributePath(name)) }
        return .set(name, value, rule)
    }

    /// Sets an attribute that has a coding of its own; `nil` removes it.
    public static func set<Coding: AttributeCoding & SendableMetatype>(
        _ name: String, _ value: Coding.Value?, as coding: Coding.Type, _ rule: Rule<Coding.Value>? = nil
    ) -> Change {
        let path = AttributePath(name)
        guard let value else { return .remove(path) }
        if let reason = rule?.check(value) { return .refused(path, reason) }
        return .set(path, .operand(Operand(value, as: coding)))
    }

    /// Sets an index key, or removes it so that the item leaves the index.
    public static func key(_ name: String, _ key: KeyText?) -> Change {
        let path = AttributePath(name)
        guard let key else { return .remove(path) }
        return .set(path, .operand(Operand(key)))
    }

    /// Changes nothing itself, and lets nothing be changed unless the attribute has this value, or is absent where that is `nil`.
    public static func holds<Value: AttributeConvertible>(_ name: String, _ value: Value) -> Change {
        .holding(name, value.isAbsent ? nil : Operand(converting: value))
    }

    /// Lets nothing be changed unless the attribute, which has a coding of its own, has this value.
    public static func holds<Coding: AttributeCoding & SendableMetatype>(
        _ name: String, _ value: Coding.Value?, as coding: Coding.Type
    ) -> Change {
        .holding(name, value.map { Operand($0, as: coding) })
    }

    private static func holding(_ name: String, _ value: Operand?) -> Change {
        let path = Operand.path(AttributePath(name))
        var change = Change(update: UpdateExpression())
        change.condition = value.map { .compare(path, .equal, $0) } ?? .notExists(path)
        return change
    }

    /// Adds to a number.
    public static func add(_ name: String, _ amount: Int) -> Change {
        .add(AttributePath(name), .value(.number(Number(amount))))
    }

    /// Replaces a unique value: the new one is claimed, and the old one, which the item must have, is given back. `nil` stands
    /// for an optional attribute that is absent.
    public static func unique(_ name: String, replacing old: UniqueClaim?, with new: UniqueClaim?) -> Change {
        var change = Change(update: UpdateExpression())
        change.condition = old?.isHeld ?? .notExists(.path(AttributePath(name)))
        // The key is what is unique: another value with the same key (in other case, say) is claimed already.
        if old?.key != new?.key {
            change.releases = [old].compactMap { $0 }
            change.claims = [new].compactMap { $0 }
        } else if let new, new.lifetime != nil, new.lifetime != old?.lifetime {
            change.renewals = [new]
        }
        return change
    }
}

/// Collects the changes of an update's closure.
@resultBuilder
public enum ChangeBuilder {
    // What was collected is one change all along: lists of one would be allocated for every line.
    @inlinable
    public static func buildExpression(_ change: Change) -> Change { change }
    @inlinable
    public static func buildExpression(_ changes: [Change]) -> Change { Change(changes) }

    @available(*, unavailable, message: "a condition does not change anything: put it behind the update, .if { … }")
    @inlinable
    public static func buildExpression(_ condition: Condition) -> Change { Change([]) }

    @inlinable
    public static func buildBlock() -> Change { Change([]) }
    @inlinable
    public static func buildPartialBlock(first change: Change) -> Change { change }
    @inlinable
    public static func buildPartialBlock(accumulated: consuming Change, next change: Change) -> Change {
        accumulated.merge(change)
        return accumulated
    }
    @inlinable
    public static func buildOptional(_ change: Change?) -> Change { change ?? Change([]) }
    @inlinable
    public static func buildEither(first change: Change) -> Change { change }
    @inlinable
    public static func buildEither(second change: Change) -> Change { change }
    @inlinable
    public static func buildArray(_ changes: [Change]) -> Change { Change(changes) }
    @inlinable
    public static func buildLimitedAvailability(_ change: Change) -> Change { change }
    @inlinable
    public static func buildFinalResult(_ change: Change) -> [Change] { [change] }
}

extension Array {
    /// Appends elements. Most changes are of one kind: nothing is copied for the lists that are empty.
    fileprivate mutating func join(_ others: [Element]) {
        if isEmpty {
            self = others
        } else if !others.isEmpty {
            self += others
        }
    }
}
