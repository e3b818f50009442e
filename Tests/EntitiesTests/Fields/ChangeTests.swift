import Foundation
import Testing

@testable import Entities

@Suite("Changes of updates")
struct ChangeTests {
    private func text(_ changes: (Note.Changes) -> Change) throws -> String {
        let change = changes(Note.Changes(key: Note.key))
        if let problem = change.problem { throw problem }
        var renderer = ExpressionRenderer()
        var text = try renderer.render(change.update)
        for (index, value) in renderer.values.enumerated().reversed() {
            text = text.replacing(":v\(index)", with: value.description)
        }
        return text
    }

    @Test("Values are set, and what is absent is removed")
    func setting() throws {
        #expect(try text { $0.title.set("x") } == ##"SET #title = {"S":"x"}"##)
        #expect(try text { $0.tags.set(["a"]) } == ##"SET #tags = {"SS":["a"]}"##)
        #expect(try text { $0.tags.set([]) } == "REMOVE #tags")
        #expect(try text { $0.memo.set("x") } == ##"SET #m = {"S":"x"}"##)
        #expect(try text { $0.memo.set(nil) } == "REMOVE #m")
        #expect(try text { $0.memo.set(String?.some("x")) } == ##"SET #m = {"S":"x"}"##)
        #expect(try text { $0.memo.set(String?.none) } == "REMOVE #m")
        #expect(try text { $0.memo.remove() } == "REMOVE #m")
        #expect(try text { $0.title.set(ifAbsent: "x") } == ##"SET #title = if_not_exists(#title, {"S":"x"})"##)
        #expect(try text { $0.tags.set(ifAbsent: []) } == "")
        #expect(try text { $0.expiresAt.set(Date(timeIntervalSince1970: 10.9)) } == ##"SET #expiresAt = {"N":"10"}"##)
    }

