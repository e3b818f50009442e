/// What an operation was given, as a fingerprint: a repeat has to be given the same.
enum OnceInput {
    /// SHA-256 of the value in the packed form, which is canonical: the same for equal values, in every process, as long as the type
    /// encodes itself in one order. Sets do not.
    static func fingerprint(_ input: some Encodable & Sendable) throws(AttributeError) -> String {
        let node = EncodedNode()
        do {
            try node.encode(input, at: [])
        } catch {
            throw AttributeError(coding: error)
        }
        let bytes = EncodedItem.packed(node.attributeValue)
        return SHA256.hash(bytes).description
    }
}
