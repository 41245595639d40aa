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

Result<Identity> readCustomerId(const QString &typed, Identity::Kind kind)
{
    const qsizetype first = typed.indexOf(u':');
    if (first <= 0 || first + 1 == typed.size())
        return Error{Errc::Usage,
            QStringLiteral("The customer ID \"%1\" is not %2:ID[:STATE].")
                .arg(visible(typed),
                    kind == Identity::Kind::Cid ? QStringLiteral("DATASOURCE") : QStringLiteral("CODE")),
            QStringLiteral("For example 123:customer-4711:1; the state is 0 (unknown), 1 (authenticated) or "
                           "2 (logged out)."),
            {}};
    Identity out{kind, typed.left(first), typed.mid(first + 1)};
    // The ID may hold colons itself: only a last part that is a state counts as one.
    const qsizetype last = out.value.lastIndexOf(u':');
    if (last <= 0)
        return out;
    const QString word = out.value.mid(last + 1);
    for (const AuthState state : {AuthState::Unknown, AuthState::Authenticated, AuthState::LoggedOut}) {
        if (word == authStateName(state) || word == QString::number(int(state) - int(AuthState::Unknown))) {
            out.authState = state;
            out.value.truncate(last);
        }
    }
    return out;
}

} // namespace dcs
