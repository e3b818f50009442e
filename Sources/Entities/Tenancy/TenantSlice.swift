/// One of the tenants who share a table: what the keys of all its items begin with.
///
/// The generator makes the function that names one, where entities have a `.tenant` attribute:
///
/// ```swift
/// let acme = db.narrowed(to: CMS.tenant("acme"))
/// try await Article.get(tenantID: "umbrella", articleID: id).run(on: acme)        // outsideTenant, and nothing is sent
/// ```
public struct TenantSlice: Hashable, Sendable {
    /// `TENANT#acme`: what partition keys are, or begin with before a `#`.
    let key: KeyText
    /// The tenant's own value, for partition keys that are nothing else.
    let value: Operand
    /// The partition key attributes that are nothing else.
    let valueAttributes: Set<String>

    /// Called by generated code.
    /// - Parameters:
    ///   - value: the value of the tenant attribute; an empty one names no tenant.
    ///   - key: the text that partition keys begin with.
    ///   - valueAttributes: the partition key attributes that are the value itself.
    public init<Value: AttributeConvertible>(_ value: Value, key: KeyText, valueAttributes: Set<String> = []) {
        var key = key
        self.value = Operand(converting: value)
        self.valueAttributes = valueAttributes
        if self.value == .value(.string("")) { key.refuse("an empty text names no tenant") }
        self.key = key
    }

    /// Why there can be no such tenant.
    var problem: AttributeError? {
        if case .invalid(let error) = value { return error }
        return key.problem
    }

    /// Whether a partition key is one of the tenant's.
    func owns(_ value: AttributeValue, of attribute: String) -> Bool {
        guard problem == nil else { return false }
        if valueAttributes.contains(attribute) { return self.value == .value(value) }
        guard case .string(let text) = value else { return false }
        // By bytes: texts that Swift takes for equal are different keys.
        let rest = text.utf8.dropFirst(key.utf8.count)
        return key.utf8.withBytes { text.utf8.starts(with: $0) } && (rest.isEmpty || rest.first == UInt8(ascii: "#"))
    }
}

extension TenantSlice: CustomStringConvertible {
    public var description: String { key.text }
}

extension DynamoDBError.Code {
    /// A request of a database that is narrowed to a tenant has a key of another, or none that tells. Nothing was sent.
    public static let outsideTenant = Self(rawValue: "OutsideTenant")
}
