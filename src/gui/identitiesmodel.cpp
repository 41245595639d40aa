// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/identitiesmodel.h"

#include "dcs/text.h"
#include "gui/plaintext.h"

#include <algorithm>

namespace gui {

using namespace Qt::StringLiterals;
using dcs::Identity;

QString IdentitiesModel::key(Identity::Kind kind)
{
    return u"d_"_s + dcs::kindName(kind);
}

QString IdentitiesModel::kindText(Identity::Kind kind)
{
    switch (kind) {
    case Identity::Kind::Uuid:
        return tr("d_uuid: Audience Manager user ID");
    case Identity::Kind::Mid:
        return tr("d_mid: Experience Cloud ID");
    case Identity::Kind::Cid:
        return tr("d_cid: customer ID of a data source");
    case Identity::Kind::CidIc:
        return tr("d_cid_ic: customer ID by integration code");
    case Identity::Kind::CidNs:
        return tr("d_cid_ns: customer ID by namespace");
    case Identity::Kind::Dpuuid:
        return tr("d_dpid and d_dpuuid: deprecated pair");
    }
    return {};
}

QString IdentitiesModel::stateText(dcs::AuthState state)
{
    switch (state) {
    case dcs::AuthState::Absent:
        return tr("not given");
    case dcs::AuthState::Unknown:
        return tr("0 unknown");
    case dcs::AuthState::Authenticated:
        return tr("1 authenticated");
    case dcs::AuthState::LoggedOut:
        return tr("2 logged out");
    }
    return {};
}

bool IdentitiesModel::hasNamespace(Identity::Kind kind)
{
    return kind != Identity::Kind::Uuid && kind != Identity::Kind::Mid;
}

void IdentitiesModel::setCall(const dcs::Call &call)
{
    m_call = call;
    showRows(dcs::identities(call));
}

QVariant IdentitiesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Identity &identity = m_rows[index.row()];
    if (role == Qt::EditRole) {
        switch (index.column()) {
        case KindColumn:
            return int(identity.kind);
        case NamespaceColumn:
            return identity.nameSpace;
        case ValueColumn:
            return identity.value;
        default:
            return int(identity.authState);
        }
    }
    if (role == HelpKeyRole)
        return key(identity.kind);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QString shown = index.column() == KindColumn
        ? (role == Qt::ToolTipRole ? kindText(identity.kind) : key(identity.kind))
        : index.column() == NamespaceColumn ? dcs::visible(identity.nameSpace)
        : index.column() == ValueColumn     ? dcs::visible(identity.value)
        : hasNamespace(identity.kind)       ? stateText(identity.authState)
                                            : QString();
    return role == Qt::ToolTipRole ? plainToolTip(shown) : shown;
}

QVariant IdentitiesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KindColumn:
        return tr("Kind");
    case NamespaceColumn:
        return tr("Namespace");
    case ValueColumn:
        return tr("Value");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

Qt::ItemFlags IdentitiesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    const bool customer = hasNamespace(m_rows[index.row()].kind);
    const bool possible = index.column() == KindColumn || index.column() == ValueColumn || customer;
    return possible ? flags | Qt::ItemIsEditable : flags;
}

bool IdentitiesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    if (data(index, Qt::EditRole) == value)
        return false;
    Identity identity = m_rows[index.row()];
    switch (index.column()) {
    case KindColumn:
        identity.kind = Identity::Kind(value.toInt());
        if (!hasNamespace(identity.kind)) {
            identity.nameSpace.clear();
            identity.authState = dcs::AuthState::Absent;
        }
        break;
    case NamespaceColumn:
        identity.nameSpace = value.toString().trimmed();
        break;
    case ValueColumn:
        identity.value = value.toString();
        break;
    default:
        identity.authState = dcs::AuthState(value.toInt());
    }
    dcs::Call call = m_call;
    dcs::replaceIdentity(call, index.row(), identity);
    edit(call, tr("Edit user ID"),
        "identity" + QByteArray::number(index.row()) + '.' + QByteArray::number(index.column()));
    return true;
}

int IdentitiesModel::add()
{
    const bool hasUuid = std::any_of(
        m_rows.begin(), m_rows.end(), [](const Identity &i) { return i.kind == Identity::Kind::Uuid; });
    Identity identity;
    identity.kind = hasUuid ? Identity::Kind::Cid : Identity::Kind::Uuid;
    dcs::Call call = m_call;
    dcs::addIdentity(call, identity);
    edit(call, tr("Add user ID"));
    // An identity stands where its parameter stands: look for the one that is new.
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (m_rows[row] == identity)
            return row;
    }
    return -1;
}

void IdentitiesModel::remove(int row)
{
    dcs::Call call = m_call;
    dcs::removeIdentity(call, row);
    edit(call, tr("Remove user ID"));
}

void IdentitiesModel::edit(const dcs::Call &call, const QString &text, const QByteArray &field)
{
    if (call == m_call)
        return;
    setCall(call);
    Q_EMIT callEdited(m_call, text, field);
}

} // namespace gui
