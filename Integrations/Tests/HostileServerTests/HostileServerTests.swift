import Testing

/// The whole executor over real sockets, against a server that does what servers ought not to.
///
/// One test at a time: they are about limits of time, and about much at once.
@Suite("A hostile server", .serialized, .timeLimit(.minutes(10)))
enum HostileServerTests {}
