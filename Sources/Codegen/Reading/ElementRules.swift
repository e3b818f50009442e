import EntityMacrosLite

extension ElementRulesModel {
    /// The rules that `.each(…)` lists; what else it lists is told by name.
    init(_ options: [AttributeOptionKind], others: inout [String]) {
        self.init()
        for option in options {
            switch option {
            case .length(let minimum, let maximum): length = LengthModel(minimum: minimum, maximum: maximum)
            case .range(let minimum, let maximum): range = NumberRangeModel(minimum: minimum, maximum: maximum)
            case .matching(let pattern): self.pattern = pattern
            case .validated: isValidated = true
            default:
                // A case is named after its option.
                others.append("." + String("\(option)".prefix(while: \.isLetter)))
            }
        }
    }
}
