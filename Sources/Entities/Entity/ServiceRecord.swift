public protocol ServiceRecord: Hashable, Sendable {
    /// The record that an item is; `nil` for an item of no entity of the service.
    init?(_ item: EncodedItem) throws(AttributeError)
}
