/// What stands before an article's text: one `key: value` per line, between two lines `---`.
struct FrontMatter: Hashable {
    enum Value: Hashable {
        case text(String)
        case list([String])
    }

    struct Field: Hashable {
        let value: Value
        /// The line in the file, from 1.
        let line: Int
    }

    let fields: [String: Field]
    /// The line `---` that ends it.
    let lastLine: Int
    /// The text behind it.
    let body: String
}
