// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/severity.h"

#include <QApplication>
#include <QStyle>

namespace gui {

QString severityText(dcs::Severity severity)
{
    switch (severity) {
    case dcs::Severity::Error:
        return QCoreApplication::translate("gui", "Error");
    case dcs::Severity::Warning:
        return QCoreApplication::translate("gui", "Warning");
    case dcs::Severity::Hint:
        break;
    }
    return QCoreApplication::translate("gui", "Hint");
}

QIcon severityIcon(dcs::Severity severity)
{
    const auto icon = severity == dcs::Severity::Error ? QStyle::SP_MessageBoxCritical
        : severity == dcs::Severity::Warning           ? QStyle::SP_MessageBoxWarning
                                                       : QStyle::SP_MessageBoxInformation;
    return QApplication::style()->standardIcon(icon);
}

QVariant severityIcon(const QList<dcs::Finding> &findings, int parameter)
{
    const dcs::Finding *worst = nullptr;
    for (const dcs::Finding &finding : findings) {
        if (finding.parameter == parameter && (!worst || finding.severity < worst->severity))
            worst = &finding;
    }
    return worst ? QVariant(severityIcon(worst->severity)) : QVariant();
}

} // namespace gui
