// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"
#include "interop/environment.h"
#include "interop/httpfile.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace interop {

struct PostmanItem {
    QStringList folders; ///< from the root down
    Preset preset;
};
struct PostmanImport {
    QString name;
    QList<PostmanItem> items;
    QMap<QString, QString> variables; ///< of the collection
    QStringList notes; ///< what could not be taken over
};
/// A collection of the format 2.0 or 2.1.
dcs::Result<PostmanImport> readPostman(const QByteArray &text);
/// An exported environment. Secret values are private.
dcs::Result<Environment> readPostmanEnvironment(const QByteArray &text);
bool looksLikePostmanEnvironment(const QByteArray &text);

/// A collection of the format 2.1, which newman sends byte for byte as we do.
QByteArray writePostman(
    const QString &name, const QList<PostmanItem> &items, const QMap<QString, QString> &variables = {});
QByteArray writePostmanEnvironment(const Environment &environment);

} // namespace interop
