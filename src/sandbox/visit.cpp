// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/visit.h"

#include "dcs/catalogue.h"
#include "dcs/decode.h"
#include "dcs/host.h"
#include "sandbox/faults.h"
#include "sandbox/simulatorstate.h"

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

bool sameText(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), a.size(), b.data(), b.size()) == 0;
}

/// Host without port and final dot, lower case. An IPv6 literal keeps its brackets.
QByteArray hostName(QByteArrayView host)
{
    const qsizetype bracket = host.lastIndexOf(']');
    const qsizetype colon = host.indexOf(':', qMax(bracket, qsizetype(0)));
    QByteArray name = (colon < 0 ? host : host.first(colon)).toByteArray().toLower();
    if (name.endsWith('.'))
        name.chop(1);
    return name;
}

/// /ibs: has its parameters behind the colon, and a query continues them (ID Synchronization for Inbound Data
/// Transfers); the second leg of its cookie test repeats them behind "et:ibs|data:".
void readTarget(const HttpRequest &request, Visit &visit)
{
    const QByteArrayView target = request.target;
    const qsizetype question = target.indexOf('?');
    const QByteArrayView path = question < 0 ? target : target.first(question);
    QByteArrayView query = question < 0 ? QByteArrayView() : target.sliced(question + 1);
    auto &parameters = visit.call.parameters;
    if (path.startsWith("/ibs:")) {
        visit.path = "/ibs:";
        parameters = dcs::splitParameters(path.sliced(5), dcs::Parameter::Place::Path);
    } else {
        visit.path = path.toByteArray();
        if (path == "/demconf.jpg") {
            for (const QByteArrayView opening :
                {QByteArrayView("et:ibs%7cdata:"), QByteArrayView("et:ibs|data:")}) {
                if (query.size() >= opening.size() && sameText(query.first(opening.size()), opening))
                    query = query.sliced(opening.size());
            }
        }
    }
    if (question >= 0)
        parameters += dcs::splitParameters(query, dcs::Parameter::Place::Query);
}

bool isForm(QByteArrayView contentType)
{
    const qsizetype semicolon = contentType.indexOf(';');
    const QByteArrayView type = (semicolon < 0 ? contentType : contentType.first(semicolon)).trimmed();
    return sameText(type, "application/x-www-form-urlencoded");
}

void readCookies(QByteArrayView header, Visit &visit)
{
    while (!header.isEmpty()) {
        const qsizetype semicolon = header.indexOf(';');
        const QByteArrayView pair = (semicolon < 0 ? header : header.first(semicolon)).trimmed();
        header = semicolon < 0 ? QByteArrayView() : header.sliced(semicolon + 1);
        if (!pair.startsWith("demdex="))
            continue;
        const QByteArrayView value = pair.sliced(7);
        if (value == "NOTARGET")
            visit.cookieOptedOut = true;
        else if (isUserId(value) && visit.cookieUser.isEmpty())
            visit.cookieUser = value.toByteArray();
    }
}

void addCodes(QStringView list, QList<int> &codes)
{
    const auto pieces = list.split(u',', Qt::SkipEmptyParts);
    for (const QStringView piece : pieces) {
        bool ok = false;
        const int code = piece.trimmed().toInt(&ok);
        if (ok && code >= 0)
            codes.append(code);
    }
}

void readHeaders(Visit &visit, QByteArray &contentType, const State &state)
{
    QByteArray cookies;
    for (const dcs::Header &header : visit.request.headers) {
        const QByteArrayView name = header.name;
        if (sameText(name, "cookie"))
            cookies = header.value;
        else if (sameText(name, "origin"))
            visit.origin = header.value;
        else if (sameText(name, "referer"))
            visit.referer = header.value;
        else if (sameText(name, "content-type"))
            contentType = header.value;
        else if (sameText(name, "x-sandbox-fault"))
            visit.fault = QString::fromUtf8(header.value).trimmed();
        else if (sameText(name, "x-sandbox-error"))
            addCodes(QString::fromUtf8(header.value), visit.provoked);
        else if (sameText(name, "x-sandbox-country"))
            visit.country = QString::fromUtf8(header.value).trimmed().toUpper();
        else if (sameText(name, "x-sandbox-region"))
            if (const auto region = state.catalogue.findRegion(QString::fromUtf8(header.value).trimmed()))
                visit.moment.region = region->id;
    }
    visit.isBrowser = !cookies.isEmpty() || !visit.origin.isEmpty() || !visit.referer.isEmpty();
    readCookies(cookies, visit);
}

