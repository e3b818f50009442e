#include "CHashing.h"
#include "ability.h"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

static bool processor_can(void) {
    unsigned a, b, c, d;
    const unsigned ssse3 = 1u << 9, sse41 = 1u << 19, sha = 1u << 29;
    if (!__get_cpuid(1, &a, &b, &c, &d) || (c & (ssse3 | sse41)) != (ssse3 | sse41)) return false;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & sha) != 0;
}

__attribute__((target("sha,ssse3,sse4.1")))
static void compress(uint32_t *state, const uint8_t *block, size_t count, const uint32_t *constants) {
    const __m128i big_endian = _mm_set_epi64x(0x0C0D0E0F08090A0B, 0x0405060700010203);
    // The instructions take the words of the state as a, b, e, f and c, d, g, h, the last of them lowest.
    const __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
    const __m128i hgfe = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1B);
    __m128i abef = _mm_alignr_epi8(cdab, hgfe, 8);
    __m128i cdgh = _mm_blend_epi16(hgfe, cdab, 0xF0);
    for (; count > 0; count--, block += 64) {
        const __m128i old_abef = abef, old_cdgh = cdgh;
        __m128i words[4];
        for (int i = 0; i < 4; i++)
            words[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(block + 16 * i)), big_endian);
#pragma clang loop unroll(full)
        for (int i = 0; i < 16; i++) {
            __m128i *first = &words[i & 3];
            const __m128i second = words[(i + 1) & 3], third = words[(i + 2) & 3], fourth = words[(i + 3) & 3];
            const __m128i sum = _mm_add_epi32(*first, _mm_loadu_si128((const __m128i *)(constants + 4 * i)));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
            if (i < 12)
                *first = _mm_sha256msg2_epu32(
                    _mm_add_epi32(_mm_sha256msg1_epu32(*first, second), _mm_alignr_epi8(fourth, third, 4)), fourth);
        }
        abef = _mm_add_epi32(abef, old_abef);
        cdgh = _mm_add_epi32(cdgh, old_cdgh);
    }
    const __m128i feba = _mm_shuffle_epi32(abef, 0x1B), dchg = _mm_shuffle_epi32(cdgh, 0xB1);
    _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(feba, dchg, 0xF0));
    _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

#elif defined(__aarch64__)

#include <arm_neon.h>
#if defined(__linux__)
#include <sys/auxv.h>
#endif

static bool processor_can(void) {
#if defined(__APPLE__)
    return true;
#elif defined(__linux__)
    const unsigned long sha2 = 1ul << 6;
    return (getauxval(AT_HWCAP) & sha2) != 0;
#else
    return false;
#endif
}

__attribute__((target("sha2")))
static void compress(uint32_t *state, const uint8_t *block, size_t count, const uint32_t *constants) {
    uint32x4_t abcd = vld1q_u32(state), efgh = vld1q_u32(state + 4);
    for (; count > 0; count--, block += 64) {
        const uint32x4_t old_abcd = abcd, old_efgh = efgh;
        uint32x4_t words[4];
        for (int i = 0; i < 4; i++) words[i] = vreinterpretq_u32_u8(vrev32q_u8(vld1q_u8(block + 16 * i)));
#pragma clang loop unroll(full)
        for (int i = 0; i < 16; i++) {
            uint32x4_t *first = &words[i & 3];
            const uint32x4_t second = words[(i + 1) & 3], third = words[(i + 2) & 3], fourth = words[(i + 3) & 3];
            const uint32x4_t sum = vaddq_u32(*first, vld1q_u32(constants + 4 * i));
            const uint32x4_t before = abcd;
            abcd = vsha256hq_u32(abcd, efgh, sum);
            efgh = vsha256h2q_u32(efgh, before, sum);
            if (i < 12) *first = vsha256su1q_u32(vsha256su0q_u32(*first, second), third, fourth);
        }
        abcd = vaddq_u32(abcd, old_abcd);
        efgh = vaddq_u32(efgh, old_efgh);
    }
    vst1q_u32(state, abcd);
    vst1q_u32(state + 4, efgh);
}

#endif

bool chashing_sha256(uint32_t *state, const void *blocks, size_t count, const uint32_t *constants) {
#if defined(__x86_64__) || defined(__aarch64__)
    static ability known;
    if (!is_able(&known, processor_can)) return false;
    compress(state, blocks, count, constants);
    return true;
#else
    (void)state, (void)blocks, (void)count, (void)constants;
    return false;
#endif
}
