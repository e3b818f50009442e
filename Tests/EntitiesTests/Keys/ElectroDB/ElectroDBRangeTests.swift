import Testing

@testable import Entities

@Suite("Ranges of parts in ElectroDB's format")
struct ElectroDBRangeTests {
    /// Where the part stands in its key: `prefix`, the part, `delimiter`, the rest; or `prefix`, the part, `postfix`.
    struct Place: Sendable, CustomTestStringConvertible {
        let prefix: String
        var delimiter = ""
        var postfix = ""
        var casing = KeyTextCasing.lowercased
        var testDescription: String { "\(prefix)…\(delimiter)\(postfix) \(casing)" }

        static let all = [
            Place(prefix: "$Author_1#a_"), Place(prefix: "$Author_1#a_", delimiter: "#b_"),
            Place(prefix: "#a_", postfix: "$Task_1"), Place(prefix: "", delimiter: "|"),
            Place(prefix: "", casing: .asWritten),
            Place(prefix: "A", delimiter: "e", casing: .asWritten),
            Place(prefix: "$A#", delimiter: "#B_", casing: .uppercased),
            Place(prefix: "x_", delimiter: "~z"),
        ]

        func key(_ part: String, _ rest: String) -> String {
            KeyText(literal: prefix + part + delimiter + (delimiter.isEmpty ? "" : rest) + postfix).cased(casing).text
        }

        /// The value with what ends it, which is what has an order; a value that has the delimiter in it ends there.
        func order(of part: String) -> [UInt8] {
            let text = KeyText(literal: part + delimiter + postfix).cased(casing).utf8.array
            let end = KeyText(literal: delimiter).cased(casing).utf8.array
            guard !end.isEmpty, let found = text.firstRange(of: end) else { return text }
            return Array(text[..<found.upperBound])
        }

        /// Whether the value has the delimiter in it.
        func isCut(_ part: String) -> Bool {
            order(of: part).count < KeyText(literal: part + delimiter + postfix).cased(casing).utf8.count
        }

        var neighbours: [String] {
            if prefix.isEmpty { return [] }
            let start = KeyText(literal: prefix).cased(casing).text
            return ["!", String(start.dropLast()), String(start.dropLast()) + "\u{10FFFE}", "\u{10FFFD}"].filter {
                !$0.isEmpty
            }
        }

        func condition(_ range: SortKeyRange<String>) -> SortKeyCondition {
            .range(after: KeyText(literal: prefix), range, before: delimiter, casing: casing, postfix: postfix) {
                "\(raw: $0)"
            }
        }
    }

    /// The ranges with these bounds, and whether they contain a value by its place in the order.
    private func ranges(
        _ lower: String, _ upper: String, _ place: Place
    ) -> [(range: SortKeyRange<String>, contains: (String) -> Bool)] {
        let (least, greatest) = (place.order(of: lower), place.order(of: upper))
        func isBelow(_ value: String) -> Bool { place.order(of: value).lexicographicallyPrecedes(least) }
        func isAt(_ value: String) -> Bool { place.order(of: value) == least }
        func isAbove(_ value: String) -> Bool { greatest.lexicographicallyPrecedes(place.order(of: value)) }
        func isAtEnd(_ value: String) -> Bool { place.order(of: value) == greatest }
        return [
            (lower...upper, { !isBelow($0) && !isAbove($0) }),
            (lower..<upper, { !isBelow($0) && !isAbove($0) && !isAtEnd($0) }), (lower..., { !isBelow($0) }),
            (...upper, { !isAbove($0) }), (..<upper, { !isAbove($0) && !isAtEnd($0) }),
            (.above(lower), { !isBelow($0) && !isAt($0) }),
            (.above(lower, through: upper), { !isBelow($0) && !isAt($0) && !isAbove($0) }),
            (.above(lower, upTo: upper), { !isBelow($0) && !isAt($0) && !isAbove($0) && !isAtEnd($0) }),
        ]
    }

