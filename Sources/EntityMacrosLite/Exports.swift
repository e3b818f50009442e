// A definition file needs one import: the values that attributes are made of come with the language.
// Every import of these in this module has to be `@_exported`: of several, the compiler keeps the first file's.
@_exported public import Entities

@_exported public import struct Foundation.Data
@_exported public import struct Foundation.Date
@_exported public import struct Foundation.Decimal
@_exported public import struct Foundation.URL
@_exported public import struct Foundation.UUID
