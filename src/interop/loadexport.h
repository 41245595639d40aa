// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "interop/httpfile.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace interop {

/// How another program is to put load on the DCS with a preset.
struct LoadPlan {
    QString dataFile = QStringLiteral("users.csv"); ///< rows to draw from; its first row names the columns
    QStringList columns; ///< of the data file; those that the preset's {{variables}} name
    double callsPerSecond = 1;
    int seconds = 60;
};

/// The preset with its users taken from the data file: a literal user ID would be the same user in every
/// call, which the DCS puts on its deny list, so it becomes {{user}}. `plan` gets the columns that the call
/// needs.
dcs::Call callForLoad(const dcs::Call &call, LoadPlan *plan);

/// A YAML script for Artillery, and a JavaScript module for k6. Expectations are carried over where they can
/// be.
QByteArray writeArtillery(const Preset &preset, LoadPlan plan);
QByteArray writeK6(const Preset &preset, LoadPlan plan);

} // namespace interop