    @Test(
        "A range selects exactly the values in it, in the order that values have with what ends them",
        arguments: Place.all)
    func values(place: Place) throws {
        var parts = RandomParts(seed: 11)
        for _ in 0..<80 {
            let values = (0..<20).map { _ in (parts.text(), parts.text()) }
            let bounds = values.map(\.0).filter { !place.isCut($0) }
            guard let lower = bounds.first, let upper = bounds.last else { continue }
            for (range, contains) in ranges(lower, upper, place) + ranges(lower, lower, place) {
                let condition = place.condition(range)
                for (value, rest) in values {
                    let key = place.key(value, rest)
                    if key.isEmpty { continue }
                    #expect(try condition.selects(key) == contains(value), "\(range) \(key.debugDescription)")
                }
                for key in place.neighbours { #expect(try !condition.selects(key), "\(range) \(key.debugDescription)") }
            }
            let start = values[0].0
            let condition = place.condition(.beginning(with: start))
            for (value, rest) in values {
                let key = place.key(value, rest)
                if key.isEmpty { continue }
                let begins = key.utf8.starts(with: KeyText(literal: place.prefix + start).cased(place.casing).text.utf8)
                #expect(try condition.selects(key) == begins, "\(start.debugDescription) \(key.debugDescription)")
            }
        }
    }

    @Test("A space is below #: texts that go on with one come before the text itself")
    func spaces() throws {
        let place = Place(prefix: "$e_1#city_", delimiter: "#street_")
        let (york, new) = (place.key("New York", "x"), place.key("New", "x"))
        #expect(york.precedes(new))
        #expect(try place.condition(..."New").selects(york))
        #expect(try !place.condition("New"...).selects(york))
        // As the last part they are in their own order.
        let last = Place(prefix: "$e_1#city_")
        #expect(try last.condition("New"...).selects(last.key("New York", "")))
        #expect(try !last.condition(..."New").selects(last.key("New York", "")))
    }

    @Test("A key that ends where the part is missing is in no range of numbers")
    func bareKeys() throws {
        for (delimiter, postfix) in [("", ""), ("#b_", ""), ("", "$Task_1")] {
            for range in [...5, ..<5, 0..., .above(0)] as [SortKeyRange<Int>] {
                let condition = SortKeyCondition.range(
                    after: "$E_1#a_", range, before: delimiter, casing: .lowercased, postfix: postfix
                ) { "\(raw: $0, padding: 4, "0")" }
                #expect(try !condition.selects("$e_1#a_"))
                #expect(try condition.selects("$e_1#a_0003" + (delimiter + postfix).lowercased()))
            }
        }
        #expect(
            try SortKeyCondition.range(after: "$e_1#a_", ..."x", casing: .lowercased) { "\(raw: $0)" }.selects(
                "$e_1#a_"))
    }

