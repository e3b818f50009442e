import Foundation
import Testing

@testable import Entities

@Suite("Fields in conditions")
struct FieldConditionTests {
    private func text(_ condition: (Note.Fields) -> Condition) throws -> String {
        var renderer = ExpressionRenderer()
        var text = try renderer.render(condition(Note.Fields()))
        for (index, value) in renderer.values.enumerated().reversed() {
            text = text.replacing(":v\(index)", with: value.description)
        }
        return text
    }

    @Test("Operators make comparisons")
    func comparisons() throws {
        #expect(try text { $0.views == 1 } == ##"#views = {"N":"1"}"##)
        #expect(try text { $0.views != 1 } == ##"#views <> {"N":"1"}"##)
        #expect(try text { $0.views < 1 && $0.views <= 2 } == ##"#views < {"N":"1"} AND #views <= {"N":"2"}"##)
        #expect(try text { $0.views > 1 || $0.views >= 2 } == ##"#views > {"N":"1"} OR #views >= {"N":"2"}"##)
        #expect(try text { $0.views.isBetween(1, and: 5) } == ##"#views BETWEEN {"N":"1"} AND {"N":"5"}"##)
        #expect(try text { $0.views < $0.limit } == "#views < #limit")
        #expect(try text { $0.views == $0.limit && $0.views != $0.limit } == "#views = #limit AND #views <> #limit")
        #expect(try text { !($0.title == "x") } == ##"NOT #title = {"S":"x"}"##)
    }

    @Test("Functions have names of their own")
    func functions() throws {
        #expect(try text { $0.title.begins(with: "a") } == ##"begins_with(#title, {"S":"a"})"##)
        #expect(try text { $0.title.contains("a") } == ##"contains(#title, {"S":"a"})"##)
        #expect(try text { $0.tags.contains("a") } == ##"contains(#tags, {"S":"a"})"##)
        #expect(try text { $0.scores.contains(3) } == ##"contains(#scores, {"N":"3"})"##)
        #expect(try text { $0.tags.size > 3 } == ##"size(#tags) > {"N":"3"}"##)
        #expect(
            try text { $0.tags.size == 3 && $0.tags.size != 4 }
                == ##"size(#tags) = {"N":"3"} AND size(#tags) <> {"N":"4"}"##)
        #expect(
            try text { $0.title.exists && $0.title.notExists }
                == "attribute_exists(#title) AND attribute_not_exists(#title)")
        #expect(try text { $0.title.hasType(.string) } == ##"attribute_type(#title, {"S":"S"})"##)
    }

    @Test("Optional attributes compare with nil")
    func optionals() throws {
        #expect(try text { $0.alias == nil } == "attribute_not_exists(#alias)")
        #expect(try text { $0.alias != nil } == "attribute_exists(#alias)")
        #expect(try text { $0.alias == "x" } == ##"#alias = {"S":"x"}"##)
        #expect(
            try text { $0.place == nil || $0.place != nil }
                == "attribute_not_exists(#place) OR attribute_exists(#place)")
    }

    @Test("Nested maps and lists of maps are reached by their members")
    func nested() throws {
        #expect(try text { $0.place.city == "Paris" } == ##"#place.#city = {"S":"Paris"}"##)
        #expect(try text { $0.place.zip == nil } == "attribute_not_exists(#place.#zip)")
        #expect(try text { $0.stops[2].city.begins(with: "P") } == ##"begins_with(#stops[2].#city, {"S":"P"})"##)
        #expect(
            try text { $0.place == Place(city: "P", zip: 1) } == ##"#place = {"M":{"city":{"S":"P"},"zip":{"N":"1"}}}"##
        )
        #expect(try text { $0.stops.size > 0 } == ##"size(#stops) > {"N":"0"}"##)
    }

    @Test("Elements of lists and dictionaries are fields that may be absent")
    func elements() throws {
        #expect(try text { $0.scores[1] > 3 } == ##"#scores[1] > {"N":"3"}"##)
        #expect(try text { $0.scores[1] == nil } == "attribute_not_exists(#scores[1])")
        #expect(try text { $0.labels["a"] == "x" } == ##"#labels.#a = {"S":"x"}"##)
        #expect(throws: AttributeError.self) { try text { $0.scores[-1] > 3 } }
    }

    @Test("Sizes compare with what the item has")
    func sizes() throws {
        #expect(try text { $0.tags.size < $0.limit } == "size(#tags) < #limit")
        #expect(try text { $0.tags.size == $0.scores.size } == "size(#tags) = size(#scores)")
        #expect(try text { $0.tags.size.isBetween(1, and: 3) } == ##"size(#tags) BETWEEN {"N":"1"} AND {"N":"3"}"##)
    }

    @Test("Absent or equal is one condition, and keeps its parentheses")
    func absentOr() throws {
        #expect(
            try text { $0.views > 1 && $0.alias.isAbsent(or: "x") }
                == ##"#views > {"N":"1"} AND (attribute_not_exists(#alias) OR #alias = {"S":"x"})"##)
    }

    @Test("A coding of its own makes the operand")
    func codings() throws {
        #expect(try text { $0.expiresAt < Date(timeIntervalSince1970: 10) } == ##"#expiresAt < {"N":"10"}"##)
        #expect(
            try text { $0.dueAt < Date(timeIntervalSince1970: 10) } == ##"#dueAt < {"S":"1970-01-01T00:00:10.000Z"}"##)
        #expect(throws: AttributeError.self) { try text { $0.expiresAt < Date(timeIntervalSince1970: .nan) } }
        #expect(throws: AttributeError.self) { try text { $0.dueAt < Date(timeIntervalSince1970: .infinity) } }
    }

    @Test("One of many values, however many")
    func isIn() throws {
        #expect(try text { $0.views.isIn([1, 2]) } == ##"#views IN ({"N":"1"}, {"N":"2"})"##)
        #expect(try text { $0.views.isIn([]) } == "attribute_exists(#views) AND attribute_not_exists(#views)")
        guard case .or(.isIn(_, let first), .isIn(_, let second)) = Note.Fields().views.isIn(0..<150) else {
            Issue.record("not two parts")
            return
        }
        #expect(first.count == 100)
        #expect(second.count == 50)
        #expect(second.last == .value(149))
    }
}
