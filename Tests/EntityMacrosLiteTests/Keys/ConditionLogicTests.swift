import EntityMacrosLite
import Testing

@testable import Codegen

@Suite("Logic of index conditions")
struct ConditionLogicTests {
    private let entity: EntityModel = {
        var entity = EntityModel(typeName: "Item", name: "Item", pluralName: "items")
        let choice = ChoiceModel(
            typeName: "Status",
            cases: ["open", "closed", "lost"].map { ChoiceModel.Case(name: $0, rawValue: $0) })
        entity.attributes = [
            AttributeModel(name: "status", type: .choice(choice), swiftType: "Item.Status"),
            AttributeModel(name: "owner", type: .string, isOptional: true, swiftType: "Swift.String?"),
            AttributeModel(name: "isUrgent", type: .bool, swiftType: "Swift.Bool"),
            AttributeModel(name: "tags", type: .set(element: .string), swiftType: "Swift.Set<Swift.String>"),
        ]
        return entity
    }()

    private func status(_ value: String) -> IndexConditionModel { .equals(attribute: "status", value: .string(value)) }

    @Test func provesThatTwoExcludeEachOther() {
        #expect(ConditionLogic.exclude(status("open"), status("closed"), of: entity))
        #expect(ConditionLogic.exclude(status("open"), .not(.any([status("open"), status("lost")])), of: entity))
        #expect(!ConditionLogic.exclude(status("open"), .not(status("lost")), of: entity))
        #expect(!ConditionLogic.exclude(status("open"), nil, of: entity))
        let ada = IndexConditionModel.equals(attribute: "owner", value: .string("ada"))
        #expect(ConditionLogic.exclude(ada, .not(.isPresent(attribute: "owner")), of: entity))
        #expect(!ConditionLogic.exclude(.not(ada), .not(.isPresent(attribute: "owner")), of: entity))
    }

    /// All cases of a choice are known, those of a string are not.
    @Test func knowsWhatValuesThereAre() {
        let rest = IndexConditionModel.all([.not(status("open")), .not(status("closed"))])
        #expect(ConditionLogic([rest], of: entity).literals(where: rest) == ["status": [.string("lost")]])
        let strangers = IndexConditionModel.not(.equals(attribute: "owner", value: .string("ada")))
        #expect(ConditionLogic([strangers], of: entity).literals(where: strangers) == [:])
        let never = IndexConditionModel.all([
            .not(.equals(attribute: "isUrgent", value: .bool(true))),
            .not(.equals(attribute: "isUrgent", value: .bool(false))),
        ])
        #expect(ConditionLogic([never], of: entity).canHold { never.holds(for: $0) } == false)
    }

    @Test func knowsThatAnEmptySetIsAbsent() {
        let absent = IndexConditionModel.not(.isPresent(attribute: "tags"))
        #expect(ConditionLogic([absent], of: entity).canHold { absent.holds(for: $0) } == true)
        let present = IndexConditionModel.not(.isPresent(attribute: "status"))
        #expect(ConditionLogic([present], of: entity).canHold { present.holds(for: $0) } == false)
    }

    @Test func claimsNothingWhereTooMuchWouldHaveToBeTried() {
        let values = (0..<400).map { IndexConditionModel.equals(attribute: "a", value: .integer("\($0)")) }
        let others = (0..<400).map { IndexConditionModel.equals(attribute: "b", value: .integer("\($0)")) }
        let logic = ConditionLogic([.any(values), .any(others)], of: entity)
        #expect(logic.canHold { _ in false } == nil)
    }
}
