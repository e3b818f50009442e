import Entities

/// A place in a shard, as clients carry it: opaque, and good for 15 minutes.
///
/// `arn:…/stream/2026-11-21T03:00:00.000|1|…`, as the service's begin; what follows is ours, and closed with a checksum, so that nothing
/// else is taken for one.
struct ShardIterator: Equatable {
    /// How long one is good for, in seconds.
    static let lifetime = 900.0

    var streamARN: String
    var shardID: String
    var position: SequenceNumber
    /// Milliseconds since 1970.
    var creationTime: Int64

    init(streamARN: String, shardID: String, position: SequenceNumber, at date: Date) {
        self.streamARN = streamARN
        self.shardID = shardID
        self.position = position
        creationTime = Int64(date.timeIntervalSince1970.clamped(to: -9e12...9e12) * 1000)
    }

    func isExpired(at date: Date) -> Bool {
        date.timeIntervalSince1970 - Double(creationTime) / 1000 > Self.lifetime
    }

    // MARK: Text

    private static let number = "|1|"

    var text: String {
        var bytes: [UInt8] = []
        bytes.append(bigEndian: position.value)
        bytes.append(bigEndian: UInt64(bitPattern: creationTime))
        bytes += Array(shardID.utf8)
        bytes.append(bigEndian: Self.checksum(streamARN, bytes))
        return streamARN + Self.number + Base64.text(of: bytes)
    }

    /// - Returns: `nil` for any text that is no iterator.
    init?(_ text: String) {
        guard let mark = text.firstRange(of: Self.number),
            let bytes = try? Base64.decode(String(text[mark.upperBound...])),
            bytes.count > 32
        else { return nil }
        streamARN = String(text[..<mark.lowerBound])
        let content = Array(bytes.dropLast(8))
        guard UInt64(bigEndian: bytes.suffix(8)) == Self.checksum(streamARN, content) else { return nil }
        position = SequenceNumber(value: UInt128(bigEndian: content.prefix(16)))
        creationTime = Int64(bitPattern: UInt64(bigEndian: content[16..<24]))
        shardID = String(decoding: content[24...], as: UTF8.self)
    }

    private static func checksum(_ arn: String, _ bytes: [UInt8]) -> UInt64 {
        StableHash.hash(Array("shard iterator of \(arn)".utf8) + bytes)
    }
}

extension [UInt8] {
    fileprivate mutating func append(bigEndian value: some FixedWidthInteger) {
        for shift in stride(from: type(of: value).bitWidth - 8, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }
}

extension FixedWidthInteger {
    fileprivate init(bigEndian bytes: some Sequence<UInt8>) {
        self = bytes.reduce(0) { $0 << 8 | Self($1) }
    }
}

extension Double {
    fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
