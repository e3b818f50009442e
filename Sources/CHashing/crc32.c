#include "CHashing.h"
#include "ability.h"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

static bool processor_can(void) {
    unsigned a, b, c, d;
    const unsigned pclmul = 1u << 1, sse41 = 1u << 19;
    return __get_cpuid(1, &a, &b, &c, &d) && (c & (pclmul | sse41)) == (pclmul | sse41);
}

/// `value` moved on by the distance that `powers` are for, and `next` added to it.
__attribute__((target("pclmul,sse4.1")))
static inline __m128i folded(__m128i value, __m128i powers, __m128i next) {
    const __m128i low = _mm_clmulepi64_si128(value, powers, 0x00), high = _mm_clmulepi64_si128(value, powers, 0x11);
    return _mm_xor_si128(_mm_xor_si128(low, high), next);
}

/// Multiplies without carries: Gopal et al., "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction" (Intel, 2009),
/// whose names the constants have. Takes whole groups of 16 bytes, at least four, and returns how many bytes those were.
__attribute__((target("pclmul,sse4.1")))
static size_t update(uint32_t *state, const uint8_t *bytes, size_t count) {
    const __m128i k1k2 = _mm_set_epi64x(0x01C6E41596, 0x0154442BD4), k3k4 = _mm_set_epi64x(0x00CCAA009E, 0x01751997D0);
    const __m128i k5 = _mm_set_epi64x(0, 0x0163CD6124), polynomial = _mm_set_epi64x(0x01F7011641, 0x01DB710641);
    const __m128i low32 = _mm_setr_epi32(-1, 0, -1, 0);
    const __m128i *group = (const __m128i *)bytes;
    size_t groups = count / 16;

    __m128i sums[4];
    for (int i = 0; i < 4; i++) sums[i] = _mm_loadu_si128(group++);
    sums[0] = _mm_xor_si128(sums[0], _mm_cvtsi32_si128((int)*state));
    for (groups -= 4; groups >= 4; groups -= 4)
        for (int i = 0; i < 4; i++) sums[i] = folded(sums[i], k1k2, _mm_loadu_si128(group++));
    __m128i sum = sums[0];
    for (int i = 1; i < 4; i++) sum = folded(sum, k3k4, sums[i]);
    for (; groups > 0; groups--) sum = folded(sum, k3k4, _mm_loadu_si128(group++));

    // From 128 bits to 64, and from these to the remainder of 32.
    sum = _mm_xor_si128(_mm_srli_si128(sum, 8), _mm_clmulepi64_si128(sum, k3k4, 0x10));
    sum = _mm_xor_si128(_mm_srli_si128(sum, 4), _mm_clmulepi64_si128(_mm_and_si128(sum, low32), k5, 0x00));
    __m128i quotient = _mm_clmulepi64_si128(_mm_and_si128(sum, low32), polynomial, 0x10);
    quotient = _mm_clmulepi64_si128(_mm_and_si128(quotient, low32), polynomial, 0x00);
    *state = (uint32_t)_mm_extract_epi32(_mm_xor_si128(sum, quotient), 1);
    return count / 16 * 16;
}

#elif defined(__aarch64__)

#include <arm_acle.h>
#include <string.h>
#if defined(__linux__)
#include <sys/auxv.h>
#endif

static bool processor_can(void) {
#if defined(__APPLE__)
    return true;
#elif defined(__linux__)
    const unsigned long crc32 = 1ul << 7;
    return (getauxval(AT_HWCAP) & crc32) != 0;
#else
    return false;
#endif
}

/// Takes whole groups of 8 bytes, and returns how many bytes those were.
__attribute__((target("crc")))
static size_t update(uint32_t *state, const uint8_t *bytes, size_t count) {
    uint32_t sum = *state;
    for (size_t i = 0; i + 8 <= count; i += 8) {
        uint64_t word;
        memcpy(&word, bytes + i, 8);
        sum = __crc32d(sum, word);
    }
    *state = sum;
    return count / 8 * 8;
}

#endif

size_t chashing_crc32(uint32_t *state, const void *bytes, size_t count) {
#if defined(__x86_64__) || defined(__aarch64__)
    static ability known;
    return count >= 64 && is_able(&known, processor_can) ? update(state, bytes, count) : 0;
#else
    (void)state, (void)bytes, (void)count;
    return 0;
#endif
}
