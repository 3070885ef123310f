#include "NativeShims.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace {

#if defined(__SSE2__)

/// Which of sixteen bytes are one of three.
uint64_t marks_of_sixteen(const uint8_t *bytes, __m128i first, __m128i second, __m128i third) {
    const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes));
    const __m128i found = _mm_or_si128(
        _mm_or_si128(_mm_cmpeq_epi8(text, first), _mm_cmpeq_epi8(text, second)), _mm_cmpeq_epi8(text, third));
    return static_cast<uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(found)));
}

#endif

} // namespace

extern "C" void tearsheet_mark_bytes(
    const uint8_t *bytes, size_t blocks, uint8_t first, uint8_t second, uint8_t third, uint64_t *marks) {
#if defined(__SSE2__)
    const __m128i one = _mm_set1_epi8(static_cast<char>(first));
    const __m128i two = _mm_set1_epi8(static_cast<char>(second));
    const __m128i three = _mm_set1_epi8(static_cast<char>(third));
    for (size_t block = 0; block < blocks; block++) {
        uint64_t word = 0;
        for (size_t part = 0; part < 4; part++) {
            word |= marks_of_sixteen(bytes + block * 64 + part * 16, one, two, three) << (part * 16);
        }
        marks[block] = word;
    }
#else
    for (size_t block = 0; block < blocks; block++) {
        uint64_t word = 0;
        for (size_t place = 0; place < 64; place++) {
            const uint8_t byte = bytes[block * 64 + place];
            word |= static_cast<uint64_t>(byte == first || byte == second || byte == third) << place;
        }
        marks[block] = word;
    }
#endif
}
