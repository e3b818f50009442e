extension Dictionary {
    /// Of values with the same key, the first.
    init(first pairs: some Sequence<(Key, Value)>) {
        self.init(pairs) { first, _ in first }
    }
}
