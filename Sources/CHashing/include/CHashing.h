#ifndef CHASHING_H
#define CHASHING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What processors have instructions for, which Swift cannot name. Where a processor has none, nothing is done, and Swift's own code is to
// be taken.

/// SHA-256's compression function (FIPS 180-4, section 6.2.2): takes `count` blocks of 64 bytes into the eight words of `state`, by
/// the standard's 64 constants. False where nothing was done.
bool chashing_sha256(uint32_t *state, const void *blocks, size_t count, const uint32_t *constants);

/// CRC-32 as in gzip and zlib (ISO 3309, polynomial 0xEDB88320): takes bytes into `state`, which begins as 0xFFFFFFFF, and whose complement
/// is the checksum. Returns how many bytes it took, from the first: all but the last few, or none.
size_t chashing_crc32(uint32_t *state, const void *bytes, size_t count);

#endif
