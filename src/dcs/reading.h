// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"

#include <QByteArrayView>
#include <QStringView>
#include <QVarLengthArray>

namespace dcs {

class Catalogue;

/// The key of a parameter, decoded once. Usual keys stay off the heap: every parameter of every call needs
/// one.
class DecodedText
{
public:
    explicit DecodedText(QByteArrayView wireKey);

    QStringView view() const { return QStringView(m_text.data(), m_text.size()); }

private:
    QVarLengthArray<char16_t, 40> m_text;
};

/// What a parameter is by its decoded key.
enum class Role {
    Nothing, ///< an empty piece between two '&', or a value without a key
    Uuid,
    Mid,
    Cid,
    CidIc,
    CidNs,
    LegacySource, ///< d_dpid, dpid
    LegacyId, ///< d_dpuuid, dpuuid
    Option,
    Signal,
};

constexpr bool isIdentity(Role role)
{
    return role >= Role::Uuid && role <= Role::LegacyId;
}

constexpr bool isCid(Role role)
{
    return role >= Role::Cid && role <= Role::CidNs;
}

/// The role if the key is one of an identity, else Signal (or Nothing).
Role identityRole(QStringView key);
Role roleOf(QStringView key, const Catalogue &catalogue);

/// The parts of a d_cid, d_cid_ic or d_cid_ns in wire form, split at the three characters %01 or a raw byte
/// 01, before anything is decoded (CID Replaces DPID and DPUUID).
using CidParts = QVarLengthArray<QByteArrayView, 6>;
CidParts splitCid(QByteArrayView wireValue);

/// Whether the bytes hold a {{variable}}; `from` is moved to where it begins.
bool findVariable(QByteArrayView bytes, qsizetype *from);

} // namespace dcs
