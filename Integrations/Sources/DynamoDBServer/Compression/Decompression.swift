import CZlib

/// Unpacks bodies of requests.
enum Decompression {
    enum Failure: Error, Hashable {
        /// Not gzip, cut off, or followed by something else.
        case malformed
        /// More than the limit comes out of it.
        case tooLarge
    }

    /// Unpacks gzip, or several of them in a row.
    ///
    /// Never holds more than `limit` bytes: what unpacks to more is given up on the way.
    static func gunzip(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
        var stream = z_stream()
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .malformed
        }
        defer { inflateEnd(&stream) }
        var input = bytes
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        let result = input.withUnsafeMutableBufferPointer { input -> Result<Void, Failure> in
            stream.next_in = input.baseAddress
            stream.avail_in = uInt(input.count)
            while true {
                let (status, count) = chunk.withUnsafeMutableBufferPointer { chunk in
                    stream.next_out = chunk.baseAddress
                    stream.avail_out = uInt(chunk.count)
                    let status = inflate(&stream, Z_NO_FLUSH)
                    return (status, chunk.count - Int(stream.avail_out))
                }
                guard output.count + count <= limit else { return .failure(.tooLarge) }
                output.append(contentsOf: chunk[..<count])
                switch status {
                case Z_OK: continue
                case Z_STREAM_END:
                    if stream.avail_in == 0 { return .success(()) }
                    guard inflateReset(&stream) == Z_OK else { return .failure(.malformed) }
                // No progress with input at its end means that the rest is missing.
                default: return .failure(.malformed)
                }
            }
        }
        try result.get()
        return output
    }
}
