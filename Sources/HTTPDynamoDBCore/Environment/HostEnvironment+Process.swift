import Foundation

extension HostEnvironment {
    /// The environment of this process; the variables are those of now.
    static var process: HostEnvironment {
        let variables = ProcessInfo.processInfo.environment
        return HostEnvironment(
            variables: variables, homeDirectory: homeDirectory(variables),
            readFile: { (path) throws(ConfigurationError) in try Self.text(ofFile: path) },
            runCommand: { try await RunningCommand.run($0, timeout: $1) }, now: { Date() },
            sleep: { try await Task.sleep(for: $0) }, random: { Double.random(in: 0..<1) })
    }

    /// By the rules of the AWS SDKs, which ask the variables first: `HOME`, on Windows `USERPROFILE` too.
    private static func homeDirectory(_ variables: [String: String]) -> String? {
        for name in ["HOME", "USERPROFILE"] {
            if let path = variables[name], !path.isEmpty { return path }
        }
        let path = NSHomeDirectory()
        return path.isEmpty ? nil : path
    }

    private static func text(ofFile path: String) throws(ConfigurationError) -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ConfigurationError("\(path) cannot be read: it is no file, or this process has no permission")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw ConfigurationError("\(path) is no text in UTF-8")
        }
        return text
    }
}
