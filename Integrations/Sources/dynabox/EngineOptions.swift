import ArgumentParser
import DynamoDBServer
import Entities
import InMemoryDynamoDB

import struct Foundation.Data
import struct Foundation.URL

/// How the engine behaves: times that the service takes, and faults.
struct EngineOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How long tables and indexes take to be made, changed and deleted. 0: whoever asks next finds it done.",
            valueName: "seconds"))
    var transitions = 0.0

    @Option(
        help: ArgumentHelp(
            "How long an expired item (time to live) stays. 0: nobody sees it.", valueName: "seconds"))
    var expiry = 600.0

    @Option(
        help: ArgumentHelp(
            "How far eventually consistent reads and global indexes lag behind. 0: not at all.", valueName: "seconds"))
    var lag = 0.0

    @Option(
        help: ArgumentHelp(
            "Let requests fail by the rules in this file: throttling, lost connections, time-outs and more "
                + "(docs/Faults.md).", valueName: "file"))
    var faults: String?

    func validate() throws {
        for (name, value) in [("transitions", transitions), ("expiry", expiry), ("lag", lag)]
        where !(value >= 0 && value <= 1_000_000_000) {
            throw ValidationError("--\(name) \(value): give seconds from 0 on.")
        }
    }

    var options: InMemoryDynamoDB.Options {
        var options = InMemoryDynamoDB.Options()
        options.transitions = transitions == 0 ? .instant : .delayed(by: transitions)
        options.expiry = expiry == 0 ? .immediate : .delayed(by: expiry)
        options.consistency = lag == 0 ? .instant : .eventual(lag: lag)
        return options
    }

    /// Reads the rules before anything is listened to.
    func injector() throws -> FaultInjector? {
        guard let faults else { return nil }
        do {
            return FaultInjector(try FaultPlan(json: [UInt8](try Data(contentsOf: URL(filePath: faults)))))
        } catch let error as FaultPlanError {
            throw Failure("\(faults): \(error)")
        } catch {
            throw Failure("\(faults) cannot be read: \(error.localizedDescription)")
        }
    }
}
