import Testing

/// What updates do. Recorded by dynalite's, Alternator's and the 2026 conformance suite's tests of UpdateItem.
@Suite("Conformance: updates")
struct UpdateSemanticsTests {
    /// An item with the key `a` = `"1"` and these attributes, an update, and the attributes after it.
    private static func check(
        _ before: String, _ update: String, _ after: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        func item(_ attributes: String) -> String { #"{"a":{"S":"1"}\#(attributes.isEmpty ? "" : ",")\#(attributes)}"# }
        ItemTables().check(
            Recorded(
                .ok("PutItem", #"{"TableName":"hash","Item":\#(item(before))}"#),
                .ok(
                    "UpdateItem", #"{"TableName":"hash","Key":{"a":{"S":"1"}},\#(update),"ReturnValues":"ALL_NEW"}"#,
                    #"{"Attributes":\#(item(after))}"#),
                .ok("GetItem", #"{"TableName":"hash","Key":{"a":{"S":"1"}}}"#, #"{"Item":\#(item(after))}"#)))
    }

    private static func update(_ expression: String, _ values: String = "") -> String {
        #""UpdateExpression":"\#(expression)""# + (values.isEmpty ? "" : #","ExpressionAttributeValues":{\#(values)}"#)
    }

    @Test(
        arguments: [
            (#""b":{"S":"OLD"}"#, "SET b = :v, c = b", #"":v":{"S":"NEW"}"#, #""b":{"S":"NEW"},"c":{"S":"OLD"}"#),
            (#""b":{"S":"x"}"#, "REMOVE b SET c = b", "", #""c":{"S":"x"}"#), ("", "SET b = a", "", #""b":{"S":"1"}"#),
            (#""c":{"N":"10"}"#, "SET c = (c - :v)", #"":v":{"N":"3"}"#, #""c":{"N":"7"}"#),
            (
                "", "SET c = if_not_exists(c, :d) - :v", #"":v":{"N":"3"},":d":{"N":"0"}"#, #""c":{"N":"-3"}"#
            ),
            (
                "", "SET l = list_append(if_not_exists(l, :e), :m)", #"":e":{"L":[]},":m":{"L":[{"S":"x"}]}"#,
                #""l":{"L":[{"S":"x"}]}"#
            ),
            ("", "SET c = if_not_exists(x, if_not_exists(y, :v))", #"":v":{"N":"3"}"#, #""c":{"N":"3"}"#),
            (
                #""l":{"L":[{"N":"2"},{"N":"3"},{"N":"4"},{"N":"5"},{"N":"6"},{"N":"7"}]}"#,
                "REMOVE l[1] SET l[3] = :v",
                #"":v":{"N":"17"}"#, #""l":{"L":[{"N":"2"},{"N":"4"},{"N":"17"},{"N":"6"},{"N":"7"}]}"#
            ),
            (
                #""l":{"L":[{"S":"one"}]}"#, "SET l[84] = :a, l[37] = :b, l[17] = :c, l[50] = :d",
                #"":a":{"S":"a1"},":b":{"S":"a2"},":c":{"S":"a3"},":d":{"S":"a4"}"#,
                #""l":{"L":[{"S":"one"},{"S":"a3"},{"S":"a2"},{"S":"a4"},{"S":"a1"}]}"#
            ),
            (#""l":{"L":[{"S":"x"}]}"#, "REMOVE l[17], l[0]", "", #""l":{"L":[]}"#),
            (#""m":{"M":{"x":{"N":"1"}}}"#, "REMOVE m.x, m.y", "", #""m":{"M":{}}"#),
            (
                #""m":{"M":{"k":{"S":"k"}}}"#, "SET m.c = :v", #"":v":{"SS":[""]}"#,
                #""m":{"M":{"k":{"S":"k"},"c":{"SS":[""]}}}"#
            ),
            (#""s":{"SS":["a"]}"#, "ADD s :v", #"":v":{"SS":["","a","b"]}"#, #""s":{"SS":["","a","b"]}"#),
            (
                #""s":{"BS":["AQI=","Ag=="]}"#, "ADD s :v", #"":v":{"BS":["Ag==","AQ=="]}"#,
                #""s":{"BS":["AQ==","AQI=","Ag=="]}"#
            ),
            (#""s":{"NS":["1","2"]}"#, "ADD s :v", #"":v":{"NS":["2.0","3"]}"#, #""s":{"NS":["1","2","3"]}"#),
            (#""s":{"SS":["","a"]}"#, "DELETE s :v", #"":v":{"SS":["a","z"]}"#, #""s":{"SS":[""]}"#),
            (#""s":{"SS":["a"]}"#, "DELETE s :v, t :v", #"":v":{"SS":["a"]}"#, ""),
            ("", "ADD n :v, m :s", #"":v":{"N":"7"},":s":{"NS":["1"]}"#, #""n":{"N":"7"},"m":{"NS":["1"]}"#),
            (
                "", "SET b = :x + :y", #"":x":{"N":"1"},":y":{"N":"10000000000000000000000"}"#,
                #""b":{"N":"10000000000000000000001"}"#
            ),
            (
                #""m":{"M":{"x":{"N":"3"},"y":{"N":"4"},"c":{"M":{"y":{"N":"3"}}}}},"o":{"M":{"x":{"N":"1"},"y":{"N":"2"}}}"#,
                "SET m.b = :v, m.c.d = :v, o.x = :v REMOVE m.x, o.y", #"":v":{"N":"9"}"#,
                #""m":{"M":{"y":{"N":"4"},"b":{"N":"9"},"c":{"M":{"y":{"N":"3"},"d":{"N":"9"}}}}},"o":{"M":{"x":{"N":"9"}}}"#
            ),
        ] as [(String, String, String, String)])
    func expressions(_ before: String, _ expression: String, _ values: String, _ after: String) {
        Self.check(before, Self.update(expression, values), after)
    }

    @Test(
        arguments: [
            (#""n":{"N":"7"}"#, #"{"n":{"Action":"ADD","Value":{"N":"-3.5"}}}"#, #""n":{"N":"3.5"}"#),
            ("", #"{"n":{"Action":"ADD","Value":{"N":"2"}}}"#, #""n":{"N":"2"}"#),
            (
                #""s":{"NS":["1","2"]}"#, #"{"s":{"Action":"ADD","Value":{"NS":["3","2"]}}}"#,
                #""s":{"NS":["1","2","3"]}"#
            ),
            (
                #""l":{"L":[{"N":"1"}]}"#, #"{"l":{"Action":"ADD","Value":{"L":[{"S":"x"}]}}}"#,
                #""l":{"L":[{"N":"1"},{"S":"x"}]}"#
            ),
            ("", #"{"l":{"Action":"ADD","Value":{"L":[{"S":"x"}]}}}"#, #""l":{"L":[{"S":"x"}]}"#),
            (#""s":{"SS":["a","b"]}"#, #"{"s":{"Action":"DELETE","Value":{"SS":["b","z"]}}}"#, #""s":{"SS":["a"]}"#),
            (#""s":{"SS":["a"]}"#, #"{"s":{"Action":"DELETE","Value":{"SS":["a"]}}}"#, ""),
            (#""s":{"SS":["a"]}"#, #"{"s":{"Action":"DELETE"},"x":{"Action":"DELETE"}}"#, ""),
            (
                #""s":{"S":"a"}"#, #"{"s":{"Value":{"L":[]}},"a.b":{"Action":"PUT","Value":{"S":""}}}"#,
                #""s":{"L":[]},"a.b":{"S":""}"#
            ),
            (#""s":{"S":"a"}"#, "{}", #""s":{"S":"a"}"#),
        ] as [(String, String, String)])
    func attributeUpdates(_ before: String, _ updates: String, _ after: String) {
        Self.check(before, #""AttributeUpdates":\#(updates)"#, after)
    }

    private static let item =
        #"{"a":{"S":"1"},"s":{"SS":["1"]},"n":{"N":"1"},"t":{"NS":["1"]},"l":{"L":[{"S":"a"},{"S":"b"}]},"m":{"M":{"x":{"SS":["1"]}}}}"#

    private static func refusal(_ update: String) -> String {
        let tables = ItemTables()
        tables.check(Recorded(.ok("PutItem", #"{"TableName":"hash","Item":\#(item)}"#)))
        return tables.refusal("UpdateItem", #"{"TableName":"hash","Key":{"a":{"S":"1"}},\#(update)}"#)
    }

    @Test(
        arguments: [
            ("s", #"{"Action":"DELETE","Value":{"NS":["1"]}}"#), ("s", #"{"Action":"DELETE","Value":{"BS":["YQ=="]}}"#),
            ("n", #"{"Action":"DELETE","Value":{"NS":["1"]}}"#), ("s", #"{"Action":"ADD","Value":{"NS":["1"]}}"#),
            ("t", #"{"Action":"ADD","Value":{"N":"1"}}"#), ("s", #"{"Action":"ADD","Value":{"L":[]}}"#),
            ("l", #"{"Action":"ADD","Value":{"N":"3"}}"#), ("n", #"{"Action":"ADD","Value":{"SS":["a"]}}"#),
        ] as [(String, String)])
    func attributeUpdatesOfOtherTypes(_ name: String, _ update: String) {
        #expect(Self.refusal(#""AttributeUpdates":{"\#(name)":\#(update)}"#) == "Type mismatch for attribute to update")
    }

    private static let invalid = "One or more parameter values were invalid: "

    @Test(
        arguments: [
            (#"{"x":"whatever"}"#, "Only DELETE action is allowed when no attribute value is specified"),
            (#"{"Action":"PUT"}"#, "Only DELETE action is allowed when no attribute value is specified"),
            (#"{"Action":"DELETE","Value":{"S":"1"}}"#, "DELETE action with value is not supported for the type S"),
            (#"{"Action":"DELETE","Value":{"N":"1"}}"#, "DELETE action with value is not supported for the type N"),
            (#"{"Action":"DELETE","Value":{"L":[]}}"#, "DELETE action with value is not supported for the type L"),
            (#"{"Action":"DELETE","Value":{"M":{}}}"#, "DELETE action with value is not supported for the type M"),
            (
                #"{"Action":"DELETE","Value":{"NULL":true}}"#,
                "DELETE action with value is not supported for the type NULL"
            ),
            (#"{"Action":"ADD","Value":{"S":"1"}}"#, "ADD action is not supported for the type S"),
            (#"{"Action":"ADD","Value":{"B":"Yg=="}}"#, "ADD action is not supported for the type B"),
            (#"{"Action":"ADD","Value":{"NULL":true}}"#, "ADD action is not supported for the type NULL"),
            (#"{"Action":"ADD","Value":{"BOOL":true}}"#, "ADD action is not supported for the type BOOL"),
            (#"{"Action":"ADD","Value":{"M":{}}}"#, "ADD action is not supported for the type M"),
            (#"{"Action":"PUT","Value":{"SS":[]}}"#, "An string set  may not be empty"),
        ] as [(String, String)])
    func attributeUpdatesThatMakeNoSense(_ update: String, _ message: String) {
        ItemTables().check(
            Recorded(
                .invalid(
                    "UpdateItem",
                    #"{"TableName":"abc","Key":{},"Expected":{"a":{}},"AttributeUpdates":{"a":\#(update)}}"#,
                    Self.invalid + message)))
    }

    @Test(
        arguments: [
            ("delete t :v", #"{"SS":["1"]}"#), ("delete m :v", #"{"NS":["1"]}"#), ("delete m.x :v", #"{"NS":["1"]}"#),
            ("delete n :v", #"{"NS":["1"]}"#), ("add m :v", #"{"NS":["1"]}"#), ("add t :v", #"{"N":"1"}"#),
            ("set e = a + :v", #"{"N":"1"}"#), ("set e = m - :v", #"{"N":"1"}"#),
            ("set e = list_append(t, if_not_exists(f, :v))", #"{"L":[]}"#), ("add l :v", #"{"NS":["1"]}"#),
        ] as [(String, String)])
    func operandsOfOtherTypes(_ expression: String, _ value: String) {
        #expect(
            Self.refusal(Self.update(expression, #"":v":\#(value)"#))
                == "An operand in the update expression has an incorrect data type")
    }

    @Test(arguments: ["set c = b", "set e = list_append(b, c)", "set z = z", "set x = n, y = x"])
    func attributesThatAreNotThere(_ expression: String) {
        #expect(
            Self.refusal(Self.update(expression))
                == "The provided expression refers to an attribute that does not exist in the item")
    }

    @Test(arguments: [
        "set n.b = :v", "set n[1] = :v", "set y.a = :v", "set y[1] = :v", "set m[1] = :v", "set l.x = :v",
        "remove n.a set z = :v", "remove y.a set z = :v", "remove y[1] set z = :v", "remove m[1] set z = :v",
        "remove l.x set z = :v", "delete n.a :v", "delete y[1] :v", "delete m[1] :v", "delete l.x :v", "add n.a :v",
        "add y.a :v", "add m[1] :v", "add l.x :v",
    ])
    func pathsThatLeadNowhere(_ expression: String) {
        #expect(
            Self.refusal(Self.update(expression, #"":v":{"SS":["a"]}"#))
                == "The document path provided in the update expression is invalid for update")
    }

    @Test(
        arguments: [
            (":x + :y", "1e50", "1"), (":x - :y", "1e50", "1"), (":x + :y", "9e125", "9e125"),
            (":x - :y", "9e125", "-9e125"),
        ] as [(String, String, String)])
    func resultsThatNoNumberCanHold(_ sum: String, _ x: String, _ y: String) {
        #expect(
            Self.refusal(Self.update("SET b = \(sum)", #"":x":{"N":"\#(x)"},":y":{"N":"\#(y)"}"#))
                == "Number overflow. Attempting to store a number with magnitude larger than supported range")
    }

    @Test(arguments: [
        #""AttributeUpdates":{"x":{"Action":"DELETE"}}"#,
        #""AttributeUpdates":{"x":{"Action":"DELETE","Value":{"NS":["4"]}}}"#,
        #""UpdateExpression":"REMOVE x""#, #""UpdateExpression":"REMOVE x.y""#, #""UpdateExpression":"REMOVE x[0]""#,
    ])
    func removalsMakeNoItem(_ update: String) {
        ItemTables().check(
            Recorded(
                .ok("UpdateItem", #"{"TableName":"hash","Key":{"a":{"S":"1"}},\#(update),"ReturnValues":"ALL_NEW"}"#),
                .ok("GetItem", #"{"TableName":"hash","Key":{"a":{"S":"1"}}}"#)))
    }

    @Test(arguments: [#""ReturnValues":"ALL_OLD""#, #""AttributeUpdates":{}"#, #""ReturnValues":"UPDATED_NEW""#])
    func anUpdateOfNothingMakesAnItem(_ parameters: String) {
        ItemTables().check(
            Recorded(
                .ok("UpdateItem", #"{"TableName":"hash","Key":{"a":{"S":"1"}},\#(parameters)}"#),
                .ok("GetItem", #"{"TableName":"hash","Key":{"a":{"S":"1"}}}"#, #"{"Item":{"a":{"S":"1"}}}"#)))
    }

    @Test(arguments: [
        #""AttributeUpdates":{"d":{"Value":{"S":"1"}},"a":{"Value":{"S":"1"}}}"#,
        update("add a.b :v", #"":v":{"N":"1"}"#),
        update("delete a :v", #"":v":{"NS":["1"]}"#), update("remove d set c = :v, a = :v", #"":v":{"N":"1"}"#),
        update("delete c :v remove a", #"":v":{"NS":["1"]}"#), update("set a = a.b + a[1]"),
    ])
    func keysStayAsTheyAre(_ update: String) {
        #expect(
            Self.refusal(update)
                == "One or more parameter values were invalid: Cannot update attribute a. This attribute is part of the key"
        )
    }

    private static func refusalOfRange(_ update: String) -> String {
        ItemTables().refusal(
            "UpdateItem", #"{"TableName":"range","Key":{"a":{"S":"1"},"b":{"S":"1"}},\#(update)}"#)
    }

    @Test(arguments: [
        #""AttributeUpdates":{"d":{"Value":{"S":"x"}},"c":{"Value":{"N":"1"}}}"#,
        update("set d.a = a add c :v", #"":v":{"N":"1"}"#), update("set e = c[1], c = a + :v", #"":v":{"N":"1"}"#),
    ])
    func keysOfIndexesKeepTheirType(_ update: String) {
        #expect(
            Self.refusalOfRange(update)
                == "One or more parameter values were invalid: Type mismatch for Index Key c Expected: S Actual: N "
                + "IndexName: index1")
    }

    @Test(arguments: [
        update("add d.b :v", #"":v":{"N":"1"}"#), update("set d[1] = :v", #"":v":{"N":"1"}"#),
        update("set e = list_append(a, b), f = d[1]"),
    ])
    func keysOfIndexesAreScalars(_ update: String) {
        #expect(
            Self.refusalOfRange(update)
                == "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: IndexKey: d"
        )
    }

    @Test(arguments: ["c", "d"])
    func keysOfIndexesKeepTheirTypeWhateverIsCopied(_ name: String) {
        let tables = ItemTables()
        let key = #""TableName":"range","Key":{"a":{"S":"1"},"b":{"S":"1"}}"#
        tables.check(Recorded(.ok("UpdateItem", "{\(key),\(Self.update("set e = :v", #"":v":{"N":"1"}"#))}")))
        #expect(
            tables.refusal("UpdateItem", "{\(key),\(Self.update("set \(name) = e"))}")
                == "The update expression attempted to update the secondary index key to unsupported type")
        #expect(
            tables.refusal("UpdateItem", "{\(key),\(Self.update("set \(name) = :v", #"":v":{"S":""}"#))}")
                == "One or more parameter values are not valid. The update expression attempted to update a secondary index "
                + "key to a value that is not supported. The AttributeValue for a key attribute cannot contain an empty "
                + "string value.")
    }

    @Test func itemsStaySmallEnough() {
        let text = String(repeating: "a", count: 409_599)
        let number = String(repeating: "1", count: 38) + String(repeating: "0", count: 88)
        let updates =
            #"{"b":{"Action":"PUT","Value":{"S":"\#(text)"}},"c":{"Action":"PUT","Value":{"N":"\#(number)"}}}"#
        #expect(
            Self.refusal(#""AttributeUpdates":\#(updates)"#)
                == "Item size to update has exceeded the maximum allowed size")
    }
}
