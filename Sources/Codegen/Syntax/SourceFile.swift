/// A Swift source file as the generator puts it together, before it is text.
struct SourceFile {
    /// The lines of the comment at the top, without `//`.
    var header: [String]
    var imports: [ImportSyntax]
    var declarations: [DeclarationSyntax]
}

/// The import of a module, or of one type of it.
struct ImportSyntax: Hashable {
    /// What stands before `import`: `@_exported public`.
    var modifiers: [String]
    /// The module, or the type's kind and name: `struct Foundation.Date`.
    var subject: String
}