    @Test("A range without bounds is the beginning of the key")
    func unbounded() {
        let none = SortKeyRange<Int>()
        #expect(
            SortKeyCondition.range(after: "$E_1#a_", none, casing: .lowercased) { "\(raw: $0)" }
                == .beginning("$e_1#a_"))
        #expect(SortKeyCondition.range(after: "", none, casing: .lowercased) { "\(raw: $0)" } == .all)
        let all = SortKeyCondition.range(after: "", ""..., casing: .asWritten) { "\(raw: $0)" }
        #expect(all.kind == .all)
        #expect(all.kindByKeys == .all)
        let empty = SortKeyCondition.range(after: "", ..."", casing: .asWritten) { "\(raw: $0)" }
        #expect(empty.kind == .nothing)
        #expect(empty.kindByKeys == .nothing)
    }

    @Test("A bound that cannot be in a key refuses the query")
    func problems() {
        for range in [Double.nan..., ...(.nan), 1...(.nan), .above(.nan)] as [SortKeyRange<Double>] {
            let condition = SortKeyCondition.range(after: "a_", range, casing: .lowercased, within: "a") {
                "\(raw: $0)"
            }
            guard case .range(.beginsWith(let operand)) = condition.kind else {
                Issue.record("\(condition) is not refused")
                continue
            }
            #expect(operand.isInvalid)
            #expect(condition.kindByKeys == nil)
        }
    }

    // MARK: ElectroDB's own comparison

    private func keys(
        _ prefix: KeyText, _ range: SortKeyRange<String>, before delimiter: String = "",
        _ casing: KeyTextCasing = .lowercased,
        within entity: KeyText? = nil, postfix: String = ""
    ) -> KeyCondition.Range? {
        let condition = SortKeyCondition.range(
            after: prefix, range, before: delimiter, casing: casing, within: entity, postfix: postfix
        ) { "\(raw: $0)" }
        if case .range(let range)? = condition.kindByKeys { return range }
        return nil
    }

    @Test("ElectroDB's comparison has the operators and bounds of its vectors")
    func vectors() {
        #expect(
            keys("$byline#pieces#Article_1#publishedAt_", "2024-01-01"...)
                == .greaterOrEqual(.value("$byline#pieces#article_1#publishedat_2024-01-01")))
        #expect(
            keys("$ArticleTag_2#weight_", .above("0009"), before: "#articleId_")
                == .greater(.value("$articletag_2#weight_0009")))
        #expect(keys("$StockLevel_10#quantity_", ..<"10") == .less(.value("$stocklevel_10#quantity_10")))
        #expect(
            keys("$Reservation_7#checkIn_", ..."2024-12-31", before: "#state_")
                == .lessOrEqual(.value("$reservation_7#checkin_2024-12-31")))
        #expect(
            keys("$Author_1#verified_true#joinedYear_", "001998"..."002024", before: "#rating_")
                == .between(
                    .value("$author_1#verified_true#joinedyear_001998"),
                    .value("$author_1#verified_true#joinedyear_002024")))
        #expect(
            keys("$Reservation_7#paid_true#settledOn_", "w30"..."w39", .uppercased)
                == .between(
                    .value("$RESERVATION_7#PAID_TRUE#SETTLEDON_W30"), .value("$RESERVATION_7#PAID_TRUE#SETTLEDON_W39")))
        #expect(
            keys("$ArticleTag_2#articleId_01hzx3#kw_", .beginning(with: "Ri"))
                == .beginsWith(.value("$articletag_2#articleid_01hzx3#kw_ri")))
    }

    @Test("One bound leaves the other to the entity's prefix, where there is one")
    func within() {
        let (prefix, entity): (KeyText, KeyText) = ("$Task_1#status_open#points_", "$task_1")
        let end = Operand.value("$task_1\u{10FFFF}")
        func five(_ end: String) -> Operand { .value(.string("$task_1#status_open#points_5" + end)) }
        #expect(keys(prefix, "5"..., within: entity) == .between(five(""), end))
        #expect(keys(prefix, .above("5"), within: entity) == .between(five("\0"), end))
        #expect(keys(prefix, ..."5", within: entity) == .between(.value("$task_1"), five("")))
        #expect(
            keys(prefix, ..<"5", within: entity)
                == .between(.value("$task_1"), .value("$task_1#status_open#points_4\u{10FFFF}")))
        #expect(keys(prefix, "5"..., within: "") == .greaterOrEqual(five("")))
        #expect(keys(prefix, .above("1", upTo: "5"), within: entity) != nil)
        #expect(keys(prefix, "6"..."5", within: entity) == nil)
    }

    @Test("The postfix of a clustered key stays in the bounds, and after a beginning")
    func clustered() {
        func part(_ value: String) -> Operand { .value(.string("#status_open#points_\(value)$task_1")) }
        let prefix: KeyText = "#status_open#points_"
        // "all-parts-keep-the-suffix" of the vectors.
        #expect(
            keys("#reach_direct#mentionedAt_", ..<"2024-06-30", postfix: "$Message_1")
                == .less(.value("#reach_direct#mentionedat_2024-06-30$message_1")))
        #expect(keys(prefix, .above("5"), postfix: "$Task_1") == .greater(part("5")))
        #expect(keys(prefix, "1"..."5", postfix: "$Task_1") == .between(part("1"), part("5")))
        #expect(keys(prefix, .beginning(with: "5"), postfix: "$Task_1") == .beginsWith(part("5")))
        // By value, a beginning is one.
        #expect(
            SortKeyCondition.range(after: prefix, .beginning(with: "5"), casing: .lowercased, postfix: "$Task_1") {
                "\(raw: $0)"
            }.kind == .range(.beginsWith(.value("#status_open#points_5"))))
    }

    @Test("A beginning can differ from ElectroDB's")
    func beginnings() {
        // electrodb.md 2.7, 12: "opening" begins with "open" too.
        let condition = SortKeyCondition.beginning("$assignments#status_open#", keys: "$assignments#status_open")
        #expect(condition.kind == .range(.beginsWith(.value("$assignments#status_open#"))))
        #expect(condition.kindByKeys == .range(.beginsWith(.value("$assignments#status_open"))))
        #expect(SortKeyCondition.beginning("a", keys: "").kindByKeys == .all)
    }
}
