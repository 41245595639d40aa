// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/consent.h"

#include <QByteArray>

namespace sandbox {

namespace {

// Places of the core section's fields, in bits.
constexpr qsizetype versionAt = 0;
constexpr qsizetype cmpAt = 78;
constexpr qsizetype purposesAt = 152;
constexpr qsizetype greatestVendorAt = 213;
constexpr qsizetype isRangeAt = 229;
constexpr qsizetype vendorsAt = 230;

constexpr int adobe = 565;
constexpr int neededPurposes[] = {1, 10};

class Bits
{
public:
    explicit Bits(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    bool has(qsizetype at, int count) const { return at + count <= m_bytes.size() * 8; }
    /// Big-endian; bits behind the end are 0.
    int read(qsizetype at, int count) const
    {
        int value = 0;
        for (qsizetype i = at; i < at + count; ++i) {
            const bool isSet = has(i, 1) && (static_cast<unsigned char>(m_bytes[i / 8]) >> (7 - i % 8) & 1);
            value = value * 2 + int(isSet);
        }
        return value;
    }

private:
    const QByteArray &m_bytes;
};

bool isBase64Url(QByteArrayView text)
{
    for (const char c : text) {
        const bool known = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
            || c == '-' || c == '_';
        if (!known)
            return false;
    }
    return !text.isEmpty() && text.size() % 4 != 1;
}

bool vendorConsents(const Bits &bits, int vendor)
{
    if (!bits.read(isRangeAt, 1))
        return vendor <= bits.read(greatestVendorAt, 16) && bits.read(vendorsAt + vendor - 1, 1);
    const int entries = bits.read(vendorsAt, 12);
    qsizetype at = vendorsAt + 12;
    for (int i = 0; i < entries && bits.has(at, 17); ++i) {
        const bool isRange = bits.read(at, 1);
        const int first = bits.read(at + 1, 16);
        const int last = isRange ? bits.read(at + 17, 16) : first;
        if (vendor >= first && vendor <= last)
            return true;
        at += isRange ? 33 : 17;
    }
    return false;
}

} // namespace

std::optional<Consent> Consent::decode(QByteArrayView text)
{
    // Only the core section counts here; further ones follow a dot.
    const qsizetype dot = text.indexOf('.');
    const QByteArrayView core = dot < 0 ? text : text.first(dot);
    if (!isBase64Url(core))
        return {};
    const QByteArray bytes = QByteArray::fromBase64(core.toByteArray(), QByteArray::Base64UrlEncoding);
    const Bits bits(bytes);
    if (!bits.has(0, int(vendorsAt)) || bits.read(versionAt, 6) != 2)
        return {};
    Consent consent;
    consent.cmp = bits.read(cmpAt, 12);
    consent.given = vendorConsents(bits, adobe);
    for (const int purpose : neededPurposes)
        consent.given = consent.given && bits.read(purposesAt + purpose - 1, 1);
    return consent;
}

} // namespace sandbox
