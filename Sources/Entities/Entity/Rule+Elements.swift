extension Rule {
    /// A rule for each element of a list.
    public static func each<Element>(_ rule: Rule<Element>) -> Rule where Value == [Element] {
        elements { list in
            for (index, element) in list.enumerated() {
                if let reason = rule.check(element) { return "has an element [\(index)] that \(reason)" }
            }
            return nil
        }
    }

    /// A rule for each member of a set.
    public static func each<Element: SendableMetatype>(_ rule: Rule<Element>) -> Rule where Value == Set<Element> {
        elements { set in
            for element in set {
                if let reason = rule.check(element) { return "has a member that \(reason)" }
            }
            return nil
        }
    }

    /// A rule for each value of a dictionary.
    public static func each<Element>(_ rule: Rule<Element>) -> Rule where Value == [String: Element] {
        elements { dictionary in
            for (name, element) in dictionary.sorted(by: { $0.key < $1.key }) {
                if let reason = rule.check(element) { return "has an entry \(name) that \(reason)" }
            }
            return nil
        }
    }
}
