// The types of Foundation that attributes have, for those who import this module, and for all files of it. On Linux they come from Foundation's
// small part: a program that needs no more is half as long in starting, and a static one is smaller by the data of ICU.
#if canImport(FoundationEssentials)
@_exported public import struct FoundationEssentials.Data
@_exported public import struct FoundationEssentials.Date
@_exported public import struct FoundationEssentials.Decimal
@_exported public import struct FoundationEssentials.URL
@_exported public import struct FoundationEssentials.UUID
#else
@_exported public import struct Foundation.Data
@_exported public import struct Foundation.Date
@_exported public import struct Foundation.Decimal
@_exported public import struct Foundation.URL
@_exported public import struct Foundation.UUID
#endif
