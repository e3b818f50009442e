// Generated from vectors.json. Do not edit: generate again.
// swift-format-ignore-file

import ElectroDBModel
import Entities

/// The calls to StayWell.
enum StayWellCalls {
    static let all: [VectorCall] = [
        VectorCall("booking-reservation/put/full", on: StayWell.table, call0),
        VectorCall("booking-reservation/put/held-by-default", on: StayWell.table, call1),
        VectorCall("booking-reservation/put/sigma-before-colon", on: StayWell.table, call2),
        VectorCall("booking-reservation/create/full", on: StayWell.table, call3),
        VectorCall("booking-reservation/upsert/full", on: StayWell.table, call4),
        VectorCall("booking-reservation/get/case-kept", on: StayWell.table, call5),
        VectorCall("booking-reservation/delete/case-kept", on: StayWell.table, call6),
        VectorCall("booking-reservation/update/state-uses-primary-part", on: StayWell.table, call7),
        VectorCall("booking-reservation/update/paid-needs-the-rest", on: StayWell.table, doesNotCompile: 2002, "paid, settledOn, amount are set together"),
        VectorCall("booking-reservation/update/nights", on: StayWell.table, call9),
        VectorCall("booking-reservation/update/guest-rebuilds-two-partitions", on: StayWell.table, call10),
        VectorCall("booking-reservation/patch/channel", on: StayWell.table, call11),
        VectorCall("booking-reservation/query/reservation/room", on: StayWell.table, call12),
        VectorCall("booking-reservation/query/byGuest/scope-upper", on: StayWell.table, call13),
        VectorCall("booking-reservation/query/byGuest/until", on: StayWell.table, call14),
        VectorCall("booking-reservation/query/byChannel/day", on: StayWell.table, call15),
        VectorCall("booking-reservation/query/byChannel/all-parts", on: StayWell.table, call16),
        VectorCall("booking-reservation/query/ledger/paid-upper", on: StayWell.table, call17),
        VectorCall("booking-reservation/scan/byChannel", on: StayWell.table, call18),
        VectorCall("Stays/collection/first-level", on: StayWell.table, call19),
        VectorCall("Current/collection/second-level", on: StayWell.table, call20),
        VectorCall("Sales/collection/templates-carry-no-collection-text", on: StayWell.table, call21),
        VectorCall("Unpaid/collection/third-level", on: StayWell.table, call22),
    ]

    /// booking-reservation/put/full
    static func call0(on db: Database) async throws {
        _ = try await Reservation.put(.init(propertyId: "Hotel-Lac", roomNo: 12, checkIn: "2024-08-01", guestId: "g-77", channel: "Web", state: .confirmed, nights: 3, paid: true, settledOn: "w31-mon", amount: 4.2e-08, remarks: "Late arrival")).run(on: db)
    }

    /// booking-reservation/put/held-by-default
    static func call1(on db: Database) async throws {
        _ = try await Reservation.put(.init(propertyId: "Hotel-Lac", roomNo: 13, checkIn: "2024-08-02", guestId: "g-78", channel: "Phone")).run(on: db)
    }

    /// booking-reservation/put/sigma-before-colon
    static func call2(on db: Database) async throws {
        _ = try await Reservation.put(.init(propertyId: "ΝΗΣΟΣ", roomNo: 12, checkIn: "2024-08-01", guestId: "straße", channel: "Web", state: .confirmed, nights: 3, paid: true, settledOn: "w31-mon", amount: 4.2e-08, remarks: "Late arrival")).run(on: db)
    }

    /// booking-reservation/create/full
    static func call3(on db: Database) async throws {
        _ = try await Reservation.create(.init(propertyId: "Hotel-Lac", roomNo: 12, checkIn: "2024-08-01", guestId: "g-77", channel: "Web", state: .confirmed, nights: 3, paid: true, settledOn: "w31-mon", amount: 4.2e-08, remarks: "Late arrival")).run(on: db)
    }

    /// booking-reservation/upsert/full
    static func call4(on db: Database) async throws {
        _ = try await Reservation.upsert(.init(propertyId: "Hotel-Lac", roomNo: 101, checkIn: "2024-08-01", guestId: "g-77", channel: "Web", state: .confirmed, nights: 0, paid: true, settledOn: "w31-mon", amount: 4.2e-08, remarks: "Late arrival"), state: .confirmed, nights: 0, paid: true, settledOn: "w31-mon", amount: 4.2e-08).run(on: db)
    }

