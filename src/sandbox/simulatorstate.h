// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/catalogue.h"
#include "sandbox/profiles.h"
#include "sandbox/visit.h"
#include "sandbox/world.h"

#include <QHash>
#include <QRegularExpression>

#include <functional>
#include <initializer_list>

namespace sandbox {

/// What all endpoints of one simulator share.
struct State {
    State(World configured, const dcs::Catalogue &tables);

    World world;
    const dcs::Catalogue &catalogue;
    Profiles profiles;
    std::function<quint64()> random;
    QByteArray hashKey; ///< of the hash that makes an ECID from organization and UUID

    QByteArray newUuid(); ///< two random 63-bit numbers of 19 digits
    QByteArray newTid(); ///< base64 of 8 random bytes
    QByteArray ecid(const Partner &partner, const QByteArray &uuid) const;
    QByteArray blob(const Partner &partner, const QByteArray &uuid) const;

    static QByteArray httpDate(const QDateTime &time);
    const QByteArray &date(const QDateTime &now); ///< HTTP date
    const QByteArray &cookieExpiry(const QDateTime &now); ///< 180 days later

    /// The code with its message, placeholders filled in order.
    CodedError error(int code, std::initializer_list<QByteArray> details = {}) const;
    const QRegularExpression &globalIdPattern(const dcs::GlobalDataSource &source);
    const QRegularExpression &callbackPattern();

private:
    struct Dated {
        qint64 second = -1;
        QByteArray text;
    };
    static const QByteArray &formatted(Dated &cache, const QDateTime &now, qint64 plusSeconds);

    Dated m_date;
    Dated m_cookieExpiry;
    QHash<qint64, QRegularExpression> m_globalIdPatterns;
    std::optional<QRegularExpression> m_callbackPattern;
};

constexpr qint64 cookieLifeSeconds = 15552000; // 180 days

} // namespace sandbox
