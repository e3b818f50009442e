import Testing

@testable import Codegen

@Suite("Rendering Swift")
struct SwiftRendererTests {
    private func text(_ declaration: DeclarationSyntax) -> String {
        SwiftRenderer.text(of: SourceFile(header: ["Top."], imports: [], declarations: [declaration]))
    }

    private func function(parameters count: Int, body: [StatementSyntax]? = nil) -> DeclarationSyntax {
        .function(
            FunctionSyntax(
                modifiers: ["public"], kind: .function("find"),
                parameters: (0..<count).map { ParameterSyntax(name: "parameter\($0)", type: "Swift.String") },
                result: "Swift.Int", body: body))
    }

    @Test("A short signature stays on its line, with the body")
    func shortSignature() {
        #expect(
            text(function(parameters: 1, body: [.expression(.literal("1"))])) == """
                // Top.

                public func find(parameter0: Swift.String) -> Swift.Int { 1 }

                """)
    }

    @Test("Parameters that do not fit go on a line of their own, then on as many as they need")
    func longSignatures() {
        #expect(
            text(function(parameters: 5, body: [])) == """
                // Top.

                public func find(
                    parameter0: Swift.String, parameter1: Swift.String, parameter2: Swift.String, parameter3: Swift.String, parameter4: Swift.String
                ) -> Swift.Int {}

                """)
        #expect(
            text(function(parameters: 6)) == """
                // Top.

                public func find(
                    parameter0: Swift.String, parameter1: Swift.String, parameter2: Swift.String, parameter3: Swift.String, parameter4: Swift.String,
                    parameter5: Swift.String
                ) -> Swift.Int

                """)
    }

    @Test("Long calls break between arguments, and a sole array hugs its parentheses")
    func longCalls() {
        let long = ExpressionSyntax.string(String(repeating: "x", count: 50))
        let call = ExpressionSyntax.call(.name("f"), (0..<3).map { ArgumentSyntax("a\($0)", long) })
        #expect(
            text(function(parameters: 0, body: [.expression(call)])) == """
                // Top.

                public func find() -> Swift.Int {
                    f(
                        a0: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                        a1: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                        a2: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
                }

                """)
        let array = ExpressionSyntax.implicitInit([ArgumentSyntax(nil, .array([long, long, long]))])
        #expect(
            text(function(parameters: 0, body: [.expression(array)])) == """
                // Top.

                public func find() -> Swift.Int {
                    .init([
                        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                    ])
                }

                """)
    }

    @Test("Documentation, attributes, marks and blank lines")
    func members() {
        let type = TypeSyntax(
            documentation: ["A thing.", "", "With more to say."], modifiers: ["public"], keyword: .struct,
            name: "Thing",
            inherited: ["Swift.Hashable"],
            members: [
                .property(PropertySyntax(documentation: ["One."], name: "one", type: "Swift.Int")),
                .property(PropertySyntax(name: "two", type: "Swift.Int")),
                .mark("More"),
                .function(
                    FunctionSyntax(
                        attributes: ["@available(*, unavailable)"], kind: .function("a"), body: [])),
                .function(FunctionSyntax(kind: .function("b"), body: [])),
                .type(TypeSyntax(keyword: .enum, name: "Empty", members: [])),
            ])
        #expect(
            text(.type(type)) == """
                // Top.

                /// A thing.
                ///
                /// With more to say.
                public struct Thing: Swift.Hashable {
                    /// One.
                    var one: Swift.Int
                    var two: Swift.Int

                    // MARK: More
                    @available(*, unavailable)
                    func a() {}
                    func b() {}
                    enum Empty {}
                }

                """)
    }

    @Test("Branches stay on their line where they fit")
    func branches() {
        let branch = { (name: String, body: [StatementSyntax]) in
            StatementSyntax.conditional(
                [ConditionalBranchSyntax(conditions: [.binding(name: name, value: nil)], body: body)], otherwise: [])
        }
        let call = StatementSyntax.expression(.call(.name("f"), []))
        #expect(
            text(function(parameters: 0, body: [branch("a", [call]), branch("in", [call, call])])) == """
                // Top.

                public func find() -> Swift.Int {
                    if let a { f() }
                    if let `in` {
                        f()
                        f()
                    }
                }

                """)
    }
}

@Suite("Swift names and literals")
struct SwiftNamesTests {
    @Test(
        "Words of the language are escaped where they have to be",
        arguments: [
            ("default", "`default`", "default", "default"), ("inout", "`inout`", "inout", "`inout`"),
            ("self", "`self`", "`self`", "self"), ("title", "title", "title", "title"),
            ("Type", "`Type`", "`Type`", "Type"),
            ("actor", "actor", "actor", "actor"),
        ])
    func keywords(name: String, own: String, member: String, parameter: String) {
        #expect(SwiftKeyword.escaped(name) == own)
        #expect(SwiftKeyword.escapedMember(name) == member)
        #expect(SwiftKeyword.escapedParameter(name) == parameter)
    }

    @Test(
        "String literals read as the text that they are made of",
        arguments: [
            ("", #""""#), ("plain", #""plain""#), ("\"", #""\"""#), (#"\(x)"#, #""\\(x)""#),
            ("a\nb\r\t\0", #""a\nb\r\t\0""#),
            ("\u{7}", #""\u{7}""#), ("\u{200B}", #""\u{200B}""#), ("\u{301}", #""\u{301}""#),
            ("e\u{301}", "\"e\u{301}\""),
            ("\u{A0}", #""\u{A0}""#), ("हिन्दी", "\"हिन्दी\""), ("🙂", "\"🙂\""), ("\u{10FFFF}", #""\u{10FFFF}""#),
        ])
    func literals(text: String, literal: String) {
        #expect(SwiftStringLiteral.quoted(text) == literal)
    }

    @Test("Local names stay clear of the attributes'")
    func localNames() {
        var names = LocalNames(avoiding: ["item", "_item"])
        #expect(names("item") == "__item")
        #expect(names("key") == "key")
        #expect(names.claim("key") == "key")
        #expect(names("key") == "_key")
    }

    @Test(
        "What is not an identifier in the table becomes one",
        arguments: [("gsi1pk", "gsi1pk"), ("gsi1-pk", "gsi1Pk"), ("GSI1 PK", "gsi1Pk"), ("#", "key")])
    func identifiers(text: String, name: String) {
        #expect(SwiftName.identifier(for: text) == name)
    }
}
