// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/headersmodel.h"

#include "dcs/text.h"
#include "gui/plaintext.h"
#include "gui/wiretext.h"

namespace gui {

using dcs::Header;

void HeadersModel::setCall(const dcs::Call &call, const QList<Header> &wire)
{
    m_call = call;
    QList<HeaderRow> rows;
    qsizetype sent = 0;
    for (const Header &header : call.headers) {
        rows.append({header, false});
        sent += header.sent;
    }
    for (qsizetype i = sent; i < wire.size(); ++i)
        rows.append({wire[i], true});
    showRows(rows);
}

QString HeadersModel::note(const HeaderRow &row) const
{
    if (row.automatic)
        return tr("automatic: the length of the body");
    const QByteArray name = row.header.name.toLower();
    if (name == "host")
        return tr("names the partner");
    return row.header.sent ? QString() : tr("switched off");
}

QVariant HeadersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const HeaderRow &row = m_rows[index.row()];
    const QString text = index.column() == NameColumn ? wireText(row.header.name)
        : index.column() == ValueColumn               ? wireText(row.header.value)
        : index.column() == NoteColumn                ? note(row)
                                                      : QString();
    switch (role) {
    case Qt::DisplayRole:
        return dcs::visible(text);
    case Qt::EditRole:
        return text;
    case Qt::ToolTipRole:
        return plainToolTip(text);
    case Qt::CheckStateRole:
        return index.column() == SentColumn ? QVariant(row.header.sent ? Qt::Checked : Qt::Unchecked)
                                            : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == SentColumn)
            return row.header.sent ? tr("sent") : tr("switched off");
        return dcs::visible(text);
    default:
        return {};
    }
}

QVariant HeadersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SentColumn:
        return tr("Sent");
    case NameColumn:
        return tr("Name");
    case ValueColumn:
        return tr("Value");
    case NoteColumn:
        return tr("Note");
    default:
        return {};
    }
}

Qt::ItemFlags HeadersModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid() || m_rows[index.row()].automatic || index.column() == NoteColumn)
        return flags;
    return flags | (index.column() == SentColumn ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable);
}

bool HeadersModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || m_rows[index.row()].automatic)
        return false;
    QList<Header> headers = m_call.headers;
    Header &header = headers[index.row()];
    if (index.column() == SentColumn && role == Qt::CheckStateRole)
        header.sent = value.toInt() == Qt::Checked;
    else if (index.column() == NameColumn && role == Qt::EditRole)
        header.name = wireBytes(value.toString(), header.name);
    else if (index.column() == ValueColumn && role == Qt::EditRole)
        header.value = wireBytes(value.toString(), header.value);
    if (headers == m_call.headers)
        return false;
    edit(headers, tr("Edit header"), "header" + QByteArray::number(index.row()));
    return true;
}

int HeadersModel::add()
{
    QList<Header> headers = m_call.headers;
    headers.append({"X-New", "", true});
    edit(headers, tr("Add header"));
    return int(headers.size()) - 1;
}

void HeadersModel::remove(int row)
{
    QList<Header> headers = m_call.headers;
    if (row < 0 || row >= headers.size())
        return;
    headers.removeAt(row);
    edit(headers, tr("Remove header"));
}

bool HeadersModel::move(int row, int by)
{
    QList<Header> headers = m_call.headers;
    if (row < 0 || row >= headers.size() || row + by < 0 || row + by >= headers.size())
        return false;
    headers.move(row, row + by);
    edit(headers, tr("Move header"));
    return true;
}

void HeadersModel::edit(const QList<Header> &headers, const QString &text, const QByteArray &field)
{
    QList<Header> automatic;
    for (const HeaderRow &row : m_rows) {
        if (row.automatic)
            automatic.append(row.header);
    }
    m_call.headers = headers;
    QList<HeaderRow> rows;
    for (const Header &header : headers)
        rows.append({header, false});
    for (const Header &header : automatic)
        rows.append({header, true});
    showRows(rows);
    Q_EMIT callEdited(m_call, text, field);
}

} // namespace gui
