import CZlib
import HTTPDynamoDBCore

/// Unpacks bodies of responses.
enum Inflation {
    enum Format: Int32 {
        /// Window bits, as zlib wants them: 16 more stand for gzip.
        case gzip = 31
        /// What HTTP calls deflate.
        case zlib = 15
    }

    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBufferPointer { bytes in
            UInt32(truncatingIfNeeded: crc32_z(0, bytes.baseAddress, bytes.count))
        }
    }

    /// Never holds more than `limit` bytes and one: what unpacks to more is given up on the way. Several packed pieces in a row are one
    /// body, as gzip has it; what follows them otherwise is an error.
    /// - Throws: `malformedResponse`, `responseTooLarge`
    static func inflate(_ bytes: [UInt8], _ format: Format, limit: Int) throws(TransportError) -> [UInt8] {
        // zlib counts in 32 bits.
        guard bytes.count < Int(UInt32.max), limit < Int(UInt32.max) else { throw tooLarge(limit) }
        var stream = z_stream()
        guard inflateInit2_(&stream, format.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw malformed
        }
        defer { inflateEnd(&stream) }
        var input = bytes
        return try input.withUnsafeMutableBufferPointer { input throws(TransportError) in
            stream.next_in = input.baseAddress
            stream.avail_in = uInt(input.count)
            var output: [UInt8] = []
            var capacity = min(max(input.count * 4, 4096), limit + 1)
            while true {
                let status = grow(&output, to: capacity, &stream)
                guard output.count <= limit else { throw tooLarge(limit) }
                switch status {
                case Z_STREAM_END where stream.avail_in == 0: return output
                case Z_STREAM_END:
                    guard inflateReset(&stream) == Z_OK else { throw malformed }
                case Z_OK where output.count == capacity: break
                // No progress, with room left, means that the rest is missing.
                default: throw malformed
                }
                if output.count == capacity { capacity = min(capacity * 2, limit + 1) }
            }
        }
    }

    /// Goes on until the input ends, a piece ends or the output has `capacity` bytes.
    private static func grow(_ output: inout [UInt8], to capacity: Int, _ stream: inout z_stream) -> Int32 {
        var status = Z_OK
        let old = output
        output = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            _ = buffer.initialize(fromContentsOf: old)
            stream.next_out = buffer.baseAddress.map { $0 + old.count }
            stream.avail_out = uInt(capacity - old.count)
            status = CZlib.inflate(&stream, Z_NO_FLUSH)
            count = capacity - Int(stream.avail_out)
        }
        return status
    }

    private static var malformed: TransportError {
        TransportError(.malformedResponse, "the body of the response cannot be decompressed", mayHaveBeenSent: true)
    }

    private static func tooLarge(_ limit: Int) -> TransportError {
        TransportError(
            .responseTooLarge, "the body of the response has more than \(limit) bytes when decompressed",
            mayHaveBeenSent: true)
    }
}
