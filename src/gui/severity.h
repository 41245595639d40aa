// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/finding.h"

#include <QIcon>
#include <QVariant>

namespace gui {

QString severityText(dcs::Severity severity); ///< translated: Error, Warning, Hint
QIcon severityIcon(dcs::Severity severity);
/// Icon of the worst finding on that parameter, or nothing.
QVariant severityIcon(const QList<dcs::Finding> &findings, int parameter);

} // namespace gui
