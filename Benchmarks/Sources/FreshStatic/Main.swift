import FreshProcess

/// The same, linked with the static libraries of Swift.
@main struct Main {
    static func main() async throws { try await FreshProcess.run() }
}
