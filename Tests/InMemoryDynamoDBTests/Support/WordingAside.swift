import Foundation

/// What a message says, apart from how the service words it at the moment: with or without an envelope and wrappers, and sets quoted or not.
///
/// Most cases were recorded before the service began to change its words, and hold for all operations; `WordingTests` has the exact words
/// of each.
func wordingAside(_ message: String) -> String {
    var text = message
    let envelope = "1 validation error detected: "
    let isConstraint = text.contains("failed to satisfy constraint")
    if text.hasPrefix(envelope), !isConstraint { text.removeFirst(envelope.count) }
    let wrapper = "ExpressionAttributeValues contains invalid value: "
    if text.hasPrefix(wrapper), let end = text.range(of: " for key :", options: .backwards) {
        text = String(text[..<end.lowerBound].dropFirst(wrapper.count))
    }
    let placeholders = "ExpressionAttributeValues can only be specified when using expressions"
    if text.hasPrefix(placeholders) { return placeholders }
    if text.hasSuffix("Input collection contains duplicates.") { return "Input collection contains duplicates" }
    if text.contains("Input collection [") { return text.filter { $0 != "\"" && $0 != " " } }
    return text.hasSuffix("numeric value: ") ? String(text.dropLast(2)) : text
}
