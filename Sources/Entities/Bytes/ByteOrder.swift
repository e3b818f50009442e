#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Compares byte by byte, unsigned; the beginning of something is below it: DynamoDB's order of names, S and B, and thanks to
/// `Number.appendOrderedBytes` of N.
/// - Returns: below, equal to or above zero.
@inlinable package func byteOrder(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
    let common = left.count < right.count ? left.count : right.count
    guard common > 0, let leftBase = left.baseAddress, let rightBase = right.baseAddress else {
        return left.count - right.count
    }
    // The first byte decides most comparisons of names, and a word or two most others.
    if leftBase.pointee != rightBase.pointee { return Int(leftBase.pointee) - Int(rightBase.pointee) }
    let (leftRaw, rightRaw) = (UnsafeRawPointer(leftBase), UnsafeRawPointer(rightBase))
    var index = 0
    while index &+ 8 <= common {
        let one = UInt64(bigEndian: leftRaw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let other = UInt64(bigEndian: rightRaw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        if one != other { return one < other ? -1 : 1 }
        index &+= 8
    }
    while index < common {
        let (one, other) = (leftBase[index], rightBase[index])
        if one != other { return Int(one) - Int(other) }
        index &+= 1
    }
    return left.count - right.count
}

/// Compares byte by byte, unsigned.
package func byteOrder(_ left: [UInt8], _ right: [UInt8]) -> Int {
    left.withUnsafeBufferPointer { left in right.withUnsafeBufferPointer { right in byteOrder(left, right) } }
}

/// Whether both are the same bytes; quick for names.
@inline(__always)
func equalBytes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = left.count
    guard count == right.count else { return false }
    guard let leftBase = left.baseAddress, let rightBase = right.baseAddress else { return true }
    let (left, right) = (UnsafeRawPointer(leftBase), UnsafeRawPointer(rightBase))
    // Two loads that overlap cover any length between one and two words.
    if count >= 4 {
        if count < 8 {
            return left.loadUnaligned(as: UInt32.self) == right.loadUnaligned(as: UInt32.self)
                && left.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
                    == right.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
        }
        if count <= 16 {
            return left.loadUnaligned(as: UInt64.self) == right.loadUnaligned(as: UInt64.self)
                && left.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
                    == right.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
        }
        return memcmp(left, right, count) == 0
    }
    for index in 0..<count where leftBase[index] != rightBase[index] { return false }
    return true
}
