public import NIOCore

/// A call that has passed all checks of the server and is about to reach the engine.
public struct EngineCall: Sendable {
    /// As in the header `X-Amz-Target`: `DynamoDB_20120810.GetItem`.
    public var target: String
    /// JSON.
    public var body: [UInt8]
}

/// What is to happen to a call instead of, or besides, its being carried out. For tests of what clients do when things go wrong.
public enum Intervention: Sendable {
    /// It is answered like this and not carried out.
    case answer(status: Int, body: [UInt8])
    /// It is carried out after a while, and meanwhile nothing else on its connection.
    case delay(TimeAmount)
    /// There is no answer for longer than any client waits. It is not carried out.
    case noAnswer
    /// The connection is lost before it is carried out.
    case loseRequest
    /// It is carried out, and then the connection is lost.
    case loseAnswer
}
