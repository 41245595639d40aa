// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <bit>

// The inner loops of the JSON reader: how far a run of harmless bytes goes, sixteen at a time where the
// machine can.

namespace dcs::jsonscan {

inline bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

inline const char *skipSpace(const char *at, const char *end)
{
    // Most gaps are empty or one blank; indentation comes in long runs.
    if (at == end || !isSpace(*at))
        return at;
    ++at;
#ifdef __SSE2__
    while (end - at >= 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const __m128i blanks = _mm_or_si128(
            _mm_cmpeq_epi8(bytes, _mm_set1_epi8(' ')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\t')));
        const __m128i breaks = _mm_or_si128(
            _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r')));
        const auto others = ~static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(blanks, breaks))) & 0xffffu;
        if (others)
            return at + std::countr_zero(others);
        at += 16;
    }
#endif
    while (at != end && isSpace(*at))
        ++at;
    return at;
}

/// First byte that a string's body cannot simply run over: quote, backslash, control, or a byte beyond ASCII.
inline const char *skipPlain(const char *at, const char *end)
{
#ifdef __SSE2__
    while (end - at >= 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const __m128i marks = _mm_or_si128(
            _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
        // Compared as signed numbers, bytes beyond ASCII are below the blank as well.
        const __m128i odd = _mm_cmplt_epi8(bytes, _mm_set1_epi8(' '));
        const auto stops = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(marks, odd)));
        if (stops)
            return at + std::countr_zero(stops);
        at += 16;
    }
#endif
    while (at != end && *at != '"' && *at != '\\' && static_cast<signed char>(*at) >= ' ')
        ++at;
    return at;
}

/// First quote or backslash.
inline const char *findMark(const char *at, const char *end)
{
#ifdef __SSE2__
    while (end - at >= 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const __m128i marks = _mm_or_si128(
            _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
        if (const auto stops = static_cast<unsigned>(_mm_movemask_epi8(marks)))
            return at + std::countr_zero(stops);
        at += 16;
    }
#endif
    while (at != end && *at != '"' && *at != '\\')
        ++at;
    return at;
}

/// Length of the UTF-8 sequence that begins with a byte beyond ASCII; 0 if it is none (RFC 3629: no overlong
/// forms, no surrogates, nothing beyond U+10FFFF).
inline int utf8Length(const char *at, const char *end)
{
    const auto byte = [at](int i) { return static_cast<unsigned char>(at[i]); };
    const auto follows = [&byte](int i) { return (byte(i) & 0xc0) == 0x80; };
    const unsigned char first = byte(0);
    const auto left = end - at;
    if (first < 0xc2)
        return 0;
    if (first < 0xe0)
        return left >= 2 && follows(1) ? 2 : 0;
    if (first < 0xf0) {
        const unsigned char least = first == 0xe0 ? 0xa0 : 0x80;
        const unsigned char most = first == 0xed ? 0x9f : 0xbf;
        return left >= 3 && byte(1) >= least && byte(1) <= most && follows(2) ? 3 : 0;
    }
    if (first < 0xf5) {
        const unsigned char least = first == 0xf0 ? 0x90 : 0x80;
        const unsigned char most = first == 0xf4 ? 0x8f : 0xbf;
        return left >= 4 && byte(1) >= least && byte(1) <= most && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

inline int hexDigit(char c)
{
    if (isDigit(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace dcs::jsonscan
