extension DynamoDBError {
    /// Makes a request; why it cannot be made says of which operation.
    static func making<Request>(
        _ operation: String, _ origin: RequestOrigin, _ make: () throws(DynamoDBError) -> Request
    ) throws(DynamoDBError) -> Request {
        do throws(DynamoDBError) {
            return try make()
        } catch {
            throw error.at(operation, table: nil, origin: origin)
        }
    }

    /// - Throws: `invalidRequest` for less than one request at a time.
    static func check(concurrency: Int, _ origin: RequestOrigin) throws(DynamoDBError) {
        guard concurrency < 1 else { return }
        var error = DynamoDBError(
            .invalidRequest, "nothing was sent: the concurrency is \(concurrency), and has to be 1 or more")
        error.origin = origin
        throw error
    }

    /// A key or record as an item; a value that has no form in DynamoDB is an `invalidRequest`.
    static func encoding(
        _ value: some ItemEncodable, _ origin: @autoclosure () -> RequestOrigin
    ) throws(DynamoDBError) -> EncodedItem {
        do throws(AttributeError) {
            return try EncodedItem.encoding(value)
        } catch {
            throw invalidRequest(error, origin())
        }
    }

    /// A request that cannot be made because of a value in it.
    static func invalidRequest(_ error: AttributeError, _ origin: RequestOrigin) -> DynamoDBError {
        var failure = DynamoDBError(.invalidRequest, "nothing was sent: \(error)", underlying: error)
        failure.origin = origin
        return failure
    }

    /// An item as a record; one that is not what the definition says is an `undecodableResponse`.
    static func decoding<Value>(
        _ origin: RequestOrigin, _ decode: () throws(AttributeError) -> Value
    ) throws(DynamoDBError) -> Value {
        do throws(AttributeError) {
            return try decode()
        } catch {
            throw undecodable(error, origin)
        }
    }

    /// A stored item that is not what the definition says.
    @usableFromInline
    package static func undecodable(_ error: AttributeError, _ origin: RequestOrigin) -> DynamoDBError {
        var failure = DynamoDBError(
            .undecodableResponse, "an item or response is not of the expected form: \(error)", underlying: error)
        failure.origin = origin
        return failure
    }
}
