// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/signalsmodel.h"

#include "dcs/text.h"
#include "gui/plaintext.h"

namespace gui {

using namespace Qt::StringLiterals;

namespace {

// A comma inside a value is shown as %2C: on the wire only a raw comma separates (Formatting Key-Value
// Pairs).
QString joined(const QStringList &values)
{
    QStringList shown;
    for (const QString &value : values)
        shown.append(QString(value).replace(u","_s, u"%2C"_s));
    return shown.join(u',');
}

/// The values on the wire; a value that is the same as before keeps its bytes.
QByteArray encoded(const QString &values, const QString &before, QByteArrayView wireBefore)
{
    const QStringList now = values.split(u',');
    const QStringList old = before.split(u',');
    const QByteArrayList wire = wireBefore.toByteArray().split(',');
    QByteArrayList pieces;
    for (qsizetype i = 0; i < now.size(); ++i) {
        if (old.size() == wire.size() && i < old.size() && old[i] == now[i])
            pieces.append(wire[i]);
        else
            pieces.append(dcs::encodeText(QString(now[i]).replace(u"%2C"_s, u","_s)));
    }
    return pieces.join(',');
}

} // namespace

SignalsModel::SignalsModel(const dcs::Catalogue &catalogue, QObject *parent)
    : RowsModel(parent)
    , m_catalogue(catalogue)
{
}

void SignalsModel::setCall(const dcs::Call &call)
{
    m_call = call;
    QList<SignalRow> rows;
    for (const dcs::Signal &signal : dcs::signalsOf(call, m_catalogue))
        rows.append({signal.key, joined(signal.values), signal.parameter});
    showRows(rows);
}

QVariant SignalsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SignalRow &row = m_rows[index.row()];
    const QString &text = index.column() == KeyColumn ? row.key : row.values;
    switch (role) {
    case Qt::DisplayRole:
        return dcs::visible(text);
    case Qt::EditRole:
        return text;
    case Qt::ToolTipRole:
        return plainToolTip(text);
    case HelpKeyRole:
        return row.key;
    default:
        return {};
    }
}

QVariant SignalsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == KeyColumn ? tr("Key") : tr("Values");
}

Qt::ItemFlags SignalsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

bool SignalsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    if (data(index, Qt::EditRole).toString() == value.toString())
        return false;
    const SignalRow row = m_rows[index.row()];
    dcs::Call call = m_call;
    dcs::Parameter &parameter = call.parameters[row.parameter];
    if (index.column() == KeyColumn)
        parameter.wire
            = dcs::encodeText(value.toString()) + parameter.wire.mid(parameter.wireKey().size());
    else
        parameter.wire = parameter.wireKey().toByteArray() + '='
            + encoded(value.toString(), row.values, parameter.wireValue());
    edit(call, tr("Edit signal"),
        "signal" + QByteArray::number(row.parameter) + '.' + QByteArray::number(index.column()));
    return true;
}

int SignalsModel::add()
{
    dcs::Call call = m_call;
    const dcs::Parameter::Place place = dcs::defaultPlace(call);
    int at = int(call.parameters.size());
    while (at > 0 && call.parameters[at - 1].place > place)
        --at;
    call.parameters.insert(at, {"c_new=", place, true});
    edit(call, tr("Add signal"));
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].parameter == at)
            return row;
    }
    return -1;
}

void SignalsModel::remove(int row)
{
    dcs::Call call = m_call;
    call.parameters.removeAt(m_rows[row].parameter);
    edit(call, tr("Remove signal"));
}

void SignalsModel::edit(const dcs::Call &call, const QString &text, const QByteArray &field)
{
    if (call == m_call)
        return;
    setCall(call);
    Q_EMIT callEdited(m_call, text, field);
}

} // namespace gui
