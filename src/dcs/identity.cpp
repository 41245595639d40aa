// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/identity.h"

#include "dcs/text.h"

namespace dcs {

QByteArray Identity::wire() const
{
    if (kind == Kind::Uuid || kind == Kind::Mid)
        return encodeText(value);
    QByteArray out = encodeText(nameSpace) + "%01" + encodeText(value);
    if (authState != AuthState::Absent)
        out += "%01" + QByteArray::number(int(authState) - int(AuthState::Unknown));
    return out;
}

QString kindName(Identity::Kind kind)
{
    switch (kind) {
    case Identity::Kind::Uuid:
        return QStringLiteral("uuid");
    case Identity::Kind::Mid:
        return QStringLiteral("mid");
    case Identity::Kind::Cid:
        return QStringLiteral("cid");
    case Identity::Kind::CidIc:
        return QStringLiteral("cid_ic");
    case Identity::Kind::CidNs:
        return QStringLiteral("cid_ns");
    case Identity::Kind::Dpuuid:
        return QStringLiteral("dpuuid");
    }
    return {};
}

QString authStateName(AuthState state)
{
    switch (state) {
    case AuthState::Absent:
        return {};
    case AuthState::Unknown:
        return QStringLiteral("unknown");
    case AuthState::Authenticated:
        return QStringLiteral("authenticated");
    case AuthState::LoggedOut:
        return QStringLiteral("loggedOut");
    }
    return {};
}

} // namespace dcs
