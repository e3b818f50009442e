// Generated from vectors.json. Do not edit: generate again.
// swift-format-ignore-file

import ElectroDBModel
import Entities

/// The calls to SensorNet.
enum SensorNetCalls {
    static let all: [VectorCall] = [
        VectorCall("iot-device/put/full", on: SensorNet.table, call0),
        VectorCall("iot-device/put/without-index-parts", on: SensorNet.table, call1),
        VectorCall("iot-device/put/latitude-zero", on: SensorNet.table, call2),
        VectorCall("iot-device/create/other-site", on: SensorNet.table, call3),
        VectorCall("iot-device/upsert/full", on: SensorNet.table, call4),
        VectorCall("iot-device/get/by-key", on: SensorNet.table, call5),
        VectorCall("iot-device/delete/other-site", on: SensorNet.table, call6),
        VectorCall("iot-device/update/native-index-part-alone", on: SensorNet.table, call7),
        VectorCall("iot-device/update/model-and-latitude", on: SensorNet.table, call8),
        VectorCall("iot-device/update/leave-model-index", on: SensorNet.table, call9),
        VectorCall("iot-device/patch/battery", on: SensorNet.table, call10),
        VectorCall("iot-device/query/telemetry/partition", on: SensorNet.table, call11),
        VectorCall("iot-device/query/telemetry/exact", on: SensorNet.table, call12),
        VectorCall("iot-device/query/telemetry/installed-since", on: SensorNet.table, call13),
        VectorCall("iot-device/query/telemetry/kind-begins", on: SensorNet.table, call14),
        VectorCall("iot-device/query/telemetry/missing-partition-part", on: SensorNet.table, doesNotCompile: 2002, "the partition key has siteId"),
        VectorCall("iot-device/query/byModel/below", on: SensorNet.table, call16),
        VectorCall("iot-device/scan/table", on: SensorNet.table, call17),
        VectorCall("iot-reading/put/full", on: SensorNet.table, call18),
        VectorCall("iot-reading/put/number-negative-fraction", on: SensorNet.table, call19),
        VectorCall("iot-reading/put/number-exponent-large", on: SensorNet.table, call20),
        VectorCall("iot-reading/put/number-just-below-exponent", on: SensorNet.table, call21),
        VectorCall("iot-reading/put/number-exponent-small", on: SensorNet.table, call22),
        VectorCall("iot-reading/put/number-just-above-small-exponent", on: SensorNet.table, call23),
        VectorCall("iot-reading/put/number-many-digits", on: SensorNet.table, call24),
        VectorCall("iot-reading/put/only-required", on: SensorNet.table, call25),
        VectorCall("iot-reading/create/quiet", on: SensorNet.table, call26),
        VectorCall("iot-reading/upsert/full", on: SensorNet.table, call27),
        VectorCall("iot-reading/get/by-key", on: SensorNet.table, call28),
        VectorCall("iot-reading/delete/padded", on: SensorNet.table, call29),
        VectorCall("iot-reading/update/alarm-and-celsius", on: SensorNet.table, call30),
        VectorCall("iot-reading/patch/quality", on: SensorNet.table, call31),
        VectorCall("iot-reading/query/reading/since", on: SensorNet.table, call32),
        VectorCall("iot-reading/query/telemetry/kind-and-range", on: SensorNet.table, call33),
        VectorCall("iot-reading/query/byQuality/hotter", on: SensorNet.table, call34),
        VectorCall("iot-reading/query/alarms/exact", on: SensorNet.table, call35),
        VectorCall("iot-reading/query/timeline/range", on: SensorNet.table, call36),
        VectorCall("iot-reading/scan/timeline", on: SensorNet.table, call37),
        VectorCall("telemetry/collection/partition", on: SensorNet.table, call38),
        VectorCall("telemetry/collection/shared-sort-part", on: SensorNet.table, call39),
        VectorCall("telemetry/collection/begins", on: SensorNet.table, call40),
    ]

    /// iot-device/put/full
    static func call0(on db: Database) async throws {
        _ = try await Device.put(.init(siteId: "Roof-1", deviceId: "D-42", region: "North", kind: .thermo, firmware: "1.10.2", installedAt: 1700000000, model: "TX-9", latitude: -33.8688, batteryPct: 81)).run(on: db)
    }

    /// iot-device/put/without-index-parts
    static func call1(on db: Database) async throws {
        _ = try await Device.put(.init(siteId: "Roof-1", deviceId: "D-43", notes: "spare")).run(on: db)
    }

    /// iot-device/put/latitude-zero
    static func call2(on db: Database) async throws {
        _ = try await Device.put(.init(siteId: "Roof-1", deviceId: "D-42", region: "North", kind: .thermo, firmware: "1.10.2", installedAt: 1700000000, model: "TX-9", latitude: 0, batteryPct: 81)).run(on: db)
    }

