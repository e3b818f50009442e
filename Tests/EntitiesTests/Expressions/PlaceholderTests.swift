import Testing

@testable import Entities

@Suite("Placeholders of expressions")
struct PlaceholderTests {
    /// The members that a query with these names has.
    private func members(
        _ key: KeyCondition, filter: Condition? = nil, projection: [AttributePath]? = nil
    ) throws -> String {
        var request = QueryRequest(tableName: "t", keyCondition: key)
        request.filter = filter
        request.projection = projection
        var json = JSONWriter()
        try DynamoDBRequest.query(request).writeBody(to: &json)
        return String(decoding: json.bytes, as: UTF8.self).replacing(#"{"TableName":"t","#, with: "")
    }

    private func text(projection paths: [AttributePath]) -> String {
        var renderer = ExpressionRenderer()
        return renderer.render(projection: paths)
    }

    @Test("Key condition, filter and projection share names, and each value has its own placeholder")
    func shared() throws {
        let filter =
            Condition.compare(.path(AttributePath("pk")), .notEqual, .path(AttributePath("a.b")))
            && .compare(.path(AttributePath("a.b")), .equal, .value("x"))
        #expect(
            try members(
                KeyCondition([.init("pk", .value("x"))], range: .init("sk", .between(.value("a"), .value("b")))),
                filter: filter,
                projection: [AttributePath("sk"), AttributePath("a.b"), AttributePath("new")])
                    == #"""
                    "KeyConditionExpression":"#pk = :v0 AND #sk BETWEEN :v1 AND :v2",\#
                    "FilterExpression":"#pk <> #_2 AND #_2 = :v3","ProjectionExpression":"#sk, #_2, #new",\#
                    "ExpressionAttributeNames":{"#pk":"pk","#sk":"sk","#_2":"a.b","#new":"new"},\#
                    "ExpressionAttributeValues":{":v0":{"S":"x"},":v1":{"S":"a"},":v2":{"S":"b"},":v3":{"S":"x"}}}
                    """#)
    }

    @Test(
        "A name that is no word has a number",
        arguments: [
            ("title", "#title"), ("SIZE", "#SIZE"), ("a1_b", "#a1_b"), ("_id", "#_id"), ("__0", "#__0"), ("0", "#0"),
            ("_0", "#_0"), ("_", "#_0"), ("", "#_0"), ("a.b", "#_0"), ("a-b", "#_0"), ("a b", "#_0"), ("#a", "#_0"),
            ("é", "#_0"),
            ("\"", "#_0"), ("a\0", "#_0"), (":v0", "#_0"),
            (String(repeating: "a", count: 254), "#" + String(repeating: "a", count: 254)),
            (String(repeating: "a", count: 255), "#_0"), (String(repeating: "a", count: 65_535), "#_0"),
        ])
    func words(name: String, placeholder: String) throws {
        #expect(text(projection: [AttributePath(name)]) == placeholder)
    }

    @Test("Names that look like placeholders do not collide with them")
    func collisions() throws {
        let names = ["_1", "a.b", "_0", "_2", "x", "_01", "c d"]
        let placeholders = text(projection: names.map { AttributePath($0) }).split(separator: ", ")
        #expect(placeholders == ["#_0", "#_1", "#_2", "#_3", "#x", "#_5", "#_6"])
        #expect(Set(placeholders).count == names.count)
    }

    @Test("Two spellings of a letter are two names")
    func spellings() throws {
        #expect(
            text(projection: [AttributePath("\u{E9}"), AttributePath("e\u{301}"), AttributePath("\u{E9}")])
                == "#_0, #_1, #_0")
    }

    @Test("Paths go into maps and lists")
    func paths() throws {
        let path = AttributePath("lines").appending(index: 2).appending("unit.price").appending(index: 0).appending(
            index: 1)
        #expect(
            text(projection: [path, AttributePath("lines").appending("lines")])
                == "#lines[2].#_1[0][1], #lines.#lines")
        #expect(path.description == "lines[2].unit.price[0][1]")
        #expect(path.attributeName == "lines")
        #expect(!path.isTopLevel)
        #expect(AttributePath("lines").isPrefix(of: path))
        #expect(path.isPrefix(of: path))
        #expect(!path.isPrefix(of: AttributePath("lines").appending(index: 2)))
        #expect(!AttributePath("line").isPrefix(of: path))
    }

    @Test(
        "Every range of a key condition has its text",
        arguments: [
            (.less(.value(1)), "#sk < :v1"), (.lessOrEqual(.value(1)), "#sk <= :v1"),
            (.greater(.value(1)), "#sk > :v1"),
            (.greaterOrEqual(.value(1)), "#sk >= :v1"), (.between(.value(1), .value(2)), "#sk BETWEEN :v1 AND :v2"),
            (.beginsWith(.value("a")), "begins_with(#sk, :v1)"),
        ] as [(KeyCondition.Range, String)])
    func keyConditions(range: KeyCondition.Range, text: String) throws {
        let key = KeyCondition([.init("pk", .value("p"))], range: .init("sk", range))
        var renderer = ExpressionRenderer()
        let rendered = try renderer.render(key)
        #expect(rendered == "#pk = :v0 AND \(text)")
    }

    @Test("Several equalities are joined")
    func equalities() throws {
        let key = KeyCondition([.init("a", .value(1)), .init("b", .value(2)), .init("c", .value(3))])
        var renderer = ExpressionRenderer()
        let rendered = try renderer.render(key)
        #expect(rendered == "#a = :v0 AND #b = :v1 AND #c = :v2")
    }
}
