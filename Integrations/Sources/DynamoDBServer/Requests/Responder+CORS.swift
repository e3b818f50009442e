/// Requests from pages of other origins: all are welcome.
extension Responder {
    private static let exposed = "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date"

    /// What a browser asks before it sends a request: headers and methods are allowed as it names them.
    func preflight(_ request: Request) -> Answer {
        var answer = shared(Answer())
        if let headers = request.header("access-control-request-headers") {
            answer.headers.append(("Access-Control-Allow-Headers", headers))
        }
        if let method = request.header("access-control-request-method") {
            answer.headers.append(("Access-Control-Allow-Methods", method))
        }
        answer.headers.append(("Access-Control-Max-Age", "172800"))
        return answer
    }

    func shared(_ answer: Answer) -> Answer {
        var answer = answer
        answer.headers.append(("Access-Control-Allow-Origin", "*"))
        answer.headers.append(("Access-Control-Expose-Headers", Self.exposed))
        return answer
    }
}