    /// iot-device/create/other-site
    static func call3(on db: Database) async throws {
        _ = try await Device.create(.init(siteId: "Cellar", deviceId: "D-1", region: "South", kind: .baro, firmware: "2.0.0", installedAt: 1700086400)).run(on: db)
    }

    /// iot-device/upsert/full
    static func call4(on db: Database) async throws {
        _ = try await Device.upsert(.init(siteId: "Roof-1", deviceId: "D-42", region: "North", kind: .thermo, firmware: "1.10.2", installedAt: 1700000000, model: "TX-9", latitude: -33.8688, batteryPct: 81), model: "TX-9", latitude: -33.8688).run(on: db)
    }

    /// iot-device/get/by-key
    static func call5(on db: Database) async throws {
        _ = try await Device.get(siteId: "Roof-1", deviceId: "D-42").run(on: db)
    }

    /// iot-device/delete/other-site
    static func call6(on db: Database) async throws {
        _ = try await Device.delete(siteId: "CELLAR", deviceId: "D-1").run(on: db)
    }

    /// iot-device/update/native-index-part-alone
    static func call7(on db: Database) async throws {
        _ = try await Device.update(siteId: "Roof-1", deviceId: "D-42") {
            $0.kind.set(.baro)
        }.orCreate().run(on: db)
    }

    /// iot-device/update/model-and-latitude
    static func call8(on db: Database) async throws {
        _ = try await Device.update(siteId: "Roof-1", deviceId: "D-42") {
            $0.set(model: "TX-10")
            $0.set(latitude: 51.5)
        }.orCreate().run(on: db)
    }

    /// iot-device/update/leave-model-index
    static func call9(on db: Database) async throws {
        _ = try await Device.update(siteId: "Roof-1", deviceId: "D-42") {
            $0.notes.remove()
            $0.set(model: nil)
            $0.set(latitude: nil)
        }.orCreate().run(on: db)
    }

    /// iot-device/patch/battery
    static func call10(on db: Database) async throws {
        _ = try await Device.patch(siteId: "Roof-1", deviceId: "D-42") {
            $0.batteryPct.add(-1.5)
            $0.notes.set("swap battery")
        }.run(on: db)
    }

    /// iot-device/query/telemetry/partition
    static func call11(on db: Database) async throws {
        _ = try await Device.telemetry(region: "North", siteId: "Roof-1").comparing(.keys).all(on: db)
    }

    /// iot-device/query/telemetry/exact
    static func call12(on db: Database) async throws {
        _ = try await Device.telemetry(region: "North", siteId: "Roof-1", kind: .thermo, installedAt: 1700000000).comparing(.keys).all(on: db)
    }

    /// iot-device/query/telemetry/installed-since
    static func call13(on db: Database) async throws {
        _ = try await Device.telemetry(region: "North", siteId: "Roof-1", kind: .thermo, installedAt: (1690000000)...).comparing(.keys).all(on: db)
    }

    /// iot-device/query/telemetry/kind-begins
    static func call14(on db: Database) async throws {
        _ = try await Device.telemetry(region: "North", siteId: "Roof-1", kind: .beginning(with: "th")).comparing(.keys).all(on: db)
    }

    /// iot-device/query/byModel/below
    static func call16(on db: Database) async throws {
        _ = try await Device.byModel(model: "TX-9", latitude: ..<(0)).comparing(.keys).all(on: db)
    }

    /// iot-device/scan/table
    static func call17(on db: Database) async throws {
        _ = try await Device.scan().all(on: db)
    }

    /// iot-reading/put/full
    static func call18(on db: Database) async throws {
        _ = try await Reading.put(.init(siteId: "Roof-1", deviceId: "D-42", takenAt: 1717228800, region: "North", kind: .thermo, quality: .good, celsius: 21.5, alarm: false, batch: "b1")).run(on: db)
    }

    /// iot-reading/put/number-negative-fraction
    static func call19(on db: Database) async throws {
        _ = try await Reading.put(.init(siteId: "S", deviceId: "D", takenAt: 1, celsius: -0.25, alarm: true)).run(on: db)
    }

    /// iot-reading/put/number-exponent-large
    static func call20(on db: Database) async throws {
        _ = try await Reading.put(.init(siteId: "S", deviceId: "D", takenAt: 1, celsius: 1e+21, alarm: true)).run(on: db)
    }

    /// iot-reading/put/number-just-below-exponent
    static func call21(on db: Database) async throws {
        _ = try await Reading.put(.init(siteId: "S", deviceId: "D", takenAt: 1, celsius: 1.2345678901234568e+20, alarm: true)).run(on: db)
    }

