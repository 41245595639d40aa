// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/takeids.h"

namespace gui {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *idHost = "dpm.demdex.net"; // where /id lives

bool isDevice(const dcs::Identity &identity)
{
    return identity.kind == dcs::Identity::Kind::Uuid || identity.kind == dcs::Identity::Kind::Mid;
}

/// The first device ID keeps its place, further ones go.
void setDevice(dcs::Call &call, const dcs::Identity &device)
{
    bool placed = false;
    for (int i = 0; i < dcs::identities(call).size();) {
        if (!isDevice(dcs::identities(call)[i])) {
            ++i;
        } else if (placed) {
            dcs::removeIdentity(call, i);
        } else {
            dcs::replaceIdentity(call, i, device);
            placed = true;
            ++i;
        }
    }
    if (!placed)
        dcs::addIdentity(call, device);
}

/// A key about the user that the call has: the new value, or gone without one.
void follow(dcs::Call &call, const QString &key, const QString &value)
{
    if (dcs::option(call, key))
        dcs::setOption(call, key, value.isEmpty() ? std::nullopt : std::optional(value));
}

} // namespace

dcs::Call takenOver(const dcs::Call &call, const dcs::Ids &ids)
{
    dcs::Call out = call;
    if (!ids.alias.isEmpty())
        dcs::setAlias(out, ids.alias);
    if (!ids.regionHost.isEmpty())
        dcs::setConnectHost(out, ids.regionHost);
    if (ids.uuid.isEmpty() && ids.mid.isEmpty())
        return out;
    dcs::Identity device;
    device.kind = ids.uuid.isEmpty() ? dcs::Identity::Kind::Mid : dcs::Identity::Kind::Uuid;
    device.value = ids.uuid.isEmpty() ? ids.mid : ids.uuid;
    setDevice(out, device);
    follow(out, u"d_blob"_s, ids.blob);
    if (!ids.orgId.isEmpty())
        follow(out, u"d_orgid"_s, ids.orgId);
    return out;
}

dcs::Call askForMid(const QString &organization)
{
    dcs::Call call = dcs::newCall("dpm", idHost);
    call.path = "/id";
    call.parameters = {dcs::Parameter::fromText(u"d_ver", u"2"),
        dcs::Parameter::fromText(u"d_orgid", organization), dcs::Parameter::fromText(u"d_rtbd", u"json")};
    return call;
}

dcs::Call askForUuid(const dcs::Call &like)
{
    dcs::Call call = dcs::newCall("acme", like.connectHost);
    dcs::setHostHeader(call, dcs::hostHeader(like));
    call.tls = like.tls;
    call.port = like.port;
    return call;
}

} // namespace gui
