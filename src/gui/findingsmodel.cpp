// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/findingsmodel.h"

#include "dcs/text.h"
#include "gui/plaintext.h"
#include "gui/severity.h"

namespace gui {

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const dcs::Finding &finding = m_rows[index.row()];
    if (role == Qt::DecorationRole && index.column() == SeverityColumn)
        return severityIcon(finding.severity);
    if (role == Qt::ToolTipRole)
        return plainToolTip(finding.message + u'\n' + finding.fix);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case SeverityColumn:
        return severityText(finding.severity);
    case WhereColumn:
        return dcs::visible(finding.where);
    default:
        return dcs::visible(finding.message);
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn:
        return tr("Severity");
    case WhereColumn:
        return tr("Where");
    case MessageColumn:
        return tr("What is wrong");
    default:
        return {};
    }
}

} // namespace gui