    /// iot-reading/put/number-exponent-small
    static func call22(on db: Database) async throws {
        _ = try await Reading.put(.init(siteId: "S", deviceId: "D", takenAt: 1, celsius: 1e-07, alarm: true)).run(on: db)
    }

    /// iot-reading/put/number-just-above-small-exponent
    static func call23(on db: Database) async throws {
        _ = try await Reading.put(.init(siteId: "S", deviceId: "D", takenAt: 1, celsius: 1e-06, alarm: true)).run(on: db)
    }

    /// iot-reading/put/number-many-digits
    static func call24(on db: Database) async throws {
        _ = try await Reading.put(.init(siteId: "S", deviceId: "D", takenAt: 1, celsius: 0.30000000000000004, alarm: true)).run(on: db)
    }

    /// iot-reading/put/only-required
    static func call25(on db: Database) async throws {
        _ = try await Reading.put(.init(siteId: "S", deviceId: "D", takenAt: 2)).run(on: db)
    }

    /// iot-reading/create/quiet
    static func call26(on db: Database) async throws {
        _ = try await Reading.create(.init(siteId: "Roof-1", deviceId: "D-42", takenAt: 1717228860, celsius: 0, alarm: false)).run(on: db)
    }

    /// iot-reading/upsert/full
    static func call27(on db: Database) async throws {
        _ = try await Reading.upsert(.init(siteId: "Roof-1", deviceId: "D-42", takenAt: 1717228800, region: "North", kind: .thermo, quality: .good, celsius: 21.5, alarm: false, batch: "b1"), celsius: 21.5, alarm: false).run(on: db)
    }

    /// iot-reading/get/by-key
    static func call28(on db: Database) async throws {
        _ = try await Reading.get(siteId: "Roof-1", deviceId: "D-42", takenAt: 1717228800).run(on: db)
    }

    /// iot-reading/delete/padded
    static func call29(on db: Database) async throws {
        _ = try await Reading.delete(siteId: "roof-1", deviceId: "d-42", takenAt: 99).run(on: db)
    }

    /// iot-reading/update/alarm-and-celsius
    static func call30(on db: Database) async throws {
        _ = try await Reading.update(siteId: "Roof-1", deviceId: "D-42", takenAt: 1717228800) {
            $0.set(celsius: 88.125)
            $0.set(alarm: true)
        }.orCreate().run(on: db)
    }

    /// iot-reading/patch/quality
    static func call31(on db: Database) async throws {
        _ = try await Reading.patch(siteId: "Roof-1", deviceId: "D-42", takenAt: 1717228800) {
            $0.quality.set(.suspect)
            $0.batch.remove()
        }.run(on: db)
    }

    /// iot-reading/query/reading/since
    static func call32(on db: Database) async throws {
        _ = try await Reading.reading(siteId: "Roof-1", deviceId: "D-42", takenAt: (1717000000)...).comparing(.keys).all(on: db)
    }

    /// iot-reading/query/telemetry/kind-and-range
    static func call33(on db: Database) async throws {
        _ = try await Reading.telemetry(region: "North", siteId: "Roof-1", kind: .thermo, takenAt: (1)...(1717228800)).comparing(.keys).all(on: db)
    }

    /// iot-reading/query/byQuality/hotter
    static func call34(on db: Database) async throws {
        _ = try await Reading.byQuality(quality: .good, celsius: .above(30.5)).comparing(.keys).all(on: db)
    }

    /// iot-reading/query/alarms/exact
    static func call35(on db: Database) async throws {
        _ = try await Reading.alarms(alarm: true, celsius: -0.25).comparing(.keys).all(on: db)
    }

    /// iot-reading/query/timeline/range
    static func call36(on db: Database) async throws {
        _ = try await Reading.timeline(deviceId: "D-42", takenAt: (1717200000)...(1717228800)).comparing(.keys).all(on: db)
    }

    /// iot-reading/scan/timeline
    static func call37(on db: Database) async throws {
        _ = try await Reading.scan(.timeline).all(on: db)
    }

    /// telemetry/collection/partition
    static func call38(on db: Database) async throws {
        _ = try await SensorNet.telemetry(region: "North", siteId: "Roof-1").comparing(.keys).all(on: db)
    }

    /// telemetry/collection/shared-sort-part
    static func call39(on db: Database) async throws {
        _ = try await SensorNet.telemetry(region: "North", siteId: "Roof-1", kind: .hygro).comparing(.keys).all(on: db)
    }

    /// telemetry/collection/begins
    static func call40(on db: Database) async throws {
        _ = try await SensorNet.telemetry(region: "North", siteId: "Roof-1", kind: .beginning(with: "hy")).comparing(.keys).all(on: db)
    }
}
