// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/reading.h"

#include "dcs/catalogue.h"
#include "dcs/text.h"

#include <algorithm>

namespace dcs {

DecodedText::DecodedText(QByteArrayView wire)
{
    m_text.resize(wire.size());
    char16_t *out = m_text.data();
    for (const char c : wire) {
        if (c == '%' || c == '+' || static_cast<signed char>(c) < 0) {
            const QString text = percentDecodeText(wire);
            m_text.resize(text.size());
            std::copy_n(reinterpret_cast<const char16_t *>(text.utf16()), text.size(), m_text.data());
            return;
        }
        *out++ = char16_t(c);
    }
}

Role identityRole(QStringView key)
{
    switch (key.size()) {
    case 0:
        return Role::Nothing;
    case 4:
        return key == u"dpid" ? Role::LegacySource : Role::Signal;
    case 5:
        return key == u"d_mid" ? Role::Mid : key == u"d_cid" ? Role::Cid : Role::Signal;
    case 6:
        if (key == u"d_uuid")
            return Role::Uuid;
        return key == u"d_dpid" ? Role::LegacySource : key == u"dpuuid" ? Role::LegacyId : Role::Signal;
    case 8:
        if (key == u"d_cid_ic")
            return Role::CidIc;
        return key == u"d_cid_ns" ? Role::CidNs : key == u"d_dpuuid" ? Role::LegacyId : Role::Signal;
    default:
        return Role::Signal;
    }
}

Role roleOf(QStringView key, const Catalogue &catalogue)
{
    const Role role = identityRole(key);
    if (role != Role::Signal)
        return role;
    return catalogue.isAdobeKey(key) ? Role::Option : Role::Signal;
}

CidParts splitCid(QByteArrayView wireValue)
{
    CidParts parts;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < wireValue.size(); ++i) {
        const bool raw = wireValue[i] == '\x01';
        if (!raw && !(wireValue[i] == '%' && wireValue.sliced(i).startsWith("%01")))
            continue;
        parts.append(wireValue.sliced(begin, i - begin));
        i += raw ? 0 : 2;
        begin = i + 1;
    }
    parts.append(wireValue.sliced(begin));
    return parts;
}

bool findVariable(QByteArrayView bytes, qsizetype *from)
{
    for (qsizetype open = bytes.indexOf("{{", *from); open >= 0; open = bytes.indexOf("{{", open + 1)) {
        qsizetype at = open + 2;
        while (at < bytes.size() && bytes[at] != '{' && bytes[at] != '}' && bytes[at] != '\r'
            && bytes[at] != '\n')
            ++at;
        if (at > open + 2 && bytes.sliced(at).startsWith("}}")) {
            *from = open;
            return true;
        }
    }
    return false;
}

} // namespace dcs