void readProvocations(Visit &visit, const State &state)
{
    visit.provoked += state.world.provoked;
    for (const dcs::Signal &signal : std::as_const(visit.given)) {
        if (signal.key == u"c_sandbox_error") {
            for (const QString &value : signal.values)
                addCodes(value, visit.provoked);
        }
    }
    if (visit.fault.isEmpty())
        visit.fault = state.world.fault;
    if (const std::optional<int> code = faultCode(visit.fault))
        visit.provoked.append(*code);
}

void readPartner(Visit &visit, const State &state)
{
    visit.host = hostName(visit.request.host);
    visit.label = dcs::labelOf(visit.host).value_or(QByteArrayView()).toByteArray();
    QString label = QString::fromLatin1(visit.label);
    if (label == u"dpm") {
        const QString &organization
            = visit.option(u"d_orgid") ? visit.optionText(u"d_orgid") : visit.optionText(u"mcorgid");
        visit.partner = state.world.partnerByOrganization(organization);
    } else {
        // Destination pages are served from fast.<alias> too.
        if (label.startsWith(u"fast."))
            label.remove(0, 5);
        visit.partner = state.world.partnerByAlias(label);
    }
    visit.moment.partner = visit.partner ? int(visit.partner - state.world.partners.data()) : -1;
}

} // namespace

bool isUserId(QByteArrayView text)
{
    if (text.size() != 38)
        return false;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return false;
    }
    return true;
}

const QString *Visit::option(QStringView key) const
{
    for (const dcs::Option &option : options) {
        if (option.key == key)
            return &option.value;
    }
    return nullptr;
}

QString Visit::optionText(QStringView key) const
{
    const QString *value = option(key);
    return value ? *value : QString();
}

bool Visit::isCoppa() const
{
    const QString *value = option(u"d_coppa");
    return value && *value != u"false" && *value != u"0";
}

const dcs::Identity *Visit::identity(dcs::Identity::Kind kind) const
{
    for (const dcs::Identity &identity : identities) {
        if (identity.kind == kind)
            return &identity;
    }
    return nullptr;
}

Visit readVisit(const HttpRequest &request, const Simulator::Arrival &arrival, State &state)
{
    Visit visit{request, arrival};
    visit.country = state.world.country.toUpper();
    visit.moment.ms = arrival.now.toMSecsSinceEpoch();
    visit.moment.region = state.world.region;
    if (const dcs::Region *region = state.catalogue.regionByHost(arrival.serverName))
        visit.moment.region = region->id;

    QByteArray contentType;
    readHeaders(visit, contentType, state);
    const dcs::Region *region = state.catalogue.region(visit.moment.region);
    visit.regionLabel = region ? region->label.toLatin1() : QByteArray("local");

    visit.call.method = request.method;
    visit.call.headers = request.headers;
    readTarget(request, visit);
    visit.call.path = visit.path;
    if (!request.body.isEmpty() && isForm(contentType))
        visit.call.parameters += dcs::splitParameters(request.body, dcs::Parameter::Place::Body);
    visit.identities = dcs::identities(visit.call);
    visit.options = dcs::optionsOf(visit.call, state.catalogue);
    visit.given = dcs::signalsOf(visit.call, state.catalogue);
    readPartner(visit, state);
    readProvocations(visit, state);

    // KEYS: d_rtbd=json asks for JSON, d_cb wraps it. A name that is no callback expression gives plain JSON.
    visit.wantsJson = visit.optionText(u"d_rtbd") == u"json";
    if (visit.wantsJson) {
        const QString *callback = visit.option(u"d_cb");
        if (!callback && visit.path.startsWith("/id"))
            callback = visit.option(u"callback");
        if (callback && state.callbackPattern().match(*callback).hasMatch())
            visit.callback = callback->toUtf8();
    }
    visit.tid = state.newTid();
    return visit;
}

} // namespace sandbox
