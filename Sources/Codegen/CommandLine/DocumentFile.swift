import Foundation

/// The file that a service's page is kept in. A file of other origin is never overwritten, be it another service's page.
struct DocumentFile {
    /// As it was given: relative to the current folder, or absolute.
    let path: String
    /// How the first line of the service's page begins.
    private let header: String

    /// - Parameter typeName: The service's type.
    init(path: String, service typeName: String) {
        self.path = path
        header = "\(SchemaDocument.headerPrefix) for \(typeName),"
    }

    /// The difference between the file and what it should be; empty where there is none.
    func difference(to text: String) throws -> String {
        let before = try self.text()
        return before == text ? "" : UnifiedDiff.text(from: before, to: text, path: path)
    }

    /// Writes the file, whole or not at all, if it is not what it should be.
    ///
    /// - Returns: What was done.
    func write(_ text: String) throws -> String {
        let before = try self.text()
        if before == text { return "\(path) is as the definitions say." }
        if let before, !before.hasPrefix(header) {
            throw GeneratedFolder.Problem(
                description:
                    "\(path) is there, and is not the page of this service (its first line does not say so): move it away."
            )
        }
        do {
            let url = URL(fileURLWithPath: path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url, options: .atomic)
        } catch {
            throw GeneratedFolder.Problem(
                description: "\(path) could not be written: \(error.localizedDescription)")
        }
        return "\(before == nil ? "created" : "changed") \(path)"
    }

    private func text() throws -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        do {
            return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        } catch {
            throw GeneratedFolder.Problem(description: "\(path) could not be read: \(error.localizedDescription)")
        }
    }
}
