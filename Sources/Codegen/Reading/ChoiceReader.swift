import EntityMacrosLite

/// Names the enum that is generated for a `Choice`, and its cases.
enum ChoiceReader {
    static func read(
        _ values: [String], name: String, owner: String, location: SourceLocation
    ) -> (ChoiceModel, [Diagnostic]) {
        var problems: [Diagnostic] = []
        var cases: [ChoiceModel.Case] = []
        for value in values {
            guard let caseName = SwiftName.caseName(of: value) else {
                problems.append(
                    Diagnostic(
                        .error, "choice-name",
                        """
                        '\(name)' of \(owner): no enum case can be called after "\(value)"; use an enum of your own, with \
                        this as a raw value.
                        """, at: location))
                continue
            }
            if cases.contains(where: { $0.rawValue == value }) {
                problems.append(
                    Diagnostic(
                        .error, "choice-duplicate", "'\(name)' of \(owner) lists \"\(value)\" twice: take one away.",
                        at: location))
            } else if let other = cases.first(where: { $0.name == caseName }) {
                problems.append(
                    Diagnostic(
                        .error, "choice-duplicate",
                        """
                        '\(name)' of \(owner): "\(other.rawValue)" and "\(value)" would both be the case '.\(caseName)'; use \
                        an enum of your own.
                        """, at: location))
            } else {
                cases.append(ChoiceModel.Case(name: caseName, rawValue: value))
            }
        }
        return (ChoiceModel(typeName: SwiftName.typeName(of: name), cases: cases), problems)
    }
}
