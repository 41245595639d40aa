// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/finding.h"
#include "dcs/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>

namespace interop {

/// Named values for {{variables}}.
struct Environment {
    QString name;
    QMap<QString, QString> values;
    QStringList privateNames; ///< values of the private file: masked where shown
    bool live = false; ///< `"dcs-live": true`: paints Send and asks once
    QString color; ///< `"dcs-color": "#c0392b"`: what a live one paints with; "" for the usual
    QMap<QString, QString> sending{}; ///< how its calls travel: the `dcs-…` keys (completeOptions())

    bool operator==(const Environment &) const = default;
};

/// `http-client.env.json` and `http-client.private.env.json` (the latter wins; "$shared" goes into each).
dcs::Result<QList<Environment>> readEnvironments(const QByteArray &shared, const QByteArray &privateOne);

/// Where the dynamic values come from; a test gives fixed ones.
struct Dynamic {
    // {{$keychain NAME}} needs nobody: a mark stands for it (secretMark()).
    std::function<QString()> uuid; ///< {{$uuid}}, {{$guid}}
    std::function<QString()> timestamp; ///< {{$timestamp}}: seconds
    std::function<QString(qint64 from, qint64 to)> randomInt; ///< {{$randomInt}}, {{$randomInt 1 9}}
    static Dynamic real();
};

/// Replaces every {{name}} as text, in the wire form, as the other programs that run the file do. The first
/// unresolved one is Errc::Unresolved and names the place.
dcs::Result<dcs::Call> resolve(
    const dcs::Call &call, const QMap<QString, QString> &values, const Dynamic &dynamic);
dcs::Result<QString> resolveText(
    const QString &text, const QMap<QString, QString> &values, const Dynamic &dynamic);
/// The same for lines such as expectations; `what` names them in the error: "the expectation".
dcs::Result<QStringList> resolveLines(const QStringList &lines, const QString &what,
    const QMap<QString, QString> &values, const Dynamic &dynamic);
/// Names of the variables a call uses, a text uses.
QStringList variablesOf(const dcs::Call &call);
QStringList variablesOf(const QString &text);
/// An error finding `variable-unresolved` for each variable of the call that has no value.
QList<dcs::Finding> unresolvedFindings(const dcs::Call &call, const QMap<QString, QString> &values);

} // namespace interop
