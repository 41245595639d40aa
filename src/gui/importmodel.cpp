// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/importmodel.h"

#include "dcs/text.h"
#include "gui/plaintext.h"

namespace gui {

namespace {

QString textOf(const interop::ImportedCall &call, int column)
{
    switch (column) {
    case ImportModel::NameColumn:
        return (call.folders + QStringList(call.preset.name)).join(QStringLiteral(" / "));
    case ImportModel::MethodColumn:
        return QString::fromUtf8(call.preset.call.method);
    case ImportModel::HostColumn:
        return QString::fromUtf8(dcs::hostHeader(call.preset.call));
    case ImportModel::UrlColumn:
        return QString::fromUtf8(dcs::url(call.preset.call));
    default:
        return {};
    }
}

} // namespace

void ImportModel::setCalls(const QList<interop::ImportedCall> &calls)
{
    beginResetModel();
    m_calls = calls;
    m_checked = QList<bool>(calls.size(), true);
    endResetModel();
}

void ImportModel::checkAll(bool checked)
{
    m_checked.fill(checked);
    if (!m_calls.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
}

QList<int> ImportModel::checkedRows() const
{
    QList<int> out;
    for (int row = 0; row < rowCount(); ++row) {
        if (m_checked[row])
            out.append(row);
    }
    return out;
}

QList<interop::ImportedCall> ImportModel::checked() const
{
    QList<interop::ImportedCall> out;
    for (const int row : checkedRows())
        out.append(m_calls[row]);
    return out;
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return dcs::visible(textOf(m_calls[index.row()], index.column()));
    case Qt::ToolTipRole:
        return plainToolTip(textOf(m_calls[index.row()], index.column()));
    case Qt::CheckStateRole:
        return index.column() == NameColumn ? QVariant(m_checked[index.row()] ? Qt::Checked : Qt::Unchecked)
                                            : QVariant();
    default:
        return {};
    }
}

bool ImportModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != NameColumn
        || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    m_checked[index.row()] = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

Qt::ItemFlags ImportModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == NameColumn ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Name"), tr("Method"), tr("Host"), tr("URL")};
    return names.value(section);
}

} // namespace gui
