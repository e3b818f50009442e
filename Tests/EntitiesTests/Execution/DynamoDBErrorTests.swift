import Entities
import Testing

@Suite("Errors")
struct DynamoDBErrorTests {
    @Test("The description says where, what and why")
    func description() {
        let bare = DynamoDBError(.validation, "wrong")
        #expect(bare.description == "ValidationException: wrong")
        #expect(
            bare.at("Query", table: nil, origin: RequestOrigin()).description == "Query: ValidationException: wrong")
        var full = bare.at("Query", table: "cms", origin: RequestOrigin(entity: "Article", accessPattern: "published"))
        full.requestID = "R"
        #expect(full.description == "Article.published (Query on cms): ValidationException: wrong [request R]")
        let named = bare.at("Scan", table: nil, origin: RequestOrigin(entity: "Article"))
        #expect(named.description == "Article (Scan): ValidationException: wrong")
    }

    @Test("A place that is known stays")
    func place() {
        let error = DynamoDBError(.throttling, "slow").at("Query", table: "a", origin: RequestOrigin(entity: "A"))
        #expect(error.at("Scan", table: "b", origin: RequestOrigin(entity: "B")) == error)
    }
}