    @Test("A copy keeps to rules: to a range by a condition, to what no condition can say not at all")
    func copies() throws {
        #expect(try text { $0.views.set(to: $0.place.zip) } == "SET #views = #place.#zip")
        #expect(try text { $0.expiresAt.set(to: $0.expiresAt) } == "SET #expiresAt = #expiresAt")
        let other = UpdatableField<Int>("other")
        func condition(_ rule: Rule<Int>) -> Condition? { UpdatableField<Int>("n", rule).set(to: other).condition }
        let (least, greatest) = (
            Condition.compare(.path(other.path), .greaterOrEqual, .value(1)),
            Condition.compare(.path(other.path), .lessOrEqual, .value(9))
        )
        #expect(condition(.range(1...9)) == .and(least, greatest))
        #expect(condition(.range(1...)) == least)
        #expect(condition(.range(...9)) == greatest)

        let changes = Note.Changes(key: Note.key)
        #expect(
            changes.title.set(to: changes.memo).problem?.reason
                == "has rules that the database cannot check when it copies a value: set one")
        let bounded = UpdatableField<Int>("n", .range(1...9))
        let both = Rule<Int>.range(1...).and(.range(...9))
        for change in [
            bounded.add(other), bounded.subtract(other), UpdatableField<Int>("n", both).set(to: other),
        ] {
            #expect(change.problem != nil)
            #expect(change.update == UpdateExpression())
        }
        // Elements of one list are under one rule.
        let scores = UpdatableField<[Int]>("scores", .each(.range(1...9)))
        #expect(scores[0].set(to: scores[1]).problem == nil)
        #expect(scores[0].set(to: other).problem != nil)
        #expect(changes.scores[0].set(to: other).problem == nil)
    }

    @Test("Numbers are added to, where they are absent from 0")
    func numbers() throws {
        #expect(try text { $0.views.add(2) } == ##"ADD #views {"N":"2"}"##)
        #expect(try text { $0.views.add(-2) } == ##"ADD #views {"N":"-2"}"##)
        #expect(try text { $0.views.subtract(2) } == ##"SET #views = if_not_exists(#views, {"N":"0"}) - {"N":"2"}"##)
        #expect(
            try text { $0.place.zip.add(1) }
                == ##"SET #place.#zip = if_not_exists(#place.#zip, {"N":"0"}) + {"N":"1"}"##)
    }

    @Test("Numbers start at a value, or take another attribute's")
    func startingAt() throws {
        #expect(
            try text { $0.views.add(2, startingAt: 10) }
                == ##"SET #views = if_not_exists(#views, {"N":"10"}) + {"N":"2"}"##)
        #expect(
            try text { $0.views.subtract(2, startingAt: 10) }
                == ##"SET #views = if_not_exists(#views, {"N":"10"}) - {"N":"2"}"##)
        #expect(try text { $0.views.add($0.scores[0]) } == "SET #views = #views + #scores[0]")
        #expect(try text { $0.views.subtract($0.place.zip) } == "SET #views = #views - #place.#zip")
    }

    @Test("Sets, lists and dictionaries are changed in place")
    func collections() throws {
        #expect(try text { $0.tags.insert("b", "a") } == ##"ADD #tags {"SS":["a","b"]}"##)
        #expect(try text { $0.tags.insert(contentsOf: []) } == "")
        #expect(try text { $0.tags.remove("a") } == ##"DELETE #tags {"SS":["a"]}"##)
        #expect(try text { $0.tags.remove(contentsOf: []) } == "")
        #expect(
            try text { $0.scores.append(1, 2) }
                == ##"SET #scores = list_append(if_not_exists(#scores, {"L":[]}), {"L":[{"N":"1"},{"N":"2"}]})"##)
        #expect(
            try text { $0.scores.prepend(1) }
                == ##"SET #scores = list_append({"L":[{"N":"1"}]}, if_not_exists(#scores, {"L":[]}))"##)
        #expect(
            try text { $0.scores.prepend(1, 2) }
                == ##"SET #scores = list_append({"L":[{"N":"1"},{"N":"2"}]}, if_not_exists(#scores, {"L":[]}))"##)
        #expect(try text { $0.scores[3].set(1) } == ##"SET #scores[3] = {"N":"1"}"##)
        #expect(try text { $0.scores[3].set(nil) } == "REMOVE #scores[3]")
        #expect(
            try text { $0.labels["a"].set(ifAbsent: "x") }
                == ##"SET #labels.#a = if_not_exists(#labels.#a, {"S":"x"})"##)
        #expect(try text { $0.scores.set(at: 3, 1) } == ##"SET #scores[3] = {"N":"1"}"##)
        #expect(try text { $0.scores.remove(at: 3) } == "REMOVE #scores[3]")
        #expect(try text { $0.labels.set("a.b", "x") } == ##"SET #labels.#_1 = {"S":"x"}"##)
        #expect(try text { $0.labels.remove("a") } == "REMOVE #labels.#a")
    }

    @Test("Members of maps are changed alone, and maps as a whole")
    func maps() throws {
        #expect(try text { $0.place.city.set("Paris") } == ##"SET #place.#city = {"S":"Paris"}"##)
        #expect(try text { $0.place.zip.remove() } == "REMOVE #place.#zip")
        #expect(try text { $0.place.set(Place(city: "P")) } == ##"SET #place = {"M":{"city":{"S":"P"}}}"##)
        #expect(try text { $0.place.set(nil) } == "REMOVE #place")
        #expect(try text { $0.place.remove() } == "REMOVE #place")
        #expect(try text { $0.stops[1].city.set("P") } == ##"SET #stops[1].#city = {"S":"P"}"##)
        #expect(
            try text { $0.stops.append(Place(city: "P")) }
                == ##"SET #stops = list_append(if_not_exists(#stops, {"L":[]}), {"L":[{"M":{"city":{"S":"P"}}}]})"##)
        #expect(try text { $0.stops.remove(at: 0) } == "REMOVE #stops[0]")
    }

    @Test("A set inside of a map cannot be added to")
    func nestedSets() {
        let field = UpdatableField<Set<String>>(path: AttributePath("a").appending("b"))
        #expect(field.insert("x").problem?.path == "a.b")
        #expect(field.remove("x").problem != nil)
        #expect(field.set([]).update == UpdateExpression(remove: [field.path]))
    }

    @Test("An index below 0 is no path")
    func negativeIndex() {
        let scores = Note.Changes(key: Note.key).scores
        for change in [scores[-1].set(1), scores.remove(at: -1), scores[-1].add(1), scores.set(at: -1, 1)] {
            #expect(change.problem?.description.contains("scores[-1]") == true)
        }
    }

    @Test("Rules are checked where a value is set")
    func rules() {
        let changes = Note.Changes(key: Note.key)
        #expect(changes.title.set("").problem?.reason == "has 0, the definition allows 1 to 10")
        #expect(changes.title.set(ifAbsent: "much too long").problem?.path == "title")
        #expect(changes.memo.set("longer").problem?.reason == "has 6, the definition allows up to 5")
        #expect(changes.memo.set(nil).problem == nil)
        // The first reason is told.
        #expect(
            Change([changes.title.set("x"), changes.memo.set("longer"), changes.title.set("")]).problem?.path == "m")
    }

    @Test("Rules say what they allow, of dates far away as well")
    func ruleTexts() {
        let dates = Rule<Date>.range(Date(timeIntervalSince1970: 0)...Date(timeIntervalSince1970: 1))
        #expect(
            dates.check(Date(timeIntervalSince1970: 2))
                == "is 1970-01-01T00:00:02.000Z, the definition allows 1970-01-01T00:00:00.000Z to 1970-01-01T00:00:01.000Z"
        )
        #expect(dates.check(Date(timeIntervalSince1970: .infinity))?.hasPrefix("is inf seconds since 1970") == true)
        #expect(Rule<Int>.range(1...).check(0) == "is 0, the definition allows 1 and more")
        #expect(Rule<Int>.range(...1).check(2) == "is 2, the definition allows up to 1")
        #expect(Rule<[Int]>.length(2...).check([1]) == "has 1, the definition allows 2 and more")
        struct Odd: Error, CustomStringConvertible { let description = "is odd" }
        let even = Rule<Int>.validated { if $0 % 2 != 0 { throw Odd() } }
        #expect(even.check(1) == "is odd")
        #expect(even.and(.range(...10)).check(2) == nil)
        #expect(even.and(.range(...10)).check(12) == "is 12, the definition allows up to 10")
    }

    @Test("An index key is set with its parts, or removed with them")
    func indexKeys() throws {
        #expect(
            try text { $0.set(dueAt: Date(timeIntervalSince1970: 0)) }
                == ##"SET #dueAt = {"S":"1970-01-01T00:00:00.000Z"}, #gsi1pk = {"S":"T#t"}, #gsi1sk = {"S":"1970-01-01#n"}"##
        )
        #expect(try text { $0.set(dueAt: nil) } == "REMOVE #dueAt, #gsi1pk, #gsi1sk")
    }

    @Test("A unique value needs the old one, or its absence")
    func unique() {
        let (old, new) = (Note.uniqueAlias("a"), Note.uniqueAlias("b"))
        let replace = Change.unique("alias", replacing: old, with: new)
        #expect(replace.condition == .compare(.path(AttributePath("alias")), .equal, .value("a")))
        #expect(replace.claims == [new])
        #expect(replace.releases == [old])
        let set = Change.unique("alias", replacing: nil, with: new)
        #expect(set.condition == .notExists(.path(AttributePath("alias"))))
        #expect(set.claims == [new] && set.releases.isEmpty)
        let remove = Change.unique("alias", replacing: old, with: nil)
        #expect(remove.claims.isEmpty && remove.releases == [old])
        let keep = Change.unique("alias", replacing: old, with: old)
        #expect(keep.condition != nil && keep.claims.isEmpty && keep.releases.isEmpty)
        // Two spellings are two values.
        let spelling = Change.unique("alias", replacing: Note.uniqueAlias("\u{E9}"), with: Note.uniqueAlias("e\u{301}"))
        #expect(spelling.claims.count == 1 && spelling.releases.count == 1)
    }
}