    /// booking-reservation/get/case-kept
    static func call5(on db: Database) async throws {
        _ = try await Reservation.get(propertyId: "Hotel-Lac", roomNo: 12, checkIn: "2024-08-01").run(on: db)
    }

    /// booking-reservation/delete/case-kept
    static func call6(on db: Database) async throws {
        _ = try await Reservation.delete(propertyId: "Hotel-Lac", roomNo: 12, checkIn: "2024-08-01").run(on: db)
    }

    /// booking-reservation/update/state-uses-primary-part
    static func call7(on db: Database) async throws {
        _ = try await Reservation.update(propertyId: "Hotel-Lac", roomNo: 12, checkIn: "2024-08-01") {
            $0.set(state: .cancelled)
        }.orCreate().run(on: db)
    }

    /// booking-reservation/update/nights
    static func call9(on db: Database) async throws {
        _ = try await Reservation.update(propertyId: "Hotel-Lac", roomNo: 12, checkIn: "2024-08-01") {
            $0.set(nights: 4)
        }.orCreate().run(on: db)
    }

    /// booking-reservation/update/guest-rebuilds-two-partitions
    static func call10(on db: Database) async throws {
        _ = try await Reservation.update(propertyId: "Hotel-Lac", roomNo: 12, checkIn: "2024-08-01") {
            $0.set(guestId: "g-79")
        }.orCreate().run(on: db)
    }

    /// booking-reservation/patch/channel
    static func call11(on db: Database) async throws {
        _ = try await Reservation.patch(propertyId: "Hotel-Lac", roomNo: 12, checkIn: "2024-08-01") {
            $0.remarks.set("moved")
            $0.set(channel: "Agency")
        }.run(on: db)
    }

    /// booking-reservation/query/reservation/room
    static func call12(on db: Database) async throws {
        _ = try await Reservation.reservation(propertyId: "Hotel-Lac", roomNo: 12).comparing(.keys).all(on: db)
    }

    /// booking-reservation/query/byGuest/scope-upper
    static func call13(on db: Database) async throws {
        _ = try await Reservation.byGuest(guestId: "g-77").comparing(.keys).all(on: db)
    }

    /// booking-reservation/query/byGuest/until
    static func call14(on db: Database) async throws {
        _ = try await Reservation.byGuest(guestId: "g-77", checkIn: ...("2024-12-31")).comparing(.keys).all(on: db)
    }

    /// booking-reservation/query/byChannel/day
    static func call15(on db: Database) async throws {
        _ = try await Reservation.byChannel(channel: "Web", checkIn: "2024-08-01").comparing(.keys).all(on: db)
    }

    /// booking-reservation/query/byChannel/all-parts
    static func call16(on db: Database) async throws {
        _ = try await Reservation.byChannel(channel: "Web", checkIn: "2024-08-01", propertyId: "Hotel-Lac", roomNo: 12).comparing(.keys).all(on: db)
    }

    /// booking-reservation/query/ledger/paid-upper
    static func call17(on db: Database) async throws {
        _ = try await Reservation.ledger(paid: true, settledOn: ("w30")...("w39")).comparing(.keys).all(on: db)
    }

    /// booking-reservation/scan/byChannel
    static func call18(on db: Database) async throws {
        _ = try await Reservation.scan(.byChannel).all(on: db)
    }

    /// Stays/collection/first-level
    static func call19(on db: Database) async throws {
        _ = try await StayWell.Stays(guestId: "g-77").comparing(.keys).all(on: db)
    }

    /// Current/collection/second-level
    static func call20(on db: Database) async throws {
        _ = try await StayWell.Current(guestId: "g-77").comparing(.keys).all(on: db)
    }

    /// Sales/collection/templates-carry-no-collection-text
    static func call21(on db: Database) async throws {
        _ = try await StayWell.Sales(channel: "Web").comparing(.keys).all(on: db)
    }

    /// Unpaid/collection/third-level
    static func call22(on db: Database) async throws {
        _ = try await StayWell.Unpaid(guestId: "g-77").comparing(.keys).all(on: db)
    }
}
