/// The version of the interface between generated code and this library.
///
/// Generated code names the version that it was made for, so that it does not compile with a library that means something else by
/// the same calls: generate it again then.
public enum GeneratedCodeVersion: Sendable {
    case v1
}
