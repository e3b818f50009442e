import Foundation

/// The folder that a service's generated files are kept in. Files of other origin in it are never touched, be they generated for
/// another service.
struct GeneratedFolder {
    /// As it was given: relative to the current folder, or absolute.
    let path: String
    /// How the first line of the service's files begins.
    private let header: String

    /// - Parameter typeName: The service's type.
    init(path: String, service typeName: String) {
        header = GeneratedFile.headerPrefix(service: typeName)
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// What has to be done to a file.
    struct Change: Hashable {
        enum Kind: String {
            case created, changed, deleted
        }

        var kind: Kind
        var name: String
        /// The file's text as it is; nil where there is none.
        var before: String?
        /// The file's text as it should be; nil where it should not be.
        var after: String?
    }

    /// A file that cannot be written or read, and why.
    struct Problem: Error, CustomStringConvertible {
        var description: String
    }

    /// What has to be done for the folder to hold these files, and none that was generated earlier; sorted by name.
    ///
    /// - Throws: `Problem` if a file of that name is there and was not generated for this service.
    func changes(to files: [GeneratedFile]) throws -> [Change] {
        var changes: [Change] = []
        for file in files {
            let before = try text(of: file.name)
            if before == file.contents { continue }
            if let before, !before.hasPrefix(header) { throw foreign(file.name, before) }
            changes.append(
                Change(kind: before == nil ? .created : .changed, name: file.name, before: before, after: file.contents)
            )
        }
        let wanted = Set(files.map(\.name))
        for name in try generatedNames() where !wanted.contains(name) {
            changes.append(Change(kind: .deleted, name: name, before: try text(of: name), after: nil))
        }
        return changes.sorted { $0.name < $1.name }
    }

    private func foreign(_ name: String, _ text: String) -> Problem {
        guard text.hasPrefix(GeneratedFile.headerPrefix) else {
            return Problem(
                description:
                    "\(path)/\(name) is there, and was not generated (its first line does not say so): move it away.")
        }
        return Problem(
            description: """
                \(path)/\(name) was generated for another service, or for this one under another name: give each service a folder of \
                its own, or delete the file.
                """)
    }

    /// Does what has to be done. A file is written whole or not at all.
    func apply(_ changes: [Change]) throws {
        guard !changes.isEmpty else { return }
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            for change in changes {
                if let after = change.after {
                    try Data(after.utf8).write(to: url(of: change.name), options: .atomic)
                } else {
                    try FileManager.default.removeItem(at: url(of: change.name))
                }
            }
        } catch {
            throw Problem(description: "\(path) could not be written to: \(error.localizedDescription)")
        }
    }

    /// The files in the folder that were generated for the service, by name.
    private func generatedNames() throws -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw Problem(description: "\(path) could not be read: \(error.localizedDescription)")
        }
        return try names.sorted().filter { name in
            guard name.hasSuffix(".swift") else { return false }
            return try text(of: name)?.hasPrefix(header) ?? false
        }
    }

    private func text(of name: String) throws -> String? {
        guard FileManager.default.fileExists(atPath: url(of: name).path) else { return nil }
        do {
            return String(decoding: try Data(contentsOf: url(of: name)), as: UTF8.self)
        } catch {
            throw Problem(description: "\(path)/\(name) could not be read: \(error.localizedDescription)")
        }
    }

    private func url(of name: String) -> URL { URL(fileURLWithPath: path).appendingPathComponent(name) }
}
