import ArgumentParser
import DynamoDBServer
import NIOCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

struct ListeningOptions: ParsableArguments {
    @Option(help: "The address to listen on. Anything but this machine's own lets others in.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 takes a free one.")
    var port = 8000

    @Option(help: ArgumentHelp("Write the port to this file once the server listens.", valueName: "file"))
    var portFile: String?

    @Option(help: "The region in the names of tables (ARNs). Requests for any region are answered.")
    var region = "us-east-1"

    @Option(help: ArgumentHelp("The account in the names of tables (ARNs).", valueName: "digits"))
    var accountID = "123456789012"

    @Option(help: ArgumentHelp("How many threads serve connections. (default: one a core)", valueName: "number"))
    var threads: Int?

    @Option(
        help: ArgumentHelp("How long running requests may take to end once the server stops.", valueName: "seconds"))
    var grace = 10

    func validate() throws {
        guard (0...65535).contains(port) else {
            throw ValidationError("--port \(port) is no port: give a number up to 65535, or 0 for a free one.")
        }
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("--threads \(threads): give at least 1 and at most 1024.")
        }
        guard (0...3600).contains(grace) else {
            throw ValidationError("--grace \(grace): give seconds from 0 to 3600.")
        }
        guard region.wholeMatch(of: /[a-z0-9-]+/) != nil else {
            throw ValidationError("--region \(region) is no region: they look like us-east-1.")
        }
        guard accountID.wholeMatch(of: /[0-9]{12}/) != nil else {
            throw ValidationError("--account-id \(accountID) is no account: they have twelve digits.")
        }
    }

    func apply(to configuration: inout ServerConfiguration) {
        configuration.host = host
        configuration.port = port
        configuration.region = region
        if let threads { configuration.threads = threads }
        configuration.grace = .seconds(Int64(grace))
    }

    /// Tells where the server is. The file comes first: who reads the line may rely on it.
    func announce(_ port: Int) throws {
        if let portFile { try AtomicFile.write(Array("\(port)\n".utf8), to: portFile) }
        print("listening on http://\(host.contains(":") ? "[\(host)]" : host):\(port)")
        fflush(nil)
    }
}
