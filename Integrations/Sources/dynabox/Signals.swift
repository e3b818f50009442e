import Dispatch

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The signals that the program acts on, in the order of their arrival.
struct Signals {
    struct Signal: Sendable {
        let number: Int32
        var isForSaving: Bool { number == SIGUSR1 || number == SIGHUP }
    }

    let stream: AsyncStream<Signal>
    private let sources: [any DispatchSourceSignal]

    /// From here on they are kept until somebody asks.
    init() {
        // A client or a pipe that is gone is an error of one write, not the end.
        signal(SIGPIPE, SIG_IGN)
        let (stream, continuation) = AsyncStream.makeStream(of: Signal.self)
        self.stream = stream
        sources = [SIGINT, SIGTERM, SIGUSR1, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { continuation.yield(Signal(number: number)) }
            source.resume()
            return source
        }
    }

    /// The next signal to stop does what it does to any program.
    static func endAtOnceFromNowOn() {
        signal(SIGINT, SIG_DFL)
        signal(SIGTERM, SIG_DFL)
    }
}
