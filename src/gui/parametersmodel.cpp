// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/parametersmodel.h"

#include "dcs/catalogue.h"
#include "dcs/text.h"
#include "gui/plaintext.h"
#include "gui/severity.h"
#include "gui/wiretext.h"

#include <algorithm>

namespace gui {

using dcs::Parameter;

namespace {

/// The value's text on the wire. Where the commas of a signal travel raw, they separate values and stay raw.
QByteArray encodedValue(const QString &text, const Parameter &before)
{
    const QByteArrayView value = before.wireValue();
    const bool rawCommas = value.contains(',') && !value.toByteArray().toUpper().contains("%2C");
    if (!rawCommas)
        return dcs::encodeText(text);
    QByteArrayList pieces;
    for (QStringView piece : QStringView(text).split(u','))
        pieces.append(dcs::encodeText(piece));
    return pieces.join(',');
}

} // namespace

ParametersModel::ParametersModel(const dcs::Catalogue &catalogue, QObject *parent)
    : RowsModel(parent)
    , m_catalogue(catalogue)
{
}

void ParametersModel::setCall(const dcs::Call &call)
{
    m_call = call;
    showRows(call.parameters);
}

void ParametersModel::setFindings(const QList<dcs::Finding> &findings)
{
    if (findings == m_findings)
        return;
    m_findings = findings;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(
            index(0, KeyColumn), index(rowCount() - 1, KeyColumn), {Qt::DecorationRole, Qt::ToolTipRole});
}

QVariant ParametersModel::shown(const Parameter &parameter, int column) const
{
    switch (column) {
    case KeyColumn:
        return dcs::visible(parameter.key());
    case ValueColumn:
        return parameter.hasEquals() ? dcs::visible(parameter.value()) : tr("(no value)");
    case WireColumn:
        return dcs::visible(wireText(parameter.wire));
    default:
        return {};
    }
}

QVariant ParametersModel::editable(const Parameter &parameter, int column) const
{
    switch (column) {
    case KeyColumn:
        return parameter.key();
    case ValueColumn:
        return parameter.value();
    case WireColumn:
        return wireText(parameter.wire);
    default:
        return {};
    }
}

QString ParametersModel::toolTipOf(int row, int column) const
{
    if (column == KeyColumn) {
        for (const dcs::Finding &finding : m_findings) {
            if (finding.parameter == row)
                return plainToolTip(finding.message + u'\n' + finding.fix);
        }
        if (const dcs::Attribute *attribute = m_catalogue.attribute(m_rows[row].key()))
            return plainToolTip(attribute->summary);
    }
    return plainToolTip(editable(m_rows[row], column).toString());
}

QVariant ParametersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Parameter &parameter = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return shown(parameter, index.column());
    case Qt::EditRole:
        return editable(parameter, index.column());
    case HelpKeyRole:
        return parameter.key();
    case Qt::CheckStateRole:
        return index.column() == SentColumn ? QVariant(parameter.sent ? Qt::Checked : Qt::Unchecked)
                                            : QVariant();
    case Qt::ToolTipRole:
        return toolTipOf(index.row(), index.column());
    case Qt::DecorationRole:
        return index.column() == KeyColumn ? severityIcon(m_findings, index.row()) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == SentColumn)
            return parameter.sent ? tr("sent") : tr("switched off");
        return shown(parameter, index.column());
    default:
        return {};
    }
}

QVariant ParametersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SentColumn:
        return tr("Sent");
    case KeyColumn:
        return tr("Key");
    case ValueColumn:
        return tr("Value");
    case WireColumn:
        return tr("On the wire");
    default:
        return {};
    }
}

Qt::ItemFlags ParametersModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    return flags | (index.column() == SentColumn ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable);
}

bool ParametersModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    QList<Parameter> parameters = m_call.parameters;
    Parameter &parameter = parameters[index.row()];
    if (index.column() == SentColumn) {
        if (role != Qt::CheckStateRole)
            return false;
        parameter.sent = value.toInt() == Qt::Checked;
        edit(parameters, parameter.sent ? tr("Switch parameter on") : tr("Switch parameter off"));
        return true;
    }
    if (role != Qt::EditRole || value.toString() == editable(parameter, index.column()).toString())
        return false;
    const QString text = value.toString();
    if (index.column() == KeyColumn) {
        const bool bare = !parameter.hasEquals() && !parameter.wire.isEmpty();
        parameter.wire
            = dcs::encodeText(text) + (bare ? QByteArray() : "=" + parameter.wireValue().toByteArray());
    } else if (index.column() == ValueColumn) {
        parameter.wire = parameter.wireKey().toByteArray() + '=' + encodedValue(text, parameter);
    } else {
        setWire(index.row(), wireBytes(text, parameter.wire), tr("Edit parameter"));
        return true;
    }
    edit(parameters, tr("Edit parameter"), "parameter" + QByteArray::number(index.row()));
    return true;
}

void ParametersModel::setWire(int row, const QByteArray &wire, const QString &text)
{
    // An ampersand ends a parameter on the wire, so what is typed with one is two.
    QList<Parameter> parameters = m_call.parameters;
    const Parameter before = parameters.takeAt(row);
    for (const QByteArray &piece : wire.split('&'))
        parameters.insert(row++, {piece, before.place, before.sent});
    edit(parameters, text);
}

int ParametersModel::add()
{
    QList<Parameter> parameters = m_call.parameters;
    const Parameter::Place place = dcs::defaultPlace(m_call);
    const auto end = std::find_if(
        parameters.begin(), parameters.end(), [place](const Parameter &p) { return p.place > place; });
    const int row = int(end - parameters.begin());
    parameters.insert(row, {"c_new=", place, true});
    edit(parameters, tr("Add parameter"));
    return row;
}

void ParametersModel::remove(QList<int> rows)
{
    QList<Parameter> parameters = m_call.parameters;
    std::sort(rows.begin(), rows.end(), std::greater<>());
    for (int row : rows)
        parameters.removeAt(row);
    edit(parameters, tr("Remove parameters"));
}

void ParametersModel::duplicate(const QList<int> &rows)
{
    QList<Parameter> parameters = m_call.parameters;
    QList<int> sorted = rows;
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    for (int row : sorted)
        parameters.insert(row + 1, m_call.parameters[row]);
    edit(parameters, tr("Duplicate parameters"));
}

bool ParametersModel::move(int row, int by)
{
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_call.parameters.size()
        || m_call.parameters[row].place != m_call.parameters[to].place)
        return false;
    QList<Parameter> parameters = m_call.parameters;
    parameters.move(row, to);
    edit(parameters, tr("Move parameter"));
    return true;
}

void ParametersModel::replaceAll(const QList<Parameter> &parameters)
{
    edit(parameters, tr("Edit parameters as text"), "parametersText");
}

void ParametersModel::edit(const QList<Parameter> &parameters, const QString &text, const QByteArray &field)
{
    if (parameters == m_call.parameters)
        return;
    m_call.parameters = parameters;
    showRows(parameters);
    Q_EMIT callEdited(m_call, text, field);
}

} // namespace gui
