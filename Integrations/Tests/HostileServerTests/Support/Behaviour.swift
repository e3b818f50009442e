/// What the server does with one request.
struct Behaviour: Hashable, Sendable {
    enum Answer: Hashable, Sendable {
        // Good ones.
        case plain
        case bytewise
        case chunked
        /// Compressed, with the checksum of the bytes as sent.
        case gzip
        /// Without `Connection: close`, and closes: the next request may be on its way already.
        case last

        // Bad ones.
        case cutInHead
        case cutInBody
        /// Closes without a byte.
        case none
        /// Keeps the connection, and never says anything.
        case never
        /// Begins, and goes on by a byte now and then for as long as anybody listens.
        case trickling
        case wrongChecksum
        /// A `Content-Length` that the body never reaches.
        case tooLong
        /// A `Content-Length` that ends before the body does.
        case tooShort
        /// What is no HTTP.
        case garbage
        /// A good response whose body is no JSON.
        case nonsense
        /// More than the transport takes.
        case huge

        // Other answers than the engine's.
        case error(status: Int, code: String)
        /// An error that says how many milliseconds to wait.
        case retryAfter(Int)
        /// HTML, as proxies write it.
        case page(Int)
        case redirect
        /// Refuses signatures by any clock but its own, which is so many seconds ahead; a plain answer to others.
        case clock(ahead: Int)
    }

    var answer: Answer
    /// Whether the engine gets the request. A plain answer to one that it does not get makes no sense.
    var isCarriedOut = true
    /// Whether the engine gets it only after the client has lost patience.
    var isLate = false

    static let plain = Behaviour(answer: .plain)
    static let throttling = error(400, "ProvisionedThroughputExceededException")

    /// An error that says that the request was not carried out.
    static func error(_ status: Int, _ code: String) -> Behaviour {
        Behaviour(answer: .error(status: status, code: code), isCarriedOut: false)
    }

    /// A refusal, whatever the engine would have said.
    static func refusal(_ answer: Answer) -> Behaviour { Behaviour(answer: answer, isCarriedOut: false) }
}

extension Behaviour: CustomStringConvertible {
    var description: String { "\(answer)\(isCarriedOut ? "" : ", not carried out")\(isLate ? ", late" : "")" }
}
