/// Why the arguments are not understood.
struct UsageError: Error, Hashable {
    let message: String
}
