// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace dcs {

/// One key and value in wire order, exactly as it travels.
struct Parameter {
    /// Where it stands. The path only for `/ibs:` (its parameters follow a colon); a POST may use query and body.
    enum class Place { Path, Query, Body };

    QByteArray wire; ///< bytes between two '&': "d_rtbd=json", "flag", "c_x=", or "" for an empty piece
    Place place = Place::Query;
    bool sent = true; ///< false: switched off; kept in the preset, never encoded, never counted

    /// Key and value of plain text, each percent-encoded once.
    static Parameter fromText(QStringView key, QStringView value, Place place = Place::Query);

    bool hasEquals() const { return wire.contains('='); } ///< tells `flag` from `flag=`
    QByteArrayView wireKey() const; ///< up to the first '=', undecoded
    QByteArrayView wireValue() const; ///< behind the first '=', undecoded; empty without one
    QString key() const; ///< decoded once
    QString value() const; ///< decoded once

    bool operator==(const Parameter &) const = default;
};

} // namespace dcs
